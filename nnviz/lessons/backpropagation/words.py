"""The sentences of the page."""

from nnviz.core.types import FloatArray
from nnviz.lessons.backpropagation.checks import check
from nnviz.lessons.backpropagation.knobs import ALL, DROPPED, KEPT, N_EXAMPLES, BackpropagationSettings
from nnviz.lessons.backpropagation.setup import sizes

NETWORK = r"""
## The smallest deep network

Two neurons stand in a row, both with the sigmoid $\Phi(u) = 1/(1 + e^{-u})$:

$$
k = b_0 + w_0 x, \quad z = \Phi(k), \quad t = b_1 + w_1 z, \quad \hat y = \Phi(t), \quad \ell = \ell(\hat y, y).
$$

**Forward**, each quantity is computed from the one before it. **Backward**, the derivative of $\ell$ is multiplied,
edge by edge, with one factor for every step: how much the end of the edge changes with its start. For the first weight
"""

SHARED = r"""
The weights of the second neuron use the first two factors too. So the work is done once: what arrives at $t$ is
passed on to $z$. That is all there is to *backpropagation*: the chain rule, from the back, without computing
anything twice. For a batch, the products of all examples are averaged. The mean of the products is not the product of
the means: therefore the table.
"""

CANCELS = r"""
## Squared error or log loss

With the squared error the factor at $t$ is $2(\hat y - y)\,\Phi'(t)$. An example that is certain and wrong stands where
$\Phi$ is flat: $\Phi'(t) = \hat y(1 - \hat y)$ is almost 0, and it hardly pulls, though its error is the largest.
With the log loss,

$$
\frac{\partial \ell}{\partial t} = \frac{\hat y - y}{\hat y (1 - \hat y)} \cdot \hat y (1 - \hat y) = \hat y - y :
$$

the slope of the last sigmoid cancels. The more wrong, the stronger the pull. The slopes of the *hidden* sigmoids
remain, in both cases.
"""

CONSTANTS = r"""
## Constant factors

The squared error $\frac1N \sum (\hat y_i - y_i)^2$ has the gradient $\frac2N \sum (\hat y_i - y_i) \cdots$. The
notebook leaves the 2 out of its formulas, and both 2 and $1/N$ out of its code; of the log loss its code leaves out
$1/N$. So its step with the rate $\eta$ is the true gradient's step with

$$
\eta \cdot \frac{N}{2} \;\text{(squared error)}, \qquad \eta \cdot N \;\text{(log loss)}.
$$

A constant changes the length of the gradient, not its direction: the path is the same when the rate is changed with it,
and the minimum is the same in any case. But rates cannot be compared across losses then, nor across batch sizes; and
a gradient check finds the difference at once. It is the gradient of another loss: half the *sum* of the squared errors.
"""

CHECK = r"""
## Gradient check

A derived gradient may be wrong and still go downhill, so it is compared with central differences
$(L(w + h) - L(w - h))/2h$. Wide ones are wrong by about $h^2$, narrow ones by the rounding of $L$ divided by $h$; in
between, at $h \approx 10^{-5}$, eight to ten digits agree. A wrong factor shows as a flat line.
"""

VANISH = r"""
## Larger networks

On the way back through a layer, the derivative is multiplied with the weights and with $\varphi'$. The slope of the
sigmoid is never above $1/4$: with weights of moderate size every layer makes the gradient several times smaller, and
the first layers learn almost nothing. The slope of ReLU is 1 wherever a neuron is active, so with weights of standard
deviation $\sqrt{2/n}$ (scale 1.4) the size stays.
"""


def article(settings: BackpropagationSettings) -> str:
    """What is computed, with the factors of the chosen loss."""
    outer = r"\frac{\hat y - y}{\hat y (1 - \hat y)}" if settings.loss == "log loss" else _squared(settings)
    chain = (
        "$$\n\\frac{\\partial \\ell}{\\partial w_0} = "
        rf"\underbrace{{{outer}}}_{{\partial \ell / \partial \hat y}} \cdot"
        r"\underbrace{\Phi'(t)}_{\partial \hat y / \partial t} \cdot \underbrace{w_1}_{\partial t / \partial z} \cdot"
        r"\underbrace{\Phi'(k)}_{\partial z / \partial k} \cdot \underbrace{x}_{\partial k / \partial w_0}"
        "\n$$"
    )
    parts = [NETWORK.strip(), chain, SHARED.strip(), CANCELS.strip(), CONSTANTS.strip(), CHECK.strip(), VANISH.strip()]
    return "\n\n".join(parts)


def _squared(settings: BackpropagationSettings) -> str:
    return r"2(\hat y - y)" if settings.constants == KEPT else r"(\hat y - y)"


def facts(settings: BackpropagationSettings) -> str:
    """The three ways to the gradient, the constant that is dropped, and the larger networks."""
    found = check(settings)
    return (
        f"At the sliders' weights the chain rule, the model's own backward pass and finite differences agree to "
        f"**{found.apart:.0e}**. {_dropped(settings)}{_vanishing(settings)}"
    )


def _dropped(settings: BackpropagationSettings) -> str:
    if settings.constants == KEPT:
        return ""
    n = N_EXAMPLES if settings.example == ALL else 1
    factor = n / 2 if settings.loss == "squared error" else n
    rate = settings.learning_rate
    same = f"η = {rate:g} does what {rate * factor:g} does"
    return f"Without its constants the gradient is {factor:g} times as long: {same}. "


def _vanishing(settings: BackpropagationSettings) -> str:
    depth = int(settings.depth)
    shares = [f"{name} {_ratio(_sizes(settings, name))}" for name in ("sigmoid", "ReLU")]
    return (
        f"From the last hidden layer's weights to the first of {depth}, the gradient shrinks to: {', '.join(shares)}."
    )


def _sizes(settings: BackpropagationSettings, name: str) -> FloatArray:
    return sizes(name, int(settings.depth), int(settings.width), settings.weight_scale, int(settings.seed))


def _ratio(size: FloatArray) -> str:
    """The first layer's gradient as a share of that of the last hidden layer."""
    return f"**{size[0] / size[-2]:.2g}**" if size[-2] > 0.0 else "0 of 0"


def notice(settings: BackpropagationSettings) -> str:
    """What the combination of settings means."""
    if settings.constants == DROPPED and settings.example != ALL and settings.loss == "log loss":
        return "With one example, N = 1: there is no constant to drop from the log loss."
    return ""


def explain(settings: BackpropagationSettings, step: int) -> str:
    """Why a run ended."""
    return f"Diverged at step {step:,}: the learning rate {settings.learning_rate:g} is too large."
