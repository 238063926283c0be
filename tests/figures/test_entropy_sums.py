import json
import math

import pytest

from nnviz.figures.entropy_sums import EntropySum, entropy_sums

FINITE = EntropySum("coin", 1.0, 0.5, 1.5)
INFINITE = EntropySum("bars", 2.0, math.inf, math.inf)


def bars(figure):
    return {(trace.name, row): x for trace in figure.data for row, x in zip(trace.y, trace.x, strict=True)}


def test_entropy_and_divergence_share_a_row_and_end_where_the_cross_entropy_does():
    drawn = bars(entropy_sums([FINITE], "bits"))
    top, bottom = FINITE.rows
    assert drawn["H(p)", top] + drawn["KL(p‖q)", top] == drawn["H(p, q)", bottom]
    assert entropy_sums([FINITE], "bits").layout.barmode == "stack"


def test_an_infinite_bar_leaves_the_picture_and_says_so():
    figure = entropy_sums([FINITE, INFINITE], "bits")
    edge = figure.layout.xaxis.range[1]
    assert bars(figure)["KL(p‖q)", INFINITE.rows[0]] > edge
    assert bars(figure)["H(p, q)", INFINITE.rows[1]] > edge
    assert figure.data[1].text == ("0.5", "∞")
    assert "∞" in figure.data[1].hovertemplate[1]


def test_every_finite_bar_ends_inside_the_picture():
    figure = entropy_sums([FINITE, INFINITE], "bits")
    edge = figure.layout.xaxis.range[1]
    assert max(FINITE.cross_entropy, INFINITE.entropy) < edge


@pytest.mark.parametrize("sums", [[FINITE], [INFINITE], [EntropySum("p", 0.0, 0.0, 0.0)]])
def test_the_figure_is_strict_json_with_named_axes(sums):
    figure = entropy_sums(sums, "nats")
    json.dumps(json.loads(figure.to_json()), allow_nan=False)
    assert figure.layout.xaxis.title.text == "nats"
    assert figure.layout.yaxis.title.text
