"""Several runs in one script, as source text: a table of what they differ in, and what a run takes from it."""

from collections.abc import Sequence

from nnviz.code_export.hyperparameters import Lines, numbers, wrapped
from nnviz.code_export.plan import Plan


def table_code(plan: Plan) -> Lines:
    """The runs by name, each with its own values."""
    rows = []
    for place, name in enumerate(plan.names):
        items = ", ".join(f"{key}={text}" for key, text in _own(plan, place).items())
        rows += wrapped(f"{name!r}: dict({items}),", "    ")
    return ["RUNS = {  # and what they differ in", *rows, "}"]


def _own(plan: Plan, place: int) -> dict[str, str]:
    texts = plan.hyperparameters.texts[place]
    items = {name: texts[0].get(name, "None") for name in differing(plan)}
    items |= {f"{name}_{part}": texts[part][name] for name, part in _moved_apart(plan)}
    if plan.has_own_streams:
        items["n_draws"] = str(len(plan.stream_draws[place]))
    if not plan.same_length:
        items["n_steps"] = str(plan.n_steps[place])
        items |= {f"moved_{part}": str(plan.moved_at(part)[place]) for part in range(1, plan.hyperparameters.n_parts)}
    return items


def differing(plan: Plan) -> Lines:
    """The variables in which the runs differ from the beginning."""
    names = [name for name in plan.variables if plan.hyperparameters.differs(name)]
    return names + (["first_weights"] if len(plan.hyperparameters.values("first_weights")) > 1 else [])


def _moved_apart(plan: Plan) -> list[tuple[str, int]]:
    parts = range(1, plan.hyperparameters.n_parts)
    return [(name, part) for part in parts for name in plan.variables if _moves_apart(plan, name, part)]


def _moves_apart(plan: Plan, name: str, part: int) -> bool:
    return plan.hyperparameters.moved(name, part) and plan.hyperparameters.differs(name, part)


def values_code(plan: Plan) -> Lines:
    """A run's own values, and the first ones of all that moved while the run before it played."""
    shared = [name for name in plan.variables if not plan.hyperparameters.differs(name)]
    lines = [f'{name} = run["{name}"]' for name in differing(plan)]
    return lines + [f"{name} = {plan.first(name)}" for name in shared if _is_set_here(plan, name)]


def _is_set_here(plan: Plan, name: str) -> bool:
    """A choice is set where it is used; a number stands at the top, and is set again where it has moved since."""
    moves = any(plan.hyperparameters.moved(name, part) for part in range(1, plan.hyperparameters.n_parts))
    return name not in numbers() or (moves and len(plan.names) > 1)


def moves_code(plan: Plan) -> Lines:
    """What was moved while the run played, by the step before which it was."""
    lines: Lines = []
    for part in range(1, plan.hyperparameters.n_parts):
        moved = [name for name in plan.variables if plan.hyperparameters.moved(name, part)]
        if moved:
            at = str(plan.moved_at(part)[0]) if plan.same_length else f'run["moved_{part}"]'
            lines.append(f"if step == {at}:  # a hyperparameter was moved while the run played")
            lines += [f"    {name} = {_text_at(plan, name, part)}" for name in moved]
    return lines


def _text_at(plan: Plan, name: str, part: int) -> str:
    return f'run["{name}_{part}"]' if _moves_apart(plan, name, part) else plan.hyperparameters.texts[0][part][name]


def last_values_code(plan: Plan, names: Sequence[str]) -> Lines:
    """A run's own values of these variables as they are in the end, where the runs differ in them."""
    last = plan.hyperparameters.n_parts - 1
    lines: Lines = []
    for name in names:
        at = max((part for part in range(1, last + 1) if _moves_apart(plan, name, part)), default=0)
        if name in plan.variables and plan.hyperparameters.differs(name, last):
            lines.append(f"{name} = {_text_at(plan, name, at)}" if at else f'{name} = run["{name}"]')
    return lines
