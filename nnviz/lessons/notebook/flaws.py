"""The numbers that show what is wrong in the notebook; the prose says what they mean."""

from collections.abc import Callable, Mapping

import numpy as np

from nnviz.core.analysis.floating_point import stable_sigmoid
from nnviz.core.analysis.priors import PRIORS
from nnviz.core.autodiff.finite_differences import central_differences
from nnviz.core.notebook.fits import notebook_fit
from nnviz.core.notebook.printed import ARRAY, PRINTED
from nnviz.core.notebook.retraining import make, pieces_of
from nnviz.core.objectives.loss_rules import log_loss
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.solvers.lasso import lasso
from nnviz.core.solvers.ridge import ridge
from nnviz.core.training.advance import advance
from nnviz.core.training.clipping import clip_by_norm
from nnviz.core.training.experiment import Experiment, initial_state
from nnviz.core.types import FloatArray

CLIP_NORM = 5.0


def _notebooks_clip(g: FloatArray, limit: float) -> FloatArray | np.floating:
    """What the notebook's function computes: the norm takes the gradient's place where nothing needs clipping."""
    length = np.linalg.norm(g)
    return g * limit / length if length > limit else length


def _descend(run: Experiment, clip: Callable[[FloatArray, float], FloatArray | np.floating]) -> FloatArray:
    """1,000 steps on all the data from 0, η = 0.01."""
    A, w = np.column_stack([np.ones(len(run.y)), run.X]), np.zeros(2)
    for _ in range(1000):
        w = w - 0.01 * clip(2.0 * A.T @ (A @ w - run.y) / len(run.y), CLIP_NORM)
    return w


def clipping() -> Mapping[str, object]:
    """What the clip function makes of (3, −1) and of a descent, and a correct one too."""
    _, line = notebook_fit("gd_3000")
    g = np.array([3.0, -1.0])
    return {
        "returned": _notebooks_clip(g, CLIP_NORM),
        "correct": ARRAY.text(clip_by_norm(g, CLIP_NORM)),
        "ends_at": ARRAY.text(_descend(line, _notebooks_clip)),
        "should_end_at": ARRAY.text(_descend(line, clip_by_norm)),
    }


def factors() -> Mapping[str, object]:
    """The gradient that the code uses for XOR, divided by that of the mean squared error, at the first weights."""
    _, run = notebook_fit("xor_mse")
    weights, mean = initial_state(run).weights, LOSSES["squared error of the probability"]

    def mean_error(w: FloatArray) -> float:
        return float(mean.of_batch(run.model.outputs(w, run.X), run.y))

    used = advance(run, initial_state(run), 1)[0].gradient[0]
    ratio = used / central_differences(mean_error, weights)
    return {"least": ratio.min(), "mean": ratio.mean()}


def batch_penalty() -> Mapping[str, object]:
    """The exact ridge with the factors 1/8, 1/1000 and 2/1000, and what is printed for batches of 8 and of 1000."""
    _, line = notebook_fit("ridge_64")
    eighth, thousandth, two = (ARRAY.text(ridge(line.X, line.y, s, bias=True)) for s in (1 / 8, 1 / 1000, 2 / 1000))
    printed = PRINTED["ridge_batch_sizes"]
    return {
        "eighth": eighth,
        "thousandth": thousandth,
        "two_thousandths": two,
        "printed_8": printed["8"],
        "printed_1000": printed["1000"],
    }


def early_end() -> Mapping[str, object]:
    """The exact lasso, and how far from it the library and the descent end."""
    _, line = notebook_fit("lasso_gd")
    exact = lasso(line.X, line.y, 2.0, bias=True)
    library = PRINTED["lasso_exact"][""]
    (descent,) = pieces_of("lasso_gd")
    return {
        "exact": ARRAY.text(exact),
        "library": library,
        "library_away": abs(float(library.strip("[").split()[0]) - exact[0]),
        "descent": PRINTED["lasso_gd"][""],
        "descent_away": abs(float(make(descent, None)[0][0]) - exact[0]),
    }


def laplace() -> Mapping[str, object]:
    """The logarithm of the Laplace density at w = 0 for b = 2."""
    log_density = PRIORS["Laplace"].log_density(np.zeros(1), 2.0)[0]
    return {"log_density": log_density}


def circle() -> Mapping[str, object]:
    """What the label computes at (1.5, 1.5), and the norm there."""
    w = np.array([1.5, 1.5])
    typo, norm = np.sqrt(w[0] + w[1] ** 2), np.linalg.norm(w)
    return {"typo": typo, "norm": norm}


def dropout() -> Mapping[str, object]:
    """A rate, and the mean sum of eight neurons under random masks as a share of the sum without dropout."""
    rate, generator = 0.2, np.random.default_rng(777)
    outputs = generator.uniform(size=8)
    kept = generator.random((100_000, 8)) >= rate
    mean = float((kept * outputs).sum(axis=1).mean() / outputs.sum())
    return {"rate": rate, "mean": mean}


def sure_log_loss() -> Mapping[str, object]:
    """The log loss of a sure and right prediction, taken after rounding and without."""
    z = np.array([40.0])
    with np.errstate(divide="ignore", invalid="ignore"):
        theirs = -(np.log(stable_sigmoid(z)) + 0.0 * np.log(1.0 - stable_sigmoid(z)))[0]
    ours = log_loss(z, np.ones(1))[0]
    return {"theirs": theirs, "ours": ours}


def after_the_step() -> Mapping[str, object]:
    """The mean loss of the examples of epochs 2 to 20, after the step that used them and before it."""
    _, run = notebook_fit("sgd")
    recording, _ = advance(run, initial_state(run), 20_000)
    order = np.concatenate([run.random_source.of_epoch(epoch, len(run.y), 0).order for epoch in range(20)])
    X, y, late = run.X[order, 0], run.y[order], slice(1000, None)
    after = (recording.weights[:, 0] + recording.weights[:, 1] * X - y) ** 2
    return {"after": after[late].mean(), "before": recording.loss[late].mean()}
