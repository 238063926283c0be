"""One small example of every figure, for the tests that hold for all of them."""

import numpy as np

from nnviz.core.models.network import Network
from nnviz.figures import graph_objects as go
from nnviz.figures.actual_against_predicted import actual_against_predicted
from nnviz.figures.answer_histogram import answer_histogram
from nnviz.figures.answers import answers
from nnviz.figures.backpropagation_diagram import backpropagation_diagram
from nnviz.figures.class_curves import class_curves
from nnviz.figures.class_decisions import class_confusion, probability_bars
from nnviz.figures.class_examples import ClassExamples
from nnviz.figures.class_regions import class_regions
from nnviz.figures.colours import PALETTE
from nnviz.figures.computation_graph import DrawnGraph, computation_graph
from nnviz.figures.decision_region import decision_region
from nnviz.figures.descents import Descent, Mark, Outline, Track
from nnviz.figures.examples import Examples
from nnviz.figures.fit import fitted_line, probability_curve
from nnviz.figures.gradient_limit import AFTER, BEFORE, circle, gradient_limit
from nnviz.figures.gradient_norm import gradient_norm
from nnviz.figures.layer_histograms import layer_histograms
from nnviz.figures.lines import Line, lines_over_data, truth
from nnviz.figures.living_network import LivingNetwork, living_network
from nnviz.figures.loss_curve import Curve, loss_curve
from nnviz.figures.loss_surface import loss_surface
from nnviz.figures.network_diagram import DiagramArrays, network_diagram
from nnviz.figures.network_lattice import Lattice
from nnviz.figures.neuron_picture import ShownNeuron, neuron_curve, neuron_surface
from nnviz.figures.neuron_surfaces import neuron_surfaces
from nnviz.figures.parameter_plane import parameter_plane
from nnviz.figures.pictures import Tiles, weight_pictures, wrong_pictures
from nnviz.figures.planes import Plane, RecordedPlane
from nnviz.figures.reliability_diagram import ReliabilityCurve, reliability_diagram
from nnviz.figures.sampling_histogram import Histogram, sampling_histogram
from nnviz.figures.simplex import simplex
from nnviz.figures.weight_arrows import weight_arrows

AXIS = np.linspace(-3.0, 3.0, 13)
PLANE = Plane(AXIS, AXIS, AXIS[:, None] ** 2 + 2 * AXIS**2, "bias", "w1")
RECORDED_PLANE = RecordedPlane("direction 1", "direction 2", "log loss")
OPTIMUM = Mark(0.0, 0.0, "least squares", z=0.0)
START = Mark(-2.0, 1.0, "start", kind="start", z=9.0)
BALL = Outline(np.array([1.0, 0.0, -1.0, 0.0, 1.0]), np.array([0.0, 1.0, 0.0, -1.0, 0.0]), "L1 ball")
MOVING = Descent(path=Track(step=None, how="now"), point=Track("here_x", "here_y", "here_z", None, "now"))

_rng = np.random.default_rng(0)
_X, _labels = _rng.normal(size=(40, 2)), (np.arange(40) % 2).astype(float)
LINE = Examples(_X[:30, :1], 6 + 4 * _X[:30, 0], ("x",), "y", _X[30:, :1], 6 + 4 * _X[30:, 0])
LABELS = Examples(_X[:30], _labels[:30], ("x1", "x2"), "class", _X[30:], _labels[30:])
NAMES = ("A", "B", "C")
CLASSES = ClassExamples(_X[:30], np.arange(30) % 3.0, _X[30:], np.arange(10) % 3.0, ("x1", "x2"), NAMES)
TILES = Tiles(2, 3, 9, 14)
PRODUCT = DrawnGraph(
    [[], [], [0, 1]], ["x", "y", "×"], ["x", "y", "x * y"], ["2", "3", "6"], ["a", "b"], frozenset({0, 1})
)


