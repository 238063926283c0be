"""Pictures of training as source text: the losses, the weights, and the path of two weights over the loss."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nnviz.code_export.chain_picture import chain_panel
from nnviz.code_export.fit_pictures import fit_panel
from nnviz.code_export.hyperparameters import Lines
from nnviz.code_export.picture_code import Panel, picture_cell, written
from nnviz.code_export.plan import Plan
from nnviz.core.data.provenance import GIVEN

LOSSES = """
axis.plot([loss for loss in losses if loss < {most}]{label})  # what explodes leaves the picture
"""
LOSS_AXES = """
axis.set(xlabel="step", ylabel="loss", yscale="{scale}")
"""
WEIGHTS = """
path = np.array(path){chosen}
labels = {labels}
axis.plot(path[np.abs(path).max(axis=1) < 1e9], label=labels)
"""
PLANE = """
first, second = {pair}  # the weights of the two axes
best = np.linalg.lstsq(design(X), y, rcond=None)[0]  # the least squares weights
reach = np.abs(first_weights - best)
reach = 1.3 * np.maximum(reach, reach.max() / 4.0) + 0.1
a, b = (np.linspace(best[k] - reach[k], best[k] + reach[k], 60) for k in (first, second))
heights = np.empty((60, 60))
for row in range(60):
    for column in range(60):
        there = best.copy()  # where a picture shows two of more weights, the others are the best ones
        there[[first, second]] = a[column], b[row]
        heights[row, column] = {loss}
axis.contour(a, b, np.sqrt(heights), levels=20, colors="lightgrey")  # of a root, so that they stand evenly
axis.plot(best[first], best[second], "k+", markersize=12)
"""
PATH = """
path = np.array(path)
path = path[np.abs(path).max(axis=1) < 1e6]  # what explodes leaves the picture
axis.plot(path[:, first], path[:, second], ".-", linewidth=1, markersize=3{label})
"""
PLANE_AXES = """
axis.set(xlim=(a[0], a[-1]), ylim=(b[0], b[-1]), xlabel="{x}", ylabel="{y}")
"""
LEGEND = "axis.legend()"
SCALES = {"linear": "linear", "logarithmic": "log"}


@dataclass(frozen=True)
class Drawing:
    """Which pictures of a run its script draws, a word of PANELS each, and how.

    `pair` are the weights of the plane's axes, `weights` those whose lines are drawn (all where there are none), and
    `scale` is that of the losses, as the pages call it.
    """

    panels: tuple[str, ...] = ("loss",)
    pair: tuple[int, int] = (0, 1)
    weights: tuple[int, ...] = ()
    scale: str = "linear"

    @property
    def needs_path(self) -> bool:
        """Whether the script has to keep the weights of every step."""
        return not {"plane", "weights"}.isdisjoint(self.panels)


def picture_of(plan: Plan, drawing: Drawing) -> str:
    """The cell that draws a plan's runs; data of one's own are drawn too, whatever the page's picture is."""
    words = drawing.panels
    if _has_given_rows(plan) and "fit" not in words:
        words = (*words, "fit")
    return picture_cell([PANELS[word](plan, drawing) for word in words])


def _has_given_rows(plan: Plan) -> bool:
    return plan.run.provenance is not None and any(step.word == GIVEN for step in plan.run.provenance.steps)


def _each(plan: Plan, template: str, loop: str, **words: str) -> Lines:
    """The lines for the one run, or for every run in a loop, with a legend then."""
    if len(plan.names) == 1:
        return written(template, **{"label": "", **words})
    lines = written(template, **{"label": ", label=name", **words})
    return [loop, *("    " + line for line in lines)]


def _legend(plan: Plan) -> Lines:
    return [LEGEND] if len(plan.names) > 1 else []


def loss_panel(plan: Plan, drawing: Drawing) -> Panel:
    """The loss of every run over its steps."""
    most = "1e9" if drawing.scale == "linear" else "1e99"
    lines = _each(plan, LOSSES, "for name, (w, losses) in results.items():", most=most)
    return Panel([*lines, *written(LOSS_AXES, scale=SCALES[drawing.scale]), *_legend(plan)])


def weights_panel(plan: Plan, drawing: Drawing) -> Panel:
    """The weights of every run over its steps, the bias first."""
    places = drawing.weights or range(plan.run.model.n_parameters)
    chosen = f"[:, {list(places)}]" if drawing.weights else ""
    weights = str([_weight(plan, place) for place in places])
    labels = weights if len(plan.names) == 1 else f'[f"{{weight}}, {{name}}" for weight in {weights}]'
    lines = _each(plan, WEIGHTS, "for name, path in paths.items():", labels=labels, chosen=chosen)
    return Panel([*lines, 'axis.set(xlabel="step", ylabel="weight")', LEGEND])


def plane_panel(plan: Plan, drawing: Drawing) -> Panel:
    """The path of two weights of a linear model over the contours of its squared error."""
    loss = f"{plan.hyperparameters.text('loss')}(outputs(there, X), y)[0].mean()"
    first, second = drawing.pair
    lines = written(PLANE, pair=f"{first}, {second}", loss=loss)
    if "first_weights" in lines[2] and len(plan.hyperparameters.values("first_weights")) > 1:
        lines[2] = "reach = np.max([np.abs(path[0] - best) for path in paths.values()], axis=0)"
    lines += _each(plan, PATH, "for name, path in paths.items():")
    axes = written(PLANE_AXES, x=_weight(plan, first), y=_weight(plan, second))
    return Panel([*lines, *axes, *_legend(plan)])


def _weight(plan: Plan, place: int) -> str:
    bias = int(plan.run.model.layers[0].bias)
    return "bias" if place < bias else f"w{place - bias + 1}"


PANELS: Mapping[str, Callable[[Plan, Drawing], Panel]] = {
    "loss": loss_panel,
    "weights": weights_panel,
    "plane": plane_panel,
    "fit": lambda plan, drawing: fit_panel(plan),
    "chain": lambda plan, drawing: chain_panel(plan),
}
"""The word of a picture -> its panel."""
