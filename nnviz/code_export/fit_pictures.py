"""What a model answers over its examples, as source text for Matplotlib."""

import numpy as np

from nnviz.code_export.given_rows import Names, label
from nnviz.code_export.hyperparameters import Lines
from nnviz.code_export.model_code import drops, normalises
from nnviz.code_export.picture_code import Panel, written
from nnviz.code_export.plan import Plan
from nnviz.code_export.runs_code import last_values_code

CURVE = """
axis.plot(x, {answer_on_x}{label})
"""
CURVE_BEFORE = """
axis.scatter(X[:, 0], y, s=12, color="grey")
x = np.linspace(X.min(), X.max(), 200)
"""
GRID = """
low, high = X.min(axis=0), X.max(axis=0)
margin = 0.1 * (high - low)
a, b = np.linspace(low - margin, high + margin, 120).T
places = np.stack(np.meshgrid(a, b), axis=-1).reshape(-1, 2)
"""
REGION = """
p = {answer_on_places}.reshape(120, 120)
axis.contourf(a, b, p, levels=np.linspace(0.0, 1.0, 11), extend="both", cmap="coolwarm", alpha=0.6)
axis.contour(a, b, p, levels=[0.5], colors="black")
points = axis.scatter(X[:, 0], X[:, 1], c=y, vmin=0, vmax=1, cmap="coolwarm", edgecolors="white")
"""
CLASS_REGIONS = """
z = outputs(w, places)  # a row for each class
likeliest = z.argmax(axis=0).reshape(120, 120)
axis.contourf(a, b, likeliest, levels=np.arange(len(z) + 1) - 0.5, cmap="viridis", alpha=0.4)
points = axis.scatter(X[:, 0], X[:, 1], c=y, vmin=0, vmax=len(z) - 1, cmap="viridis", edgecolors="white")
"""
PREDICTIONS = """
axis.scatter(y, {answer}, s=12{label})
"""
PREDICTIONS_AFTER = """
axis.axline((y.mean(), y.mean()), slope=1.0, color="black")  # where a prediction is right
axis.set(xlabel={y}, ylabel="prediction")
"""
HISTOGRAM = """
p = {answer}
axis.hist([p[y == 0.0], p[y == 1.0]], bins=20, label={classes})
axis.set(xlabel="prediction", ylabel="examples")
axis.legend()
"""
CONFUSION = """
z = outputs(w, X)  # a row for each class
counts = np.zeros((len(z), len(z)))
np.add.at(counts, (y.astype(int), z.argmax(axis=0)), 1)
axis.imshow(counts, cmap="Blues")
axis.set(xlabel="predicted class", ylabel="class")
"""
CLASS_TICKS = """
axis.set_xticks(range(len(z)), {classes}, rotation=45)
axis.set_yticks(range(len(z)), {classes})
"""
CLASS_LEGEND = """
axis.legend(points.legend_elements(num=range(len(CLASSES)))[0], {classes})
"""
CLASS_NAMES = r"""
names = [f"{{TARGET}} = {{name}}".replace("$", r"\$") for name in CLASSES]
"""
PLANE_AXES = """
axis.set(xlabel={x1}, ylabel={x2})
"""
POINTS = """
points = axis.scatter(X[:, 0], {second}, c=y, cmap="coolwarm")
axis.set(xlabel={x}, ylabel={y})
"""


def fit_panel(plan: Plan) -> Panel:
    """The picture that suits the model: a curve, regions of two features, or predictions where there are more.

    Where moving averages belong to each run, which the script does not keep, the examples alone.
    """
    n_features, words = plan.run.X.shape[1], _answers(plan) | _names(plan)
    if normalises(plan.hyperparameters):
        return _points(n_features, words)
    if plan.run.model.output_shape:
        return _on_own_axes(plan, *((GRID, CLASS_REGIONS) if n_features == 2 else ("", CONFUSION)), words)
    if n_features == 1:
        return _curves(plan, words)
    if not np.isin(plan.run.y, (0.0, 1.0)).all():
        return _predictions(plan, words)
    return _on_own_axes(plan, *((GRID, REGION) if n_features == 2 else ("", HISTOGRAM)), words)


