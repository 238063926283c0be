import numpy as np

from nnviz.figures.colours import PALETTE
from nnviz.figures.examples import Examples
from nnviz.figures.lines import Line, lines_over_data, truth

X = np.array([0.0, 1.0, 2.0])
Y = np.array([1.0, 2.0, 9.0])
DATA = Examples(X[:, None], Y, ("x",), "y")


def test_a_residual_goes_from_the_example_to_the_fit():
    fitted = np.array([0.0, 4.0, 8.0])
    (residuals,) = [t for t in lines_over_data(DATA, [], fitted).data if t.name == "residuals"]
    for start, (x, y, y_hat) in enumerate(zip(X, Y, fitted, strict=True)):
        drawn = slice(3 * start, 3 * start + 3)
        assert list(residuals.x[drawn]) == [x, x, None]
        assert list(residuals.y[drawn]) == [y, y_hat, None]


def test_residuals_are_drawn_on_request_only():
    assert [trace.name for trace in lines_over_data(DATA, []).data] == ["data"]


def test_the_axis_shows_all_data_and_all_lines_that_stand_still():
    figure = lines_over_data(DATA, [truth(X, np.array([-20.0, 0.0, 30.0])), Line(X, "fan", "run", PALETTE["blue"])])
    low, high = figure.layout.yaxis.range
    assert low < -20.0
    assert high > 30.0


def test_a_line_that_follows_the_run_names_its_array_and_starts_empty():
    trace = lines_over_data(DATA, [Line(X, "fan", "redraws", PALETTE["orange"])]).data[-1]
    assert trace.meta == {"now": {"y": "fan"}}
    assert trace.y == (None,)
