"""Losses, activations and penalties as source text, keyed by the words of the core."""

from dataclasses import dataclass

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.objectives.losses import LOSSES, Loss
from nnviz.core.objectives.neuron_losses import squared_error_through

SIGMOID = '''
def sigmoid(z):
    """σ(z) = 1/(1 + e⁻ᶻ)."""
    return 1.0 / (1.0 + np.exp(-z))
'''


@dataclass(frozen=True)
class FunctionCode:
    """A function's name, its text, and whether it needs the sigmoid."""

    name: str
    text: str

    @property
    def needs_sigmoid(self) -> bool:
        """Whether the text calls it."""
        return "sigmoid(" in self.text


SQUARED_ERROR = FunctionCode(
    "squared_error",
    '''
def squared_error(z, y):
    """ℓ = (z − y)², and its derivative by z."""
    return (z - y) ** 2, 2.0 * (z - y)
''',
)
LOG_LOSS = FunctionCode(
    "log_loss",
    '''
def log_loss(z, y):
    """ℓ = −y ln σ(z) − (1 − y) ln(1 − σ(z)), written without overflow, and its derivative σ(z) − y."""
    return np.maximum(z, 0.0) - y * z + np.log1p(np.exp(-np.abs(z))), sigmoid(z) - y
''',
)
PROBABILITY_ERROR = FunctionCode(
    "probability_error",
    '''
def probability_error(z, y):
    """ℓ = (p − y)² with p = σ(z), and its derivative 2(p − y)·p(1 − p)."""
    p = sigmoid(z)
    return (p - y) ** 2, 2.0 * (p - y) * p * (1.0 - p)
''',
)
HALF_PROBABILITY_ERROR = FunctionCode(
    "half_probability_error",
    '''
def half_probability_error(z, y):
    """ℓ = ½(p − y)² with p = σ(z), and its derivative (p − y)·p(1 − p)."""
    p = sigmoid(z)
    return 0.5 * (p - y) ** 2, (p - y) * p * (1.0 - p)
''',
)
LOSS_CODE: dict[str, FunctionCode] = {
    "mean squared error": SQUARED_ERROR,
    "log loss": LOG_LOSS,
    "squared error of the probability": PROBABILITY_ERROR,
    "summed log loss": LOG_LOSS,
    "half the summed squared error of the probability": HALF_PROBABILITY_ERROR,
}
"""The word of a loss -> the function (z, y) that gives it for every example, and its derivative."""

ERROR_OF_NEURON = FunctionCode(
    "error_of_neuron",
    '''
def error_of_neuron(z, y):
    """ℓ = (φ(z) − y)², and its derivative 2(φ(z) − y)·φ′(z)."""
    residual = activation(z) - y
    return residual**2, 2.0 * residual * activation_slope(z)
''',
)


def loss_code(loss: Loss) -> tuple[FunctionCode, str]:
    """The function of a loss, and the activation that it calls, if any. Raises KeyError for a loss without a text."""
    for word, known in LOSSES.items():
        if known is loss:
            return LOSS_CODE[word], ""
    for word, activation in ACTIVATIONS.items():
        if squared_error_through(activation) is loss:
            return ERROR_OF_NEURON, word
    raise KeyError("a loss without a text")


def activation_code(word: str) -> str:
    """The functions of an activation and of its slope."""
    chosen = ACTIVATIONS[word]
    return f'''
def activation(z):
    """φ(z) = {chosen.text}."""
    return {chosen.source.value}


def activation_slope(z):
    """φ′(z), told from a = φ(z)."""
    a = activation(z)
    return {chosen.source.slope}
'''


def _slope(name: str, formula: str, value: str) -> FunctionCode:
    return FunctionCode(f"{name}_slope", f'\ndef {name}_slope(w):\n    """{formula}"""\n    return {value}\n')


def _step(name: str, formula: str, value: str) -> FunctionCode:
    text = f'\ndef {name}_step(w, t):\n    """{formula}"""\n    return {value}\n'
    return FunctionCode(f"{name}_step", text)


SOFT = "np.sign(w) * np.maximum(np.abs(w) - {}, 0.0)"
POWER = "np.sign(w) * exponent * np.power(np.abs(w), exponent - 1.0, where=w != 0.0, out=np.zeros_like(w))"
PENALTY_SLOPES: dict[str, FunctionCode] = {
    "L1": _slope("l1", "The subgradient of Σ|w|, 0 at 0.", "np.sign(w)"),
    "L2": _slope("l2", "The gradient of Σw².", "2.0 * w"),
    "elastic net": _slope(
        "net", "A subgradient of α Σ|w| + (1 − α) Σw².", "l1_share * np.sign(w) + 2.0 * (1.0 - l1_share) * w"
    ),
    "p-norm": _slope("power", "A subgradient of Σ|w|ᵖ, 0 at 0.", POWER),
}
"""The word of a penalty R -> the function (w) that gives ∂R/∂w."""

PENALTY_STEPS: dict[str, FunctionCode] = {
    "L1": _step("l1", "The u that minimises ½‖u − w‖² + t·Σ|u|: small weights become exactly 0.", SOFT.format("t")),
    "L2": _step("l2", "The u that minimises ½‖u − w‖² + t·Σu².", "w / (1.0 + 2.0 * t)"),
    "elastic net": _step(
        "net",
        "The u that minimises ½‖u − w‖² + t·(α Σ|u| + (1 − α) Σu²).",
        SOFT.format("t * l1_share") + " / (1.0 + 2.0 * t * (1.0 - l1_share))",
    ),
}
"""The word of a penalty R -> the function (w, t) of its proximal step, where there is one."""
