"""The page's sentences: its text, what follows from the settings, and what does nothing and why."""

from collections.abc import Mapping

from nnviz.lessons.dropout.knobs import OWN, DropoutSettings
from nnviz.lessons.dropout.setup import N_SUBNETWORKS, SIDES, chosen, data, is_exact, model

WHY = """## Why it helps

The network has more weights than there are training points. Without dropout it learns the noise: the training loss goes
to 0 while the validation loss rises, because it is sure where it should not be. With dropout no neuron can rely on
another one being there, so what the network learns has to work for many subnetworks at once. This is noise in the
training: the training loss stays higher, and with a rate that is too high, or too few neurons, the network learns
nothing at all. It does not always help: see the presets."""


def text(settings: DropoutSettings) -> str:
    """What is computed, with the numbers of the settings in it."""
    return "\n\n".join(
        [
            "## What is on the screen",
            "Before every step each hidden neuron is dropped with the chance "
            f"$r = {settings.hidden_dropout:g}$ and each feature with ${settings.input_dropout:g}$, anew, for the "
            "whole batch. What is left is a smaller network; the step trains that one alone:",
            "$$\nh = \\varphi(W_1 (m_0 \\circ x) + b_1), \\quad z = w \\cdot (m \\circ h) + b\n$$",
            "where the masks $m$ hold 0 for what is dropped. The weights into and out of a dropped neuron do not "
            "change at that step. The crosses show the very mask with which the step on the screen was made.",
            "Three runs start from the same weights and see the same points in the same order; the two with dropout "
            "also draw the same masks. All losses are means of the log loss at inference, with all neurons.",
            WHY,
            "## Inference",
            _inference(settings),
            _exactness(settings),
        ]
    )


def _inference(settings: DropoutSettings) -> str:
    return (
        "With all neurons present a layer receives more than it ever did in training: on average $1/(1 - r)$ times as "
        "much. **Dropout** therefore multiplies every weight that leaves a droppable neuron with its keep probability "
        "$1 - r$ (not with the rate $r$) at inference. **Inverted dropout** keeps the weights and divides by $1 - r$ "
        "while training: its mask holds $1/(1 - r)$ for what is kept. Both make the expected input of a layer the "
        "same in training and at inference. They are not the same training: dividing makes the gradients larger.\n\n"
        f"The histogram asks {N_SUBNETWORKS:,} random subnetworks about the point ✚. Their mean is what inference "
        "stands for; the dotted line is the network with all neurons and no correction."
    )


def _exactness(settings: DropoutSettings) -> str:
    if is_exact(settings):
        return (
            "Here the output is linear in the only mask that counts, so inference **is** the expectation over all "
            "subnetworks: the two lines differ by the sampling error alone, about one standard error."
        )
    reasons = []
    if settings.measure != "the sum z":
        reasons.append("the probability is a curved function of z")
    if settings.input_dropout > 0:
        reasons.append("the mask of the features goes through an activation function")
    if settings.hidden_layers == 2 and settings.hidden_dropout > 0:
        reasons.append("the first layer's mask goes through the second layer's activation function")
    return (
        f"Here inference only approximates the mean, since {', and '.join(reasons)}: the mean of a function is not the "
        "function of the mean. With one hidden layer, no dropped features, and the sum z, it is exact."
    )


def facts(settings: DropoutSettings) -> str:
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
        f"$2^{{{n}}} \\approx {_power(n)}$ subnetworks. There are {len(training.y):,} training points for "
        f"{network.n_parameters} weights, and {len(held_out.y):,} points to validate."
    )


def _power(n: int) -> str:
    number = 2.0**n
    if number < 1e5:
        return f"{number:.0f}"
    digits, exponent = f"{number:.1e}".split("e")
    return f"{digits} \\cdot 10^{{{int(exponent)}}}"


def notice(settings: DropoutSettings) -> str:
    """What was done to data of one's own, and a sentence about a combination of settings that needs one."""
    return f"{chosen(settings).notice(OWN)} {_combination(settings)}".strip()


def _combination(settings: DropoutSettings) -> str:
    if settings.input_dropout > 0.2:
        return "There are only two features: a step that drops both learns nothing but biases."
    return ""


def irrelevant(settings: DropoutSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons = dict(chosen(settings).irrelevant("n_samples", "noise"))
    if settings.hidden_dropout == 0 and settings.input_dropout == 0:
        reasons["inside"] = "Nothing is dropped: both runs are the same."
    return reasons


def explain(settings: DropoutSettings, diverged_at: Mapping[str, int]) -> str:
    """Why all runs ended."""
    first = min(diverged_at.values())
    return f"All {len(SIDES)} runs diverged, the first at step {first:,}: lower the learning rate."
