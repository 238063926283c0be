"""The training loop as source text: epochs and batches, the update, and the losses on the way."""

import textwrap

from nnviz.code_export.hyperparameters import Lines
from nnviz.code_export.model_code import drops, normalises
from nnviz.code_export.plan import Plan
from nnviz.code_export.runs_code import moves_code, table_code, values_code
from nnviz.code_export.start_code import first_weights_code, is_masked, masks_code


def loop_code(plan: Plan) -> str:
    """The first weights and the loop, once for every run."""
    shared = first_weights_code(plan) + masks_code(plan)
    n_steps = "N_STEPS" if plan.same_length else 'run["n_steps"]'
    body = [*_before(plan), f"for step in range({n_steps}):", *_indented(_step(plan))]
    if len(plan.names) == 1:
        last = ["", 'print(f"after {len(losses) - 1} steps: loss {losses[-1]:.12g}, weights {w}")']
        return "\n".join([*shared, *body, *last])
    head = ["results, paths = {}, {}" if plan.keeps_path else "results = {}", "for name, run in RUNS.items():"]
    kept = ["    results[name] = w, losses", *(["    paths[name] = path"] if plan.keeps_path else [])]
    last = ["for name, (w, losses) in results.items():", '    print(f"{name}: loss {losses[-1]:.12g}, weights {w}")']
    lines = [*shared, *table_code(plan), *head, *_indented(body), *kept, "", *last]
    return "\n".join(lines)


def _indented(lines: Lines) -> Lines:
    return textwrap.indent("\n".join(lines), "    ").split("\n")


def _before(plan: Plan) -> Lines:
    """Everything as it is before the first step."""
    lines = values_code(plan)
    if plan.uses_stream:
        if len(plan.names) > 1:
            draws = '[: run["n_draws"]]' if plan.has_own_streams else ""
            lines.append(f"stream = notebook(DRAWS{draws})[2]")
        lines.append("orders = []  # of the examples, one for each epoch")
    lines.append("w = first_weights.copy()")
    if plan.run.edits:
        lines += [f"EDITS = {_edits(plan)}  # steps: which weights were set by hand then, and to what", *_edited("0")]
    if normalises(plan.hyperparameters):
        lines += [
            f"for size, place in zip(SIZES[1:-1], {plan.hyperparameters.text('places')}):",
            '    if place != "off":  # γ = 1, β = 0',
            "        w = np.append(w, np.repeat([1.0, 0.0], size))",
            "# The moving averages of every hidden layer: means 0, variances 1",
            "averages = [np.repeat([0.0, 1.0], size).reshape(2, size, 1) for size in SIZES[1:-1]]",
        ]
    lines += plan.update.before
    lines.append(f"losses = [{_loss(plan, 'outputs(w, X), y')}]  # of all examples, before any step")
    lines += ["path = [w.copy()]"] if plan.keeps_path else []
    return [*lines, "batch_losses = []"] if _has_batch_losses(plan) else lines


def _edits(plan: Plan) -> dict[int, dict[int, float]]:
    """The weights that are set by hand: their places and values by step."""
    found: dict[int, dict[int, float]] = {}
    for step, place, value in plan.run.edits:
        found.setdefault(step, {})[place] = value
    return found


def _edited(step: str) -> Lines:
    return [f"for place, value in EDITS.get({step}, {{}}).items():", "    w[place] = value"]


def _loss(plan: Plan, given: str) -> str:
    return f"{plan.hyperparameters.text('loss')}({given})[0].{'mean' if plan.run.loss.averages else 'sum'}()"


def _has_batch_losses(plan: Plan) -> bool:
    """Whether a batch has a loss of its own. With batch normalisation it is another forward pass, and left out."""
    return (plan.shuffles or drops(plan.hyperparameters)) and not normalises(plan.hyperparameters)


def _step(plan: Plan) -> Lines:
    X, y = ("X[rows]", "y[rows]") if plan.shuffles else ("X", "y")
    z, mask = f"outputs(w, {X})", ""
    if drops(plan.hyperparameters):
        first_row = "" if plan.run.model.output_shape else "[0]"
        z, mask = f"forward(w, {X}, mask)[1][-1]{first_row}", ", mask"
    batch = [f"batch_losses.append({_loss(plan, f'{z}, {y}')})"] if _has_batch_losses(plan) else []
    return [
        *moves_code(plan),
        *_draws(plan),
        *batch,
        f"g = gradient(w, {X}, {y}{mask})",
        *_update(plan),
        *(_edited("step + 1") if plan.run.edits else []),
        f"losses.append({_loss(plan, 'outputs(w, X), y')})",
        *(["path.append(w.copy())"] if plan.keeps_path else []),
        "if not np.isfinite(losses[-1]):",
        "    break",
    ]


def _draws(plan: Plan) -> Lines:
    """The examples of the step, and the neurons that it drops."""
    if not plan.shuffles:
        drawn = ["rng = np.random.default_rng([SEED, step])", "mask = mask_of_step(rng, 0, 1)"]
        return drawn if drops(plan.hyperparameters) else []
    lines = ["steps_per_epoch = -(-len(y) // batch_size)", "epoch, place = divmod(step, steps_per_epoch)"]
    if plan.uses_stream:
        lines += ["while len(orders) <= epoch:", "    orders.append(stream.permutation(len(y)).astype(np.int16))"]
    else:
        lines.append("rng = np.random.default_rng([SEED, epoch])  # all draws of an epoch have its key")
    order = "orders[epoch]" if plan.uses_stream else "rng.permutation(len(y))"
    if plan.hyperparameters.is_variable("shuffles"):
        lines.append(f"order = {order} if shuffles else np.arange(len(y))")
        order = "order"
    lines.append(f"rows = {order}[place * batch_size : (place + 1) * batch_size]")
    return [*lines, "mask = mask_of_step(rng, place, steps_per_epoch)"] if drops(plan.hyperparameters) else lines


def _update(plan: Plan) -> Lines:
    """The optimizer's update by clip(∇L + λ∇R), or the penalty's own step after that by clip(∇L)."""
    hyperparameters = plan.hyperparameters
    clip = ["g = np.clip(g, -clip_value, clip_value)"] if plan.is_used("clip_value") else []
    if plan.is_used("clip_norm"):
        clip += ["length = np.linalg.norm(g)", "if length > clip_norm:", "    g = g * clip_norm / length"]
    descend = [*clip, *plan.update.step]
    if not plan.is_penalised:
        return descend
    strength = _strength(plan)
    slope = [f"g = g + {strength} * {hyperparameters.text('penalty_slope')}(w)  # ∇L + λ∇R"]
    step = [f"w = {hyperparameters.text('penalty_step')}(w, learning_rate * {strength})  # the penalty's own step"]
    if not hyperparameters.is_variable("proximal"):
        return [*descend, *step] if plan.by_step else [*slope, *descend]
    return ["if not proximal:", *_indented(slope), *descend, "if proximal:", *_indented(step)]


def _strength(plan: Plan) -> str:
    """The strength λ for each weight."""
    divided = f"penalty_strength / {'len(rows)' if plan.shuffles else 'len(y)'}"
    known = {"False": "penalty_strength", "True": divided}
    either = f"({divided} if divided_by_batch else penalty_strength)"
    strength = known.get(plan.hyperparameters.text("divided_by_batch"), either)
    return f"{strength} * {plan.hyperparameters.text('penalised')}" if is_masked(plan) else strength
