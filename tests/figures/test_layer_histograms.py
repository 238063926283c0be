from nnviz.figures.colours import PALETTE
from nnviz.figures.layer_histograms import layer_histograms
from nnviz.figures.loss_curve import Curve

RUNS = [Curve("one", "one", PALETTE["blue"]), Curve("other", "other", PALETTE["orange"], "dash")]


def test_every_layer_has_axes_of_its_own_and_both_runs_on_them():
    figure = layer_histograms(3, "values", RUNS)
    assert [trace.xaxis for trace in figure.data] == ["x", "x", "x2", "x2", "x3", "x3"]
    assert figure.data[3].meta == {"now": {"x": "value_2", "y": "other_share_2"}}
    assert [trace.name for trace in figure.data if trace.showlegend] == ["one", "other"]


def test_the_layers_stand_side_by_side():
    layout = layer_histograms(3, "values", RUNS).layout
    ends = [edge for axis in (layout.xaxis, layout.xaxis2, layout.xaxis3) for edge in axis.domain]
    assert ends == sorted(ends)
