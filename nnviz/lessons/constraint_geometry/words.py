"""The sentences of the constraint geometry page."""

from collections.abc import Mapping

import numpy as np

from nnviz.lessons.constraint_geometry import setup
from nnviz.lessons.constraint_geometry.knobs import FEATURES, NOTEBOOKS, GeometrySettings

TEXT = """\
## Two ways to say the same

A penalty can be read as a limit: among the weights of a ball find those of least loss,

$$
\\min_w L(w) \\quad \\text{{subject to}} \\quad \\Big(\\sum_j |w_j|^p\\Big)^{{1/p}} \\le t, \\qquad p = {p:g}.
$$

{model} The contours are ellipses around the least squares weights; they are circles only where the features are
uncorrelated and of equal scale. Let a contour grow from there: where it first touches the ball lies the constrained
optimum. There the direction downhill, $-\\nabla L$, is a multiple of the ball's outward normal,

$$
-\\nabla L(w) = \\lambda \\, \\nabla \\sum_j |w_j|^p ,
$$

and this is the condition for a minimum of $L(w) + \\lambda\\sum_j|w_j|^p$. So every size $t$ has its $\\lambda$: a
small ball has a large one, and a ball that holds the least squares weights has $\\lambda = 0$. At a corner there is
no one normal but a cone of them (dashed, for $p = 1$), and any downhill direction within it will do.

## Why some balls give zeros

The diamond of $p = 1$ touches many different ellipses at a corner, where one weight is exactly 0. The circle of
$p = 2$ has no corner: to touch it on an axis an ellipse must come straight along it. For $p$ near 10 the ball is nearly
a square, whose corners lie on the diagonals: it makes the weights equal in size. {below}

$t$ is the size of the ball along the axes for every $p$. The penalty itself is $\\sum|w|^p = t^p$, without the root.
Both weights are penalised here{bias}."""
BELOW = {
    False: "Below $p = 1$ the ball is a star, which is not convex: zeros are still more likely, but there may be "
    "several touching points, and the lowest is shown.",
    True: "This ball is a star ($p < 1$), which is not convex. Several points may touch; the lowest is shown. It can "
    "jump as $t$ grows, and it need not be the minimum of the penalised loss: it may be a stationary point only.",
}


def text(settings: GeometrySettings) -> str:
    """What is drawn; the numbers that follow the ball stand in the facts."""
    two = setup.names(settings)[0] == "w1"
    model = (
        "The loss is the mean squared error of $\\hat y = b + w_1x_1 + w_2x_2$, the bias at its best for every pair."
        if two
        else "The loss is the mean squared error of $\\hat y = b + w_1x$."
    )
    bias = ", as in the notebook; a bias is better left free" if not two else "; the bias is free"
    return TEXT.format(p=settings.exponent, model=model, bias=bias, below=BELOW[settings.exponent < 1.0])


def facts(settings: GeometrySettings) -> str:
    """The constrained and the unconstrained optimum in numbers."""
    loss, (best, strength) = setup.loss(settings), setup.optimum(settings)
    first, second = setup.names(settings)
    rows = (("constrained", best), ("least squares", loss.centre))
    lines = [f"| | {first} | {second} | size | loss |", "|:--|--:|--:|--:|--:|"]
    for name, weights in rows:
        size, height = setup.norm(weights, settings.exponent), float(loss.loss(weights))
        lines.append(f"| {name} | {_number(weights[0])} | {_number(weights[1])} | {size:.4f} | {height:.5f} |")
    return (
        "\n".join(lines)
        + f"\n\nThe ball of t = {settings.size:g} belongs to **λ = {strength:.5g}**. {_where(settings)}"
    )


def _number(weight: float) -> str:
    return f"{weight:.5f}" if weight else "0"


def _where(settings: GeometrySettings) -> str:
    best, strength = setup.optimum(settings)
    if strength == 0.0:
        return "It holds the least squares weights, so the limit does not bind."
    if settings.exponent <= 1.0 and np.any(best == 0.0):
        return "They touch at a corner: one weight is exactly 0."
    normal = np.abs(best) ** (settings.exponent - 1.0) * np.sign(best)
    downhill = -setup.loss(settings).gradient(best)
    cosine = normal @ downhill / np.linalg.norm(normal) / np.linalg.norm(downhill)
    angle = np.degrees(np.arccos(min(cosine, 1.0)))
    return f"Between the direction downhill and the normal of the ball lie {angle:.4f} degrees."


def irrelevant(settings: GeometrySettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons: dict[str, str] = {}
    if settings.data != FEATURES:
        own = ("first_weight", "second_weight", "correlation")
        reasons |= dict.fromkeys(own, "This line has its own weights, 6 and 4, and one feature.")
    if settings.data == NOTEBOOKS:
        reasons |= dict.fromkeys(("n_samples", "noise", "seed"), "The notebook's data are fixed.")
    return reasons
