import base64
import json

import numpy as np
import plotly.graph_objects as go
import pytest

from nnviz.figures.colours import GREY, INK, PALETTE, WHITE
from nnviz.figures.theme import THEME
from tests.figures.gallery import figures

FIGURES = figures()
every_figure = pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES.keys())


def refuse(constant):
    raise AssertionError(f"{constant} is not JSON")


def decoded(value):
    """Yield all arrays that travel as base64 inside a figure's JSON."""
    if isinstance(value, dict) and "bdata" in value:
        yield np.frombuffer(base64.b64decode(value["bdata"]), dtype=value["dtype"])
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from decoded(part)


def followers(figure):
    return [trace for trace in figure.data if trace.meta]


@every_figure
def test_a_figure_is_strict_json(figure):
    parsed = json.loads(figure.to_json(), parse_constant=refuse)
    assert parsed["data"]


@every_figure
def test_arrays_inside_a_figure_are_finite(figure):
    for array in decoded(json.loads(figure.to_json())["data"]):
        assert np.isfinite(array).all()


@every_figure
def test_every_axis_is_named(figure):
    layout = figure.layout
    axes = [layout.scene.xaxis, layout.scene.yaxis, layout.scene.zaxis]
    if not any(isinstance(trace, go.Scatter3d) for trace in figure.data):
        axes = [layout.xaxis, layout.yaxis]
    assert all(axis.title.text for axis in axes)


def test_type_is_large_enough_for_the_back_row():
    template = go.layout.Template(THEME).layout
    assert min(template.xaxis.title.font.size, template.scene.zaxis.title.font.size) >= 16
    assert template.xaxis.tickfont.size >= 14


@every_figure
def test_zoom_and_camera_survive_a_redraw(figure):
    assert figure.layout.uirevision


@every_figure
def test_something_follows_the_run_and_names_its_arrays(figure):
    assert followers(figure)
    for trace in followers(figure):
        assert set(trace.meta) <= {"grow", "now", "linear"}
        named = [source for arrays in trace.meta.values() for source in arrays.values()]
        names = [source["array"] if isinstance(source, dict) else source for source in named]
        assert all(isinstance(name, str) and name for name in names)


@every_figure
def test_attributes_that_follow_the_run_exist_in_plotly(figure):
    for trace in followers(figure):
        for attribute in [name for arrays in trace.meta.values() for name in arrays]:
            trace[attribute]  # raises when plotly does not know it


@every_figure
def test_traces_that_follow_the_run_start_empty(figure):
    for trace in followers(figure):
        for attribute in [name for arrays in trace.meta.values() for name in arrays]:
            assert trace[attribute] in (None, (), (None,))


@every_figure
def test_lines_and_points_wear_the_palette(figure):
    worn = [trace[part].color for trace in figure.data for part in ("line", "marker") if part in trace]
    allowed = {*PALETTE.values(), GREY, INK, WHITE, None}
    assert set(worn) <= allowed


@every_figure
def test_lines_that_follow_the_run_differ_without_colour(figure):
    lines = [t for t in followers(figure) if t.type == "scatter" and t.mode == "lines"]
    styles = [(line.line.dash, line.line.width) for line in lines]
    assert len(set(styles)) == len(styles)


@every_figure
def test_no_flat_trace_asks_for_a_webgl_context(figure):
    assert all(not trace.type.endswith("gl") for trace in figure.data)
