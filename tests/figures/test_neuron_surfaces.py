import pytest

from nnviz.figures.neuron_surfaces import neuron_surfaces
from tests.figures.gallery import AXIS, LABELS


@pytest.mark.parametrize("n_neurons", [1, 4, 5, 8])
def test_every_neuron_has_a_surface_and_a_line_in_a_picture_of_its_own(n_neurons):
    figure = neuron_surfaces(LABELS, AXIS, AXIS, n_neurons)
    surfaces = [trace for trace in figure.data if trace.type == "heatmap"]
    lines = [trace for trace in figure.data if trace.name == "sum = 0"]
    assert [trace.meta["now"]["z"] for trace in surfaces] == [f"neuron_{j}" for j in range(1, n_neurons + 1)]
    assert len({trace.xaxis for trace in surfaces}) == n_neurons
    assert [line.xaxis for line in lines] == [surface.xaxis for surface in surfaces]


def test_the_pictures_do_not_overlap():
    layout = neuron_surfaces(LABELS, AXIS, AXIS, 8).layout
    boxes = [
        (*layout[f"xaxis{j}" if j > 1 else "xaxis"].domain, *layout[f"yaxis{j}" if j > 1 else "yaxis"].domain)
        for j in range(1, 9)
    ]
    for i, (left, right, bottom, top) in enumerate(boxes):
        for other_left, other_right, other_bottom, other_top in boxes[:i]:
            apart = right <= other_left or other_right <= left or top <= other_bottom or other_top <= bottom
            assert apart
