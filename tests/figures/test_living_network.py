import numpy as np
import pytest

from nnviz.core.models.network import Network
from nnviz.figures.living_network import LivingNetwork, NetworkTools, living_network
from nnviz.figures.network_lattice import Lattice

SIZES = [(1, 1), (2, 1), (2, 8, 8, 1), (2, 1, 8, 3, 8, 1), (7, 4, 1), (2, 2, 1)]
each_size = pytest.mark.parametrize("sizes", SIZES)


def drawn(sizes, shows="nothing", features=None):
    model, names = Network(sizes[0], sizes[1:-1]), [f"x{i + 1}" for i in range(sizes[0])]
    return LivingNetwork(model.layers, names, Lattice(sizes, 20), shows, features, NetworkTools("neuron"))


def boxes(sizes):
    lattice = Lattice(sizes, 20)
    return [(x, y, *lattice.half(column)) for column in range(len(sizes)) for x, y in lattice.places(column)]


@each_size
def test_no_neuron_covers_another_one_or_leaves_the_picture(sizes):
    placed = boxes(sizes)
    for i, (x, y, width, height) in enumerate(placed):
        assert width <= x <= len(sizes) - width
        assert height <= y <= max(sizes) - height
        for other_x, other_y, other_width, other_height in placed[:i]:
            assert abs(x - other_x) > width + other_width or abs(y - other_y) > height + other_height


@each_size
def test_an_image_has_its_pictures_where_the_neurons_stand(sizes):
    lattice = Lattice(sizes, 20)
    features = np.zeros((sizes[0] * 20 + (sizes[0] - 1) * lattice.gap, 20), dtype=np.uint8)
    images = [trace for trace in living_network(drawn(sizes, "surfaces", features)).data if trace.type == "heatmap"]
    assert len(images) == len(sizes)
    for column, image in enumerate(images):
        width, height = lattice.half(column)
        for number, (x, y) in enumerate(lattice.places(column)):
            lowest = (sizes[column] - 1 - number) * (20 + lattice.gap)
            centres = image.y0 + image.dy * np.array([lowest, lowest + 19])
            np.testing.assert_allclose(centres, [y - height + image.dy / 2, y + height - image.dy / 2])
            np.testing.assert_allclose(image.x0 + image.dx * 9.5, x)
            np.testing.assert_allclose(20 * image.dx, 2 * width)


def test_there_is_a_place_to_touch_for_every_neuron_and_every_weight():
    touched = living_network(drawn((2, 3, 1))).layout.meta["network"]
    assert [name for *_, name in touched["neurons"]] == ["1.1", "1.2", "1.3", "output"]
    assert len(touched["weights"]) == Network(2, (3,)).n_parameters
    names = [name for *_, name in touched["weights"]]
    assert names[:4] == ["bias of 1.1", "x1 → 1.1", "x2 → 1.1", "bias of 1.2"]
    assert names[-4:] == ["bias of output", "1.1 → output", "1.2 → output", "1.3 → output"]


def test_without_tools_nothing_is_touched():
    plain = LivingNetwork(Network(1).layers, ["x"], Lattice((1, 1), 20))
    assert living_network(plain).layout.meta is None


def test_a_feature_is_named_without_its_unit():
    figure = living_network(LivingNetwork(Network(1).layers, ["petal length (cm)"], Lattice((1, 1), 20)))
    assert [note.text for note in figure.layout.annotations] == ["petal length"]
