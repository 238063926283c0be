import json

import pytest

from nnviz.figures.decisions import SCORES, confusion_matrix, roc_figure, score_bars

FIGURES = {
    "confusion": confusion_matrix("confusion/50"),
    "scores": score_bars("scores/50"),
    "roc": roc_figure(("roc_x", "roc_y"), ("false/50", "true/50"), 0.5),
}


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_every_figure_names_its_axes_and_is_strict_json(figure):
    assert figure.layout.xaxis.title.text
    assert figure.layout.yaxis.title.text
    json.dumps(json.loads(figure.to_json()), allow_nan=False)


def test_the_counts_lie_as_true_negatives_false_positives_false_negatives_true_positives():
    (cells,) = FIGURES["confusion"].data
    assert list(zip(cells.y, cells.x, strict=True)) == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert cells.meta == {"now": {"z": "confusion/50"}}


def test_label_zero_is_the_upper_row():
    bottom, top = FIGURES["confusion"].layout.yaxis.range
    assert bottom > top


def test_bars_and_numbers_show_the_same_scores():
    bars, numbers = FIGURES["scores"].data
    assert bars.meta == numbers.meta == {"now": {"y": "scores/50"}}
    assert tuple(bars.x) == tuple(numbers.x) == SCORES


def test_curve_and_threshold_follow_the_run():
    diagonal, curve, point = FIGURES["roc"].data
    assert diagonal.meta is None
    assert curve.meta == {"now": {"x": "roc_x", "y": "roc_y"}}
    assert point.meta == {"now": {"x": "false/50", "y": "true/50"}}
    assert point.name == "threshold 0.5"
