"""A whole run of single-example updates, every loss recorded, against three loops: `python -m bench.whole_run`."""

from collections.abc import Iterator

import numpy as np

from bench.references import notebook_sgd, tight_sgd
from bench.training import report, seconds
from nnviz.core.draws import KeyedDraws
from nnviz.core.experiment import Experiment, initial_state
from nnviz.core.losses import LOSSES
from nnviz.core.models import Network
from nnviz.core.optimizers import GradientDescent
from nnviz.core.types import IntArray
from nnviz.core.whole_run import all_updates, plain_updates

N_SAMPLES, N_EPOCHS = 1000, 100
N_STEPS = N_SAMPLES * N_EPOCHS


def main() -> None:
    generator = np.random.default_rng(1)
    X = generator.normal(size=(N_SAMPLES, 1))
    y = 6.0 + 4.0 * X[:, 0] + generator.normal(size=N_SAMPLES)
    draws, loss = KeyedDraws(1), LOSSES["mean squared error"]
    optimizer, zeros = GradientDescent(0.01, 1), np.zeros(2)
    experiment = Experiment(X, y, Network(1), loss, optimizer, draws=draws, initial_weights=zeros)
    design, start = np.column_stack([np.ones(N_SAMPLES), X]), initial_state(experiment)

    def orders() -> Iterator[IntArray]:
        return (draws.of_epoch(epoch, N_SAMPLES, 0).order for epoch in range(N_EPOCHS))

    composed, tight, plain, notebook = seconds(
        lambda: all_updates(experiment, N_STEPS),
        lambda: tight_sgd(design, y, 0.01, orders()),
        lambda: plain_updates(experiment, start, N_STEPS),
        lambda: notebook_sgd(design, y, 0.01, orders()),
    )
    micro = {"tight loop": (tight, 20.0), "advance()": (plain, 5.0), "notebook": (notebook, 100.0)}
    references = {name: (total / N_STEPS * 1e6, goal) for name, (total, goal) in micro.items()}
    report("line, composed in blocks", composed / N_STEPS * 1e6, references)
    apart = np.abs(all_updates(experiment, N_STEPS).loss - tight_sgd(design, y, 0.01, orders())[1]).max()
    print(f"  {N_STEPS:,} updates with shuffles take {composed * 1e3:.1f} ms; losses at most {apart:.1e} apart")


if __name__ == "__main__":
    main()
