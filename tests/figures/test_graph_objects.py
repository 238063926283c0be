import numpy as np
import orjson
import pytest

from nnviz.figures import graph_objects as go
from nnviz.page.registry import discover
from tests.figures.gallery import figures


def said(part):
    """What JSON says of a figure: of numbers that are none, nothing."""
    options = orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_SORT_KEYS
    return orjson.loads(orjson.dumps(part, option=options, default=np.ndarray.tolist))


def is_what_plotly_makes_of_it(figure):
    checked = figure.checked
    assert said(figure.traces) == said([trace.to_plotly_json() for trace in checked.data])
    assert said(figure.options) == said(checked.layout.to_plotly_json())


@pytest.mark.parametrize(("name", "figure"), figures().items())
def test_a_figure_is_what_plotly_makes_of_it(name, figure):
    is_what_plotly_makes_of_it(figure)


@pytest.mark.parametrize("lesson", discover().values(), ids=lambda lesson: lesson.slug)
def test_the_figures_of_a_page_are_what_plotly_makes_of_them(lesson):
    for slot in lesson.figures:
        is_what_plotly_makes_of_it(slot.draw(lesson.settings()))


def test_plotly_refuses_an_attribute_that_it_does_not_know():
    with pytest.raises(ValueError, match="widht"):
        go.Figure([go.Scatter(line={"widht": 3})]).checked  # noqa: B018


def test_an_underscore_leads_to_a_part_and_none_takes_away():
    trace = go.Scatter(line={"width": 3, "dash": "dot"}, name=None).update(line_width=2, line_dash=None)
    assert trace == {"type": "scatter", "line": {"width": 2}}
    assert go.Figure(layout={"xaxis": {"title": {"text": "x"}}}).update_layout(
        xaxis_title_standoff=2, paper_bgcolor="red"
    ).options == {"xaxis": {"title": {"text": "x", "standoff": 2}}, "paper_bgcolor": "red"}


def test_a_trace_that_is_changed_later_does_not_change_the_figure():
    trace = go.Scatter(line={"width": 3})
    figure = go.Figure([trace])
    trace.update(line={"width": 1})
    assert figure.data[0].line.width == 3


def test_a_change_shows_in_what_is_read_next():
    figure = go.Figure([go.Scatter(name="a"), go.Scatter(name="b")])
    assert not figure.data[0].showlegend
    figure.update_traces(showlegend=True, selector={"name": "a"})
    assert [trace.showlegend for trace in figure.data] == [True, None]
    assert [trace.name for trace in figure.put_last(1, after=0).data] == ["b", "a"]


@pytest.mark.parametrize(("across", "along"), [("add_hline", "y"), ("add_vline", "x")])
def test_lines_through_the_whole_picture_are_those_of_plotly(across, along):
    given = {along: 2.0, "line": {"dash": "dot"}, "annotation_text": "here", "annotation_font": {"size": 12}}
    figure = go.Figure([go.Scatter(y=[1])])
    theirs = getattr(go.plotly.Figure(figure.checked), across)(**given)
    assert said(getattr(figure, across)(**given).options) == said(theirs.layout.to_plotly_json())


def test_a_notebook_shows_it_as_plotly_does():
    assert callable(go.Figure()._repr_mimebundle_)
    assert not hasattr(go.Figure(), "_ipython_canary_method_should_not_exist_")
