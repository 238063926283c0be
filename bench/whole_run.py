"""A whole run of single-example updates, every loss recorded, against three loops: `python -m bench.whole_run`."""

from dataclasses import dataclass, replace

import numpy as np

from bench.references import notebook_sgd, tight_sgd
from bench.training import report, seconds
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import EpochDraws, KeyedSource, RandomSource
from nnviz.core.training.experiment import Experiment, initial_state
from nnviz.core.training.full_run import all_updates, plain_updates
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray, IntArray

N_SAMPLES, N_EPOCHS = 1000, 100
N_STEPS = N_SAMPLES * N_EPOCHS


@dataclass(frozen=True, eq=False)
class Shuffled(RandomSource):
    """Draws made beforehand: shuffling costs all loops the same, and is not what is compared."""

    orders: list[IntArray]

    def normal(self, n: int) -> FloatArray:
        raise NotImplementedError

    def of_epoch(self, epoch: int, n_shuffled: int, n_uniforms: int) -> EpochDraws:
        return EpochDraws(self.orders[epoch], np.empty(n_uniforms))


def main() -> None:
    generator = np.random.default_rng(1)
    X = generator.normal(size=(N_SAMPLES, 1))
    y = 6.0 + 4.0 * X[:, 0] + generator.normal(size=N_SAMPLES)
    orders = [KeyedSource(1).of_epoch(epoch, N_SAMPLES, 0).order for epoch in range(N_EPOCHS)]
    loss, optimizer, zeros = LOSSES["mean squared error"], GradientDescent(0.01, 1), np.zeros(2)
    experiment = Experiment(X, y, Network(1), loss, optimizer, random_source=Shuffled(orders), initial_weights=zeros)
    shuffling = replace(experiment, random_source=KeyedSource(1))
    design, start = np.column_stack([np.ones(N_SAMPLES), X]), initial_state(experiment)
    composed, with_shuffles, tight, plain, notebook = seconds(
        lambda: all_updates(experiment, N_STEPS),
        lambda: all_updates(shuffling, N_STEPS),
        lambda: tight_sgd(design, y, 0.01, orders),
        lambda: plain_updates(experiment, start, N_STEPS),
        lambda: notebook_sgd(design, y, 0.01, orders),
    )
    totals = {"tight loop": (tight, 20.0), "advance()": (plain, 10.0), "notebook": (notebook, 100.0)}
    references = {name: (total / N_STEPS * 1e6, goal) for name, (total, goal) in totals.items()}
    report("line, composed in blocks", composed / N_STEPS * 1e6, references)
    apart = np.abs(all_updates(experiment, N_STEPS).loss - tight_sgd(design, y, 0.01, orders)[1]).max()
    times = f"{composed * 1e3:.1f} ms, with shuffling {with_shuffles * 1e3:.1f} ms"
    print(f"  {N_STEPS:,} updates take {times}; losses at most {apart:.1e} apart")


if __name__ == "__main__":
    main()
