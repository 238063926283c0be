"""Losses, activations and penalties as functions of a script, put together from the entries of their registries."""

from nnviz.core.models.activations import Activation
from nnviz.core.objectives.losses import LossSource
from nnviz.core.objectives.penalty_kinds import PenaltySource

SIGMOID = '''
def sigmoid(z):
    """σ(z) = 1/(1 + e⁻ᶻ)."""
    return 1.0 / (1.0 + np.exp(-z))
'''


def loss_code(source: LossSource) -> str:
    """The function (z, y) that gives ℓ for every example, and its derivative by z."""
    lines = [*source.before, f"return {source.value}, {source.derivative}"]
    return _function(source.name, "z, y", source.meaning, *lines)


def activation_code(activation: Activation) -> str:
    """The functions of an activation and of its slope."""
    return "\n".join(
        [
            _function("activation", "z", f"φ(z) = {activation.text}.", f"return {activation.source.value}"),
            _function(
                "activation_slope",
                "z",
                "φ′(z), told from a = φ(z).",
                "a = activation(z)",
                f"return {activation.source.slope}",
            ),
        ]
    )


def penalty_slope_name(source: PenaltySource) -> str:
    """What the function is called that gives ∂R/∂w."""
    return f"{source.name}_slope"


def penalty_slope_code(source: PenaltySource) -> str:
    """The function (w) that gives ∂R/∂w."""
    return _function(penalty_slope_name(source), "w", source.slope_meaning, f"return {source.slope}")


def penalty_step_name(source: PenaltySource) -> str:
    """What the function of the proximal step is called."""
    return f"{source.name}_step"


def penalty_step_code(source: PenaltySource) -> str:
    """The function (w, t) of the proximal step, where there is one."""
    return _function(penalty_step_name(source), "w, t", source.step_meaning, f"return {source.step}")


def _function(name: str, arguments: str, meaning: str, *lines: str) -> str:
    body = "\n".join(f"    {line}" for line in lines)
    return f'\ndef {name}({arguments}):\n    """{meaning}"""\n{body}\n'
