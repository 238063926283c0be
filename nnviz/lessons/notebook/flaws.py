"""What is wrong in the notebook, each with numbers that show it, computed when the page is asked for."""

from collections.abc import Callable
from functools import cache

import numpy as np

from nnviz.core.analysis.floating_point import stable_sigmoid
from nnviz.core.analysis.priors import PRIORS
from nnviz.core.autodiff.finite_differences import central_differences
from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.fits import notebook_fit
from nnviz.core.notebook.printed import ARRAY, PRINTED
from nnviz.core.notebook.published import replay
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


def _code(numbers: FloatArray) -> str:
    """Numbers as NumPy prints them; as code, since Markdown takes brackets for a link."""
    return f"`{ARRAY.text(numbers)}`"


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


def clipping() -> str:
    """The clip function."""
    _, line = notebook_fit("gd_3000")
    _, clipped = next(replay(CHAIN, "clipped"))
    recording, _ = advance(clipped, initial_state(clipped), 1600)
    g = np.array([3.0, -1.0])
    return f"""\
The notebook's clip function returns the **length** of a gradient that is short enough, where it should return the
gradient. Every weight then moves down by the same number. For $g = (3, -1)$ and the limit 5 it returns
{_notebooks_clip(g, CLIP_NORM):.4f}, a correct one {_code(clip_by_norm(g, CLIP_NORM))}. On the toy line (1,000 steps
on all the data from 0, $\\eta = 0.01$) its weights end at {_code(_descend(line, _notebooks_clip))}, with a correct
clip at {_code(_descend(line, clip_by_norm))}. The printed digits do not show it: the shortest gradient in the first
1,600 steps of its clipped fits has the length {recording.gradient_norm.min():.0f}, so every one of them was clipped."""


def factors() -> str:
    """Constant factors of the gradient."""
    _, run = notebook_fit("xor_mse")
    weights, mean = initial_state(run).weights, LOSSES["squared error of the probability"]

    def mean_error(w: FloatArray) -> float:
        return float(mean.of_batch(run.model.outputs(w, run.X), run.y))

    used = advance(run, initial_state(run), 1)[0].gradient[0]
    ratio = used / central_differences(mean_error, weights)
    return f"""\
The formulas for the gradient of the mean squared error of a network lack the factor 2, and the code drops $2/N$ as
well, so the step is not $\\eta$ times the gradient of the stated loss. On XOR, at the first weights, what the code
uses divided by the gradient of the mean (by finite differences) is {ratio.min():.6f} for every weight: $\\eta = 1$
there is $\\eta = {ratio.mean():.0f}$ for the mean squared error, and $\\eta = 4$ for the mean log loss."""


def batch_penalty() -> str:
    """The penalty's scale."""
    _, line = notebook_fit("ridge_64")
    eighth, thousandth, two = (_code(ridge(line.X, line.y, s, bias=True)) for s in (1 / 8, 1 / 1000, 2 / 1000))
    printed = PRINTED["ridge_batch_sizes"]
    return f"""\
Its ridge adds $2w/B$ to the gradient of a batch of $B$ and calls the dependence on $B$ a side effect. It is another
problem for every $B$: the mean squared error plus $\\frac1B\\sum w^2$, while the formula above it says
$\\frac{{\\lambda}}N$. The exact answer with $1/8$ is {eighth}, near the printed `{printed["8"]}` for $B = 8$; with
$1/1000$ it is {thousandth}, near the printed `{printed["1000"]}` for $B = 1000$. A factor that does not depend on the
batch, as everywhere on these pages, needs no such care. The lasso's factor is not divided by anything, so the two
$\\lambda$ mean different things.

It also compares with scikit-learn at `alpha=2`, since the library's derivative is said to lack the constant 2. It
does not: what is minimised is $\\sum (y - Xw)^2 + \\alpha\\sum w^2$, so the same problem has `alpha=1`, with the
exact answer {thousandth}; `alpha=2` gives {two}."""


def early_end() -> str:
    """The exact lasso that is not exact."""
    _, line = notebook_fit("lasso_gd")
    exact = lasso(line.X, line.y, 2.0, bias=True)
    return f"""\
The lasso of scikit-learn, against which the notebook checks its own, ends after three rounds of coordinate descent.
The exact weights are {_code(exact)}; the library's `{PRINTED["lasso_exact"][""]}` are
{abs(_first(PRINTED["lasso_exact"][""]) - exact[0]):.0e} away, the notebook's own descent,
`{PRINTED["lasso_gd"][""]}`, {abs(float(_lasso_by_descent()[0]) - exact[0]):.0e}."""


