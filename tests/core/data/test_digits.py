"""The handwritten digits are scikit-learn's; run as a module it writes their file anew."""

from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

import nnviz.core.data
from nnviz.core.analysis.class_scores import class_accuracy
from nnviz.core.data.class_datasets import DIGITS, make_class_dataset
from nnviz.core.data.datasets import split
from nnviz.core.data.digits import FILE, N_DIGITS, draw_digits, read_digits
from nnviz.core.models.network import Network
from nnviz.core.objectives.class_losses import CLASS_LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import advance
from nnviz.core.training.experiment import Experiment, initial_state
from nnviz.core.training.optimizers import GradientDescent

PATH = Path(nnviz.core.data.__file__).with_name("files") / FILE


def write(path):
    given = load_digits()
    np.savez_compressed(path, points=given.data.astype(np.uint8), digits=given.target.astype(np.uint8))


def test_the_pictures_and_their_digits_are_the_reference_librarys():
    given = load_digits()
    X, y = read_digits()
    np.testing.assert_array_equal(16.0 * X, given.data)
    np.testing.assert_array_equal(y, given.target)


def test_the_file_is_small_and_what_the_module_writes(tmp_path):
    assert PATH.stat().st_size < 50_000
    write(tmp_path / FILE)
    assert (tmp_path / FILE).read_bytes() == PATH.read_bytes()


def test_a_part_of_the_digits_has_nearly_equally_many_of_each():
    counts = np.bincount(draw_digits(300, 0.0, 0).y.astype(int))
    assert len(counts) == 10
    assert set(counts.tolist()) <= {29, 30, 31}


def test_a_network_tells_more_than_95_percent_of_the_digits_held_out():
    training, held_out = split(make_class_dataset(DIGITS, N_DIGITS, 0.0, 0), 1 / 3, 0)
    network, descent = Network(64, (32,), "tanh", n_outputs=10), GradientDescent(0.5, 32)
    run = Experiment(training.X, training.y, network, CLASS_LOSSES["softmax"], descent, random_source=KeyedSource(0))
    weights = advance(run, initial_state(run), 400)[1].weights
    assert class_accuracy(held_out.y, network.outputs(weights, held_out.X)) > 0.95


if __name__ == "__main__":
    write(PATH)
