from nnviz.figures.answer_histogram import answer_histogram
from nnviz.figures.colours import PALETTE
from nnviz.figures.loss_curve import Curve


def test_marks_are_vertical_lines_over_the_bars_and_follow_the_run():
    figure = answer_histogram("z", [Curve("mean_x", "mean", PALETTE["blue"])])
    bars, mark = figure.data
    assert bars.meta == {"now": {"x": "answer_x", "y": "answer_share"}}
    assert mark.meta == {"now": {"x": "mean_x", "y": "mark_y"}}
    assert figure.layout.xaxis.title.text == "z"
