"""What the prose on neurons says about the activation, and about the line that a deep network collapses to."""

from collections.abc import Mapping

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.lessons.neurons.experiment import X_RANGE, DeepNetwork, deep_network, experiment, loss_name
from nnviz.lessons.neurons.settings import NeuronSettings

FEW_NEURONS = 3


def values(settings: NeuronSettings) -> Mapping[str, object]:
    """The activation's entry, the training, and the line of the deep network with the sums that lead to it."""
    network = deep_network(settings)
    bias, weight = network.line
    return {
        "activation": ACTIVATIONS[settings.activation],
        "n_samples": len(experiment(settings).y),
        "is_log_loss": loss_name(settings) == "log loss",
        "is_convex": loss_name(settings) == "log loss" or settings.activation == "none",
        "is_bent": settings.activation != "none",
        "few_neurons": _few_neurons(network),
        "output_bias": network.model.views(network.weights)[-1][0, 0],
        "bias": bias,
        "weight": weight,
        "n_weights": network.model.n_parameters,
        "off_line": network.off_line(X_RANGE),
    }


def _few_neurons(network: DeepNetwork) -> list[tuple[float, float, float]]:
    """What the output multiplies each neuron with, its bias and its weight; empty but for one layer of few neurons."""
    if len(network.model.hidden) > 1 or network.model.hidden[0] > FEW_NEURONS:
        return []
    first, last = network.model.views(network.weights)
    return [(out, bias, weight) for out, (bias, weight) in zip(last[0, 1:], first, strict=True)]