def _first(printed: str) -> float:
    return float(printed.strip("[").split()[0])


@cache
def _lasso_by_descent() -> FloatArray:
    (piece,) = pieces_of("lasso_gd")
    return make(piece, None)[0]


def laplace() -> str:
    """The constant of the log density."""
    log_density = PRIORS["Laplace"].log_density(np.zeros(1), 2.0)[0]
    return f"""\
The logarithm of the Laplace density $\\frac1{{2b}} e^{{-|w|/b}}$ is $-\\ln 2b - |w|/b$. The notebook writes
$-\\frac1{{2b}} - |w|/b$. At $w = 0$ and $b = 2$ that is −0.25; the logarithm is {_minus(log_density, 4)}. The
constant falls out of the derivative, so nothing that follows from it is wrong."""


def circle() -> str:
    """The exponent in the label."""
    w = np.array([1.5, 1.5])
    typo, norm = np.sqrt(w[0] + w[1] ** 2), np.linalg.norm(w)
    return f"""\
The label of the L2 ball reads $\\sqrt{{w_1^1 + w_2^2}} \\le 2$. At $(1.5, 1.5)$ that is {typo:.4f}, inside; the point
is outside the circle that is drawn, since its norm is {norm:.4f}. Where $w_1 < -w_2^2$ the label has no value."""


def dropout() -> str:
    """What weights are scaled by."""
    rate, generator = 0.2, np.random.default_rng(777)
    outputs = generator.uniform(size=8)
    kept = generator.random((100_000, 8)) >= rate
    mean = float((kept * outputs).sum(axis=1).mean() / outputs.sum())
    return f"""\
For inference the weights are to be scaled "by the dropout rate". It has to be the share that is **kept**. With rate
{rate:g}, the sum of eight neurons under 100,000 random masks is on the average {mean:.4f} of the sum without dropout:
$1 - {rate:g}$, not {rate:g}. At the rate 0.5 of its example the two are the same."""


def trace() -> str:
    """The log loss of sure and right predictions, and when the loss is taken."""
    z = np.array([40.0])
    with np.errstate(divide="ignore", invalid="ignore"):
        theirs = -(np.log(stable_sigmoid(z)) + 0.0 * np.log(1.0 - stable_sigmoid(z)))[0]
    ours = log_loss(z, np.ones(1))[0]
    return f"""\
Its sigmoid is stable, its log loss is not: $\\ln(1 - \\sigma(z))$ is taken after rounding. For an example with label
1 and $z = 40$ it adds $0 \\cdot \\ln 0$ and gets {theirs}; the loss is {ours:.3g}. The gradient does not use it, so
only traces can break."""


def after_the_step() -> str:
    """The loss of an example that was just learned."""
    _, run = notebook_fit("sgd")
    recording, _ = advance(run, initial_state(run), 20_000)
    order = np.concatenate([run.random_source.of_epoch(epoch, len(run.y), 0).order for epoch in range(20)])
    X, y, late = run.X[order, 0], run.y[order], slice(1000, None)
    after = (recording.weights[:, 0] + recording.weights[:, 1] * X - y) ** 2
    return f"""\
The traces record the loss of a batch **after** the step that used it. With one example at a step that is too good:
over epochs 2 to 20 the mean is {after[late].mean():.4f}, before the step it is {recording.loss[late].mean():.4f}. Our
traces show the loss before the step."""


def _minus(number: float, digits: int) -> str:
    return f"{number:.{digits}f}".replace("-", "−")


FLAWS: dict[str, Callable[[], str]] = {
    "Clipping returns a number": clipping,
    "Constant factors": factors,
    "The penalty depends on the batch": batch_penalty,
    "A check that is not exact": early_end,
    "The logarithm of the Laplace density": laplace,
    "A circle that is none": circle,
    "Dropout at inference": dropout,
    "An infinite logarithm": trace,
    "The loss after the step": after_the_step,
}


@cache
def flaws() -> str:
    """All of them as Markdown."""
    return "\n\n".join(f"### {title}\n\n{tell()}" for title, tell in FLAWS.items())
