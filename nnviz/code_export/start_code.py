"""Where training starts, as source text: the first weights, and which of them a penalty touches."""

from nnviz.code_export.hyperparameters import Lines, wrapped
from nnviz.code_export.model_code import is_linear
from nnviz.code_export.plan import Plan
from nnviz.core.models.activations import ACTIVATIONS


def first_weights_code(plan: Plan) -> Lines:
    """The lines that make the flat vector of the first weights; none where every run has its own."""
    given = plan.hyperparameters.values("first_weights")
    if given:
        return [] if len(given) > 1 else [*wrapped(f"first_weights = {given.pop()}"), ""]
    model = plan.run.model
    drawn = f"first_weights = generator(3).standard_normal({model.n_weights})"
    if not model.hidden:
        return [drawn, ""]
    biases = [int(layer.bias) for layer in model.layers]
    bias, counts = ("1", "") if all(biases) else ("bias", ", BIASES")
    gains = [ACTIVATIONS[model.activation].gain_source] * len(model.hidden) + ["1.0"]
    names = "W, n_in, gain" + ("" if all(biases) else ", bias")
    return [
        f"{drawn}  # then N(0, gain²/n), the biases 0",
        f"for {names} in zip(layers(first_weights), SIZES, [{', '.join(gains)}]{counts}):",
        "    W *= gain / np.sqrt(n_in)",
        f"    W[:, :{bias}] = 0.0",
        "",
    ]


def is_masked(plan: Plan) -> bool:
    """Whether a penalty ever leaves a weight out."""
    return plan.is_penalised and plan.hyperparameters.text("penalised") != "every_weight"


def masks_code(plan: Plan) -> Lines:
    """Which weights a penalty touches, where it does not touch all."""
    if not is_masked(plan):
        return []
    n, hyperparameters = plan.run.model.n_parameters, plan.hyperparameters
    lines = [f"no_bias = np.ones({n})  # which weights the penalty touches"]
    if is_linear(plan.run.model, hyperparameters) and plan.run.model.output_shape:
        lines.append("no_bias.reshape(N_CLASSES, -1)[:, 0] = 0.0")
    elif is_linear(plan.run.model, hyperparameters):
        lines.append(f"no_bias[:{int(plan.run.model.layers[0].bias)}] = 0.0")
    else:
        bias = "1" if all(layer.bias for layer in plan.run.model.layers) else "bias"
        pairs = "layers(no_bias)" if bias == "1" else "zip(layers(no_bias), BIASES)"
        lines += [f"for W{'' if bias == '1' else ', bias'} in {pairs}:", f"    W[:, :{bias}] = 0.0"]
    if hyperparameters.ever("penalised", "every_weight"):
        lines.append(f"every_weight = np.ones({n})")
    return [*lines, ""]
