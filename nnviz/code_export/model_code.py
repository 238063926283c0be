"""Models as source text: the templates filled with what the runs of a page have."""

from nnviz.code_export.hyperparameters import Hyperparameters
from nnviz.code_export.model_templates import DROPOUT, LAYERS, LINEAR, LINEAR_CLASSES, LINEAR_WITH_BIAS, NETWORK, NORMAL
from nnviz.core.models.batch_norm import OFF, PLACES
from nnviz.core.models.network import Network

SUMS = "sums, a row for each class"
"""What the outputs of K classes are called, where one output is a sum."""


def drops(hyperparameters: Hyperparameters) -> bool:
    """Whether any run ever drops neurons."""
    return any(hyperparameters.values(name) != {"0.0"} for name in ("input_dropout", "hidden_dropout"))


def normalises(hyperparameters: Hyperparameters) -> bool:
    """Whether any run normalises by the batch."""
    return any(repr(place) in text for text in hyperparameters.values("places") for place in PLACES if place != OFF)


def is_linear(model: Network, hyperparameters: Hyperparameters) -> bool:
    """Whether the model needs no layers."""
    return not model.hidden and not drops(hyperparameters)


def model_code(model: Network, hyperparameters: Hyperparameters, averages: bool) -> str:
    """The functions of the model with the hyperparameters that its runs have."""
    terms = {"loss": hyperparameters.text("loss"), "share": " * (1.0 / y.size)" if averages else ""}
    if is_linear(model, hyperparameters) and model.output_shape:
        return LINEAR_CLASSES.format(**terms, n_classes=model.n_outputs)
    if is_linear(model, hyperparameters):
        return (LINEAR_WITH_BIAS if model.layers[0].bias else LINEAR).format(**terms)
    network = _normalised if normalises(hyperparameters) else _network
    dropout = _dropout(hyperparameters) if drops(hyperparameters) else ""
    return _layers(model, hyperparameters) + dropout + "\n" + network(model, hyperparameters, terms)


def _layers(model: Network, hyperparameters: Hyperparameters) -> str:
    biases = [int(layer.bias) for layer in model.layers]
    sizes = [model.n_features, *model.hidden, model.n_outputs]
    constants = "" if all(biases) else f"BIASES = {biases}  # whether a layer has one\n"
    constants += f"N_WEIGHTS = {model.n_weights}\n" if normalises(hyperparameters) else ""
    return LAYERS.format(
        sizes=sizes,
        outputs="classes" if model.output_shape else "output",
        constants=constants,
        bias="1" if all(biases) else "bias",
        also="" if all(biases) else ", bias",
        biases="" if all(biases) else ", BIASES",
        weights="[:N_WEIGHTS]" if normalises(hyperparameters) else "",
    )


def _network(model: Network, hyperparameters: Hyperparameters, terms: dict[str, str]) -> str:
    biased, masked = all(layer.bias for layer in model.layers), drops(hyperparameters)
    others = [name for name, used in (("BIASES", not biased), ("mask", masked)) if used]
    return NETWORK.format(
        **terms,
        mask=", mask" if masked else "",
        each={"BIASES": "bias, ", "mask": "keep, "}.get("".join(others), "bias, keep, " if others else ""),
        layers=f"zip({', '.join(others)}, layers(w))" if others else "layers(w)",
        ones="1" if biased else "bias",
        kept=" * keep" if masked else "",
        at_inference=", scaled_down()" if masked else "",
        sum=SUMS if model.output_shape else "sum",
        first_row="" if model.output_shape else "[0]",
        first="1" if biased else "BIASES[depth]",
        back=" * mask[depth]" if masked else "",
    )


def _normalised(model: Network, hyperparameters: Hyperparameters, terms: dict[str, str]) -> str:
    masked = drops(hyperparameters)
    return NORMAL.format(
        **terms,
        places=hyperparameters.text("places"),
        mask=", mask" if masked else "",
        kept=" * mask[len(inputs)]" if masked else "",
        sum=SUMS if model.output_shape else "sum",
        first_row="" if model.output_shape else "[0]",
        passed=", mask=mask" if masked else "",
        at_inference=", mask=scaled_down()" if masked else "",
        back=" * mask[depth]" if masked else "",
    )


def _dropout(hyperparameters: Hyperparameters) -> str:
    keeps, inverted = "1.0 - dropout_rates()", hyperparameters.text("inverted")
    if hyperparameters.is_variable("inverted"):
        told = ("1, or 1/(1 − rate) when inverted", " / (1.0 - rates) if inverted else mask")
        return "\n" + DROPOUT.format(
            kept=told[0],
            scaled=told[1],
            inference="1 when inverted, else the share that is kept",
            factors=f"np.ones(sum(SIZES[:-1])) if inverted else {keeps}",
        )
    scaled, factors = (" / (1.0 - rates)", "np.ones(sum(SIZES[:-1]))") if inverted == "True" else ("", keeps)
    return "\n" + DROPOUT.format(
        kept="1/(1 − rate) for one that it keeps" if scaled else "1 for one that it keeps",
        scaled=scaled,
        inference="1" if scaled else "the share that is kept",
        factors=factors,
    )