def figures() -> dict[str, go.Figure]:
    """Draw every figure once, keyed by its name."""
    return {
        **of_classes(),
        **of_networks(),
        "loss curve": loss_curve(),
        "loss curve, logarithmic": loss_curve(scale="logarithmic"),
        "gradient norm": gradient_norm(clip_norm=1.0),
        "gradient norm, not clipped": gradient_norm(),
        "gradient limit": gradient_limit([BEFORE, AFTER], ("∂L/∂bias", "∂L/∂w2"), 8.0, circle(5.0)),
        "loss surface": loss_surface(PLANE, [Descent(start=START)], [OPTIMUM]),
        "loss surface of the run": loss_surface(RECORDED_PLANE, [MOVING]),
        "parameter plane": parameter_plane(PLANE, [Descent(start=START)], [OPTIMUM], [BALL]),
        "parameter plane of the run": parameter_plane(RECORDED_PLANE, [MOVING]),
        "fitted line": fitted_line(LINE, AXIS, 6 + 4 * AXIS),
        "probability curve": probability_curve(LABELS, AXIS),
        "decision region": decision_region(LABELS, AXIS, AXIS),
        "actual against predicted": actual_against_predicted(LINE),
        "computation graph": computation_graph(PRODUCT),
        "backpropagation diagram": backpropagation_diagram("2(ŷ − y)", ["%{customdata[0]}"] * 4),
        "lines over data": lines_over_data(
            LINE, [truth(AXIS, 6 + 4 * AXIS), Line(AXIS, "fan", "redraws", PALETTE["orange"])], LINE.y + 1.0
        ),
        "sampling histogram": sampling_histogram(Histogram(AXIS, np.exp(AXIS[1:]), AXIS, np.exp(AXIS)), "bias", 0.5),
        "answer histogram": answer_histogram("z", [Curve("mean_x", "mean", PALETTE["blue"])]),
        "layer histograms": layer_histograms(1, "values", [Curve("one", "one", PALETTE["blue"])]),
    }


def of_classes() -> dict[str, go.Figure]:
    """Those of models with an output for each class."""
    return {
        "class regions": class_regions(CLASSES, AXIS, AXIS),
        "answers of classes": answers(CLASSES, AXIS, AXIS, "region"),
        "neuron surfaces of classes": neuron_surfaces(CLASSES, AXIS, AXIS, 1),
        "class regions, straight borders": class_regions(CLASSES, AXIS, AXIS, straight=True),
        "class curves": class_curves(CLASSES, AXIS),
        "class confusion": class_confusion(NAMES, "confusion"),
        "probability bars": probability_bars(NAMES, 1),
        "probability bars of a picture": probability_bars(tuple("0123456789"), 7, np.zeros((8, 8))),
        "simplex": simplex(NAMES),
        "reliability diagram": reliability_diagram([ReliabilityCurve("p", "model", PALETTE["blue"], "circle")], 0.1),
        "wrong pictures": wrong_pictures(TILES),
        "weight pictures": weight_pictures(TILES, ("0", "1")),
        "weight arrows": weight_arrows(("x1", "x2"), NAMES, 3),
        "weight arrows of neurons": weight_arrows(("x1", "x2"), (), 8),
    }


def of_networks() -> dict[str, go.Figure]:
    """Those of networks and their neurons."""
    return {
        "network diagram of classes": network_diagram(
            Network(2, (3,), n_outputs=3).layers, ("x1", "x2"), classes=NAMES
        ),
        "network diagram": network_diagram(Network(2, (3,)).layers, ("x1", "x2"), DiagramArrays(crosses="crosses")),
        "living network": living_network(
            LivingNetwork(Network(2, (3,)).layers, ("x1", "x2"), Lattice((2, 3, 1), 2), "surfaces", np.zeros((5, 2)))
        ),
        "neuron over a plane": neuron_surface(LABELS, AXIS, AXIS, ShownNeuron(Lattice((2, 3, 1), 13), 1, 2, 1.0)),
        "neuron over a line": neuron_curve(LINE, AXIS, ShownNeuron(Lattice((1, 3, 1), 13), 1, 2, None)),
        "neuron surfaces": neuron_surfaces(LABELS, AXIS, AXIS, 1),
    }