def _points(n_features: int, words: dict[str, str]) -> Panel:
    plane = {"second": "X[:, 1]", "x": words["x1"], "y": words["x2"]}
    chosen = plane if n_features > 1 else {"second": "y", "x": words["x"], "y": words["y"]}
    first = _names_of_classes(words)
    return Panel([*first, *written(POINTS + _of_classes(GRID, POINTS, words), **(words | chosen))])


def _answers(plan: Plan) -> dict[str, str]:
    """The link from the sum z to an answer, of the examples, of places of a grid, and of x."""
    source = plan.run.loss.source
    link = "sigmoid({})" if "sigmoid(" in "".join((*source.before, source.value, source.derivative)) else "{}"
    link = "activation({})" if source.activation is not None else link
    given = {"answer": "X", "answer_on_places": "places", "answer_on_x": "x[:, None]"}
    return {name: link.format(f"outputs(w, {places})") for name, places in given.items()}


def _names(plan: Plan) -> dict[str, str]:
    """What stands beside axes and classes: the names of one's own columns and labels, else the usual ones."""
    names = Names.of(plan.run.provenance)
    columns = {"x": names.x(0), "x1": names.x(0, "x1"), "x2": names.x(1, "x2"), "y": names.y}
    class_1 = f"{names.target} = {names.classes[1]}" if len(names.classes) == 2 else "class 1"
    shown = {word: label(name) for word, name in (columns | {"probability": f"probability of {class_1}"}).items()}
    return shown | {"classes": OWN_CLASSES if names.classes else '["class 0", "class 1"]'}


OWN_CLASSES = "names"
"""What CLASS_NAMES calls them."""


def _in_loop(plan: Plan, loop: str, lines: Lines) -> Lines:
    """The lines for every run, each with the values that its own inference needs."""
    inference = last_values_code(plan, INFERENCE) if drops(plan.hyperparameters) else []
    head = [loop, "    run = RUNS[name]"] if inference else [loop]
    return [*head, *("    " + line for line in (*inference, *lines))]


INFERENCE = ("input_dropout", "hidden_dropout", "inverted")
"""What decides the factors of inference with dropout."""


def _overlaid(plan: Plan, template: str, words: dict[str, str]) -> Lines:
    if len(plan.names) == 1:
        return written(template, label="", **words)
    lines = written(template, label=", label=name", **words)
    return [*_in_loop(plan, "for name, (w, losses) in results.items():", lines), "axis.legend()"]


def _curves(plan: Plan, words: dict[str, str]) -> Panel:
    y = words["y"] if words["answer"].startswith("outputs") else words["probability"]
    return Panel([*written(CURVE_BEFORE), *_overlaid(plan, CURVE, words), f"axis.set(xlabel={words['x']}, ylabel={y})"])


def _predictions(plan: Plan, words: dict[str, str]) -> Panel:
    return Panel([*_overlaid(plan, PREDICTIONS, words), *written(PREDICTIONS_AFTER, **words)])


def _on_own_axes(plan: Plan, before: str, template: str, words: dict[str, str]) -> Panel:
    """A picture for every run."""
    lines = written(template + _of_classes(before, template, words), **words)
    axes = written(PLANE_AXES, **words) if before else []
    first = [*_names_of_classes(words), *(written(before) if before else [])]
    if len(plan.names) == 1:
        return Panel([*first, *lines, *axes])
    loop = "for axis, (name, (w, losses)) in zip(AXES, results.items()):"
    return Panel([*first, *_in_loop(plan, loop, [*lines, *axes, "axis.set_title(name)"])], n_axes=len(plan.names))


def _names_of_classes(words: dict[str, str]) -> Lines:
    return written(CLASS_NAMES) if words["classes"] == OWN_CLASSES else []


def _of_classes(before: str, template: str, words: dict[str, str]) -> str:
    """What tells the classes of one's own data by their names."""
    if words["classes"] != OWN_CLASSES or template == HISTOGRAM:
        return ""
    return (CLASS_LEGEND if before else CLASS_TICKS).lstrip("\n")
