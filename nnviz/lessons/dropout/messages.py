"""The page's sentences: what follows from the settings, and what does nothing and why."""

from collections.abc import Mapping

from nnviz.lessons.dropout.experiment import SIDES, chosen, data, model
from nnviz.lessons.dropout.settings import OWN, DropoutSettings


def summary(settings: DropoutSettings) -> str:
    """How many neurons are dropped, and how many subnetworks there are."""
    network = model(settings, "scaled")
    n = network.n_droppable
    training, held_out = data(settings)
    if n == 0:
        return "Both rates are 0: nothing is dropped, and the three runs are the same to the last bit."
    dropped = sum(
        layer.n_inputs * rate for layer, rate in zip(network.layers, network.dropout_rates, strict=True) if rate
    )
    return (
        f"A step drops {dropped:.3g} of {n} neurons and features on average, so it trains one of "
        f"$2^{{{n}}} {_power(n)}$ subnetworks. There are {len(training.y):,} training points for "
        f"{network.n_parameters} weights, and {len(held_out.y):,} points to validate."
    )


def _power(n: int) -> str:
    number = 2.0**n
    if number < 1e5:
        return f"= {number:.0f}"
    digits, exponent = f"{number:.1e}".split("e")
    return f"\\approx {digits} \\cdot 10^{{{int(exponent)}}}"


def notice(settings: DropoutSettings) -> str:
    """What was done to data of one's own, and a sentence about a combination of settings that needs one."""
    return f"{chosen(settings).notice(OWN)} {_combination(settings)}".strip()


def _combination(settings: DropoutSettings) -> str:
    if settings.input_dropout > 0.2:
        both = 100.0 * settings.input_dropout**2
        return (
            f"There are only two features, and about {both:.0f} % of the steps drop both: such a step may move biases "
            "and the weights of later layers, but no weight of a feature."
        )
    return ""


def disabled_reasons(settings: DropoutSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons = dict(chosen(settings).disabled_reasons("n_samples", "noise"))
    if settings.hidden_dropout == 0 and settings.input_dropout == 0:
        reasons["inside"] = "Nothing is dropped: both runs are the same."
    return reasons


def explain(settings: DropoutSettings, diverged_at: Mapping[str, int]) -> str:
    """Why all runs ended."""
    first = min(diverged_at.values())
    return f"All {len(SIDES)} runs diverged, the first at step {first:,}: lower the learning rate."
