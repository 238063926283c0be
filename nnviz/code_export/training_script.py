"""A script that trains what a page trains: made from experiments, whatever page they come from."""

from collections.abc import Mapping, Sequence

from nnviz.code_export.data_code import GENERATOR, changes_code, data_code
from nnviz.code_export.function_code import (
    SIGMOID,
    activation_code,
    loss_code,
    penalty_slope_code,
    penalty_step_code,
)
from nnviz.code_export.hyperparameters import numbers, wrapped
from nnviz.code_export.loop_code import loop_code
from nnviz.code_export.model_code import model_code
from nnviz.code_export.notebook_code import notebook_code
from nnviz.code_export.plan import Plan
from nnviz.code_export.run_pictures import Drawing, picture_of
from nnviz.code_export.script import CELL
from nnviz.code_export.trained import Training
from nnviz.core.models.activations import ACTIVATIONS

LOSS_ALONE = Drawing()


def training_script(parts: Sequence[Mapping[str, Training]], drawing: Drawing = LOSS_ALONE) -> str:
    """The text of a script for runs whose settings changed: a part for every settings, in turn; and what it draws.

    A part says what trains from there on, and its updates are those made before the next; the last part's are all.
    Raises KeyError for a part of a run that has no text.
    """
    plan = Plan.of(parts, drawing.needs_path)
    cells = [
        _settings(plan),
        f"{CELL}The data\n{_data(plan)}",
        f"{CELL}The model and its loss\n{_functions(plan)}",
        f"{CELL}Training\n{loop_code(plan)}",
        picture_of(plan, drawing),
    ]
    return "\n\n".join(cell.strip("\n") + "\n" for cell in cells)


def _settings(plan: Plan) -> str:
    lines = ["import numpy as np", "", 'np.seterr(all="ignore")  # an overflow is how a run diverges', ""]
    lines += [f"N_STEPS = {plan.n_steps[0]}"] if plan.same_length else []
    lines += [] if plan.seed is None else [f"SEED = {plan.seed}"]
    lines += [
        f"{name} = {plan.first(name)}  # {meaning}"
        for name, meaning in numbers().items()
        if plan.is_used(name) and not plan.hyperparameters.differs(name)
    ]
    return "\n".join(lines)


def _data(plan: Plan) -> str:
    examples = _examples(plan)
    rng_keys = "generator(" in examples or plan.draws_first_weights
    return (GENERATOR + "\n" if rng_keys else "") + examples


def _examples(plan: Plan) -> str:
    steps = plan.run.provenance.steps if plan.run.provenance else ()
    if not steps or steps[0].word != "notebook":
        return data_code(plan.run)
    draws = max(plan.stream_draws, key=len)
    function = notebook_code(str(steps[0].numbers["data"]), draws)
    listed = "\n".join(wrapped(f"DRAWS = {draws!r}"))
    return f"{function}\n\n{listed}\nX, y, stream = notebook(DRAWS)\n" + changes_code(steps[1:])


def _functions(plan: Plan) -> str:
    """The loss, the activation, the model and the penalty, and the sigmoid where one of them calls it."""
    hyperparameters, model = plan.hyperparameters, plan.run.model
    losses = dict.fromkeys(run.loss.source for run in plan.every_experiment)
    called = dict.fromkeys(loss.activation for loss in losses if loss.activation is not None)
    activations = [ACTIVATIONS[model.activation]] if model.hidden else list(called)
    texts = [activation_code(activation) for activation in activations]
    texts += [loss_code(loss) for loss in losses]
    texts.append(model_code(model, hyperparameters, plan.run.loss.averages))
    if plan.is_penalised:
        texts += [penalty_slope_code(penalty) for penalty in plan.penalties if plan.by_slope]
        texts += [penalty_step_code(penalty) for penalty in plan.penalties if plan.by_step and penalty.step]
    return "\n".join([SIGMOID, *texts] if any("sigmoid(" in text for text in texts) else texts)
