"""The speed of training against a textbook loop, scikit-learn and the notebook: `python -m bench.training`."""

import time
import warnings
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from sklearn.neural_network import MLPClassifier

from bench.references import notebook_sgd, textbook_training
from nnviz.core.analysis.landscape import Slice, filter_normalised_slice, loss_on
from nnviz.core.models.network import Network
from nnviz.core.objectives.class_losses import CLASS_LOSSES
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment, advance, initial_state
from nnviz.core.training.optimizers import GradientDescent

N_STEPS = 4000
REPEATS = 5


def seconds(*runs: Callable[[], object]) -> list[float]:
    """The shortest of several runs of each, taken in turns so that a busy machine is busy for all."""
    best = [np.inf] * len(runs)
    for _ in range(REPEATS):
        for i, run in enumerate(runs):
            start = time.perf_counter()
            run()
            best[i] = min(best[i], time.perf_counter() - start)
    return best


def network(batch_size: int) -> Experiment:
    generator = np.random.default_rng(1)
    X = generator.uniform(-1.0, 1.0, size=(400, 2))
    y = (X[:, 0] * X[:, 1] > 0.0) * 1.0
    optimizer = GradientDescent(0.1, batch_size)
    return Experiment(X, y, Network(2, (8, 8)), LOSSES["log loss"], optimizer, random_source=KeyedSource(1))


def scikit_learn(experiment: Experiment, n_epochs: int) -> None:
    model = MLPClassifier(
        (8, 8),
        "tanh",
        solver="sgd",
        alpha=0.0,
        momentum=0.0,
        batch_size=experiment.optimizer.batch_size,
        learning_rate_init=0.1,
        max_iter=n_epochs,
        n_iter_no_change=n_epochs,
        tol=0.0,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(experiment.X, experiment.y)


def report(name: str, ours: float, others: dict[str, tuple[float, float]]) -> None:
    """One line of the table: µs per step, then each reference, the ratio to it and the goal."""
    ratios = "   ".join(
        f"{other} {micro:7.2f} µs = {micro / ours:5.2f} x (goal {goal:g})" for other, (micro, goal) in others.items()
    )
    print(f"{name:34} {ours:7.2f} µs   {ratios}")


def networks(batch_size: int) -> None:
    experiment = network(batch_size)
    many = replace(experiment, optimizer=GradientDescent(np.geomspace(0.01, 1.0, 16), batch_size))
    start, starts = initial_state(experiment), initial_state(many)
    n_epochs = N_STEPS // -(-400 // batch_size)
    ours, textbook, sixteen, sklearn = seconds(
        lambda: advance(experiment, start, N_STEPS),
        lambda: textbook_training(experiment, start.weights, N_STEPS),
        lambda: advance(many, starts, N_STEPS),
        lambda: scikit_learn(experiment, n_epochs),
    )
    steps = n_epochs * -(-400 // batch_size)
    micro, micro_textbook = ours / N_STEPS * 1e6, textbook / N_STEPS * 1e6
    references = {
        "textbook": (micro_textbook, 3.2 if batch_size == 10 else 2.5),
        "scikit-learn": (sklearn / steps * 1e6, 9.0),
    }
    report(f"2-8-8-1 tanh, batch {batch_size}", micro, references)
    report("  one of 16 learning rates at once", sixteen / N_STEPS / 16 * 1e6, {"textbook": (micro_textbook, 12.0)})
    losses = advance(experiment, start, N_STEPS)[0].loss
    apart = np.abs(losses - textbook_training(experiment, start.weights, N_STEPS)).max()
    print(f"  losses of {N_STEPS} steps at most {apart:.1e} from the textbook's (goal 1e-14)")


def classes(n_classes: int, n_features: int, hidden: tuple[int, ...]) -> None:
    generator = np.random.default_rng(1)
    X = generator.uniform(-1.0, 1.0, size=(400, n_features))
    y = (X @ generator.normal(size=(n_features, n_classes))).argmax(axis=1).astype(float)
    model, optimizer = Network(n_features, hidden, n_outputs=n_classes), GradientDescent(0.1, 10)
    experiment = Experiment(X, y, model, CLASS_LOSSES["softmax"], optimizer, random_source=KeyedSource(1))
    start = initial_state(experiment)
    ours, textbook = seconds(
        lambda: advance(experiment, start, N_STEPS), lambda: textbook_training(experiment, start.weights, N_STEPS)
    )
    name = "-".join(map(str, (n_features, *hidden, n_classes)))
    report(f"{name} softmax, batch 10", ours / N_STEPS * 1e6, {"textbook": (textbook / N_STEPS * 1e6, 2.5)})
    losses = advance(experiment, start, N_STEPS)[0].loss
    apart = np.abs(losses - textbook_training(experiment, start.weights, N_STEPS)).max()
    print(f"  losses of {N_STEPS} steps at most {apart:.1e} from the textbook's")


def linear() -> None:
    generator = np.random.default_rng(1)
    X = generator.normal(size=(1000, 1))
    y = 6.0 + 4.0 * X[:, 0] + generator.normal(size=1000)
    optimizer, random_source = GradientDescent(0.01, 1), KeyedSource(1)
    experiment = Experiment(
        X,
        y,
        Network(1),
        LOSSES["mean squared error"],
        optimizer,
        random_source=random_source,
        initial_weights=np.zeros(2),
    )
    design = np.column_stack([np.ones(1000), X])
    n_epochs, start = 100, initial_state(experiment)
    orders = [random_source.of_epoch(epoch, 1000, 0).order for epoch in range(n_epochs)]
    ours, notebook = seconds(
        lambda: advance(experiment, start, 1000 * n_epochs), lambda: notebook_sgd(design, y, 0.01, orders)
    )
    report("line, batch 1, 100,000 updates", ours * 10, {"notebook": (notebook * 10, 6.0)})
    apart = np.abs(advance(experiment, start, 100_000)[0].loss - notebook_sgd(design, y, 0.01, orders)[1]).max()
    print(f"  losses at most {apart:.1e} from the notebook's")


def surfaces() -> None:
    """A loss surface of 60 by 60 points: of a line, and of a network on 400 examples in single precision."""
    generator, axis = np.random.default_rng(1), np.linspace(-1.0, 1.0, 60)
    X = generator.normal(size=(1000, 1))
    y = 6.0 + 4.0 * X[:, 0] + generator.normal(size=1000)
    line = Slice(np.array([6.0, 4.0]), np.eye(2), axis, axis)
    (of_line,) = seconds(lambda: loss_on(line, Network(1), LOSSES["mean squared error"], X, y))
    experiment = network(10)
    cut = filter_normalised_slice(experiment.model, initial_state(experiment).weights, 1)
    cut = Slice(*(part.astype(np.float32) for part in (cut.anchor, cut.directions, axis, axis)))
    examples = experiment.X.astype(np.float32), experiment.y.astype(np.float32)
    (of_network,) = seconds(lambda: loss_on(cut, experiment.model, experiment.loss, *examples))
    print(f"surface of 60 x 60 points: a line {of_line * 1e3:.2f} ms (goal 0.12), ", end="")
    print(f"a 2-8-8-1 network {of_network * 1e3:.1f} ms (goal 25)")


def main() -> None:
    for batch_size in (10, 32):
        networks(batch_size)
    surfaces()
    for hidden in ((), (8, 8)):
        classes(3, 2, hidden)
        classes(10, 2, hidden)
    classes(10, 64, (32,))
    linear()


if __name__ == "__main__":
    main()
