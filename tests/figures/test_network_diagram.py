import numpy as np

from nnviz.core.models.network import Network
from nnviz.figures.network_diagram import DiagramArrays, network_diagram
from nnviz.figures.network_edges import FULL_WIDTH

SMALL = Network(2, (4,), biases=(True, False))
MIDDLE = Network(2, (8, 8))
DEEP = Network(2, (16, 16))


def trace(figure, name):
    return next(trace for trace in figure.data if trace.name == name)


def ribbon(figure, sign, widths):
    """The corners (n_edges, 4, 2) of the edges of one sign for recorded widths."""
    drawn = trace(figure, f"{sign} weight")
    how = drawn.meta["linear"]["y"]
    y = [
        np.nan if base is None else base + factor * widths[place]
        for base, factor, place in zip(how["base"], how["factor"], how["index"], strict=True)
    ]
    return np.stack([np.array(drawn.x, dtype=float), y], axis=-1).reshape(-1, 5, 2)[:, :4]


def test_every_weight_has_an_edge_in_the_order_of_the_models_weights():
    for model in (SMALL, MIDDLE, DEEP):
        figure = network_diagram(model.layers, ("x1", "x2"))
        assert ribbon(figure, "positive", np.zeros(model.n_parameters)).shape[0] == model.n_parameters
    names = trace(network_diagram(SMALL.layers, ("x1", "x2")), "weights").text
    assert names[:6] == ("1 → h1", "x1 → h1", "x2 → h1", "1 → h2", "x1 → h2", "x2 → h2")
    assert names[-2:] == ("h3 → ŷ", "h4 → ŷ")


def test_an_edge_without_width_has_no_area_and_width_grows_linearly():
    figure = network_diagram(SMALL.layers, ("x1", "x2"))
    widths = np.zeros(SMALL.n_parameters)
    widths[[1, 2]] = FULL_WIDTH, FULL_WIDTH / 2
    corners = ribbon(figure, "positive", widths)
    height = corners[:, 3, 1] - corners[:, 0, 1]
    assert height[0] == 0.0
    flat = np.hypot(1.0, (corners[:, 1, 1] - corners[:, 0, 1]))  # steeper edges are drawn higher, to look as wide
    assert height[1] > height[2] > 0.0
    assert np.all(flat > 0.0)


def test_an_edge_runs_from_its_neuron_to_its_neuron():
    figure = network_diagram(SMALL.layers, ("x1", "x2"))
    nodes = trace(figure, "neurons")
    at = {label: (x, y) for x, y, label in zip(nodes.x, nodes.y, nodes.text, strict=True)}
    corners = ribbon(figure, "negative", np.full(SMALL.n_parameters, FULL_WIDTH))
    middle = (corners[:, [0, 1]] + corners[:, [3, 2]]) / 2
    start, end = middle[-1]
    np.testing.assert_allclose(start, at["h4"], atol=1e-6)
    np.testing.assert_allclose(end, at["ŷ"], atol=1e-6)


def test_numbers_stand_beside_the_edges_of_a_small_network_only():
    assert "text" in trace(network_diagram(SMALL.layers, ("x1", "x2")), "weights").mode
    assert "text" not in trace(network_diagram(MIDDLE.layers, ("x1", "x2")), "weights").mode
    assert "weights" not in [drawn.name for drawn in network_diagram(DEEP.layers, ("x1", "x2")).data]


def test_crosses_stand_on_what_may_be_dropped():
    figure = network_diagram(DEEP.layers, ("x1", "x2"), DiagramArrays(crosses="crosses"))
    assert len(trace(figure, "dropped at this step").x) == 2 + 16 + 16
    assert all(trace.name != "dropped at this step" for trace in network_diagram(DEEP.layers, ("x1", "x2")).data)
