import numpy as np
import pytest

from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import EpochDraws, RandomSource
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.training.advance import advance
from nnviz.core.training.affine_maps import example_maps
from nnviz.core.training.experiment import Experiment, initial_state
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.training.shuffles import final_weights, shuffles

DATA = make_dataset("toy line", 50, 1.0, seed=0)
START = np.array([1.0, -1.0])


class Given(RandomSource):
    """Draws that are these orders."""

    def __init__(self, orders):
        self.orders = orders

    def normal(self, n):
        raise NotImplementedError

    def of_epoch(self, epoch, n_shuffled, n_uniforms):
        return EpochDraws(self.orders[epoch], np.empty(n_uniforms))


def final(batch_sizes, orders, learning_rate=0.05):
    maps = example_maps(design_matrix(DATA.X), DATA.y, learning_rate)
    return final_weights(maps, batch_sizes, orders, START)


@pytest.mark.parametrize("n_runs", [1, 3, 1200])
def test_every_run_ends_where_the_plain_loop_ends(n_runs):
    orders, sizes = shuffles(np.random.default_rng(1), 3, 50, n_runs), (1, 2, 7, 50)
    together = final(sizes, orders)
    assert together.shape == (4, n_runs, 2)
    for batch_size, of_size in zip(sizes, together, strict=True):
        for run in range(min(n_runs, 3)):
            experiment = Experiment(
                DATA.X,
                DATA.y,
                Network(1),
                LOSSES["mean squared error"],
                GradientDescent(0.05, batch_size),
                random_source=Given(orders[..., run]),
                initial_weights=START,
            )
            _, state = advance(experiment, initial_state(experiment), 3 * -(-50 // batch_size))
            np.testing.assert_allclose(of_size[run], state.weights, rtol=1e-11)


def test_every_epoch_of_every_run_takes_every_example_once_in_an_order_of_its_own():
    orders = shuffles(np.random.default_rng(0), 4, 30, 5)
    assert (np.sort(orders, axis=1) == np.arange(30)[:, None]).all()
    assert len({order.tobytes() for order in orders.mT.reshape(-1, 30)}) == 20


def test_batches_that_divide_the_data_scatter_less_the_larger_they_are_and_all_the_data_not_at_all():
    orders = shuffles(np.random.default_rng(2), 200, 50, 300)
    deviations = final((1, 5, 25, 50), orders).std(axis=1).max(axis=-1)
    assert deviations[0] > 2 * deviations[1] > 4 * deviations[2]
    assert deviations[3] < 1e-12


def test_runs_that_diverge_are_large_or_undefined_without_a_warning():
    weights = final((1,), shuffles(np.random.default_rng(0), 20, 50, 10), learning_rate=3.0)
    assert not (np.abs(weights) < 1e6).any()
