"""Two neurons in a row as source text for Matplotlib: every number on the way, and the derivative of the loss by it."""

from nnviz.code_export.picture_code import Panel, written
from nnviz.code_export.plan import Plan

CHAIN = """
sums = forward(w, X)[1]
k, t = sums[0][0], sums[1][0]  # the sums of the hidden neuron and of the output
loss, d_t = {loss}(t, y)
d_z = layers(w)[1][0, 1] * d_t
forwards = {{"x": X[:, 0], "k": k, "z": activation(k), "t": t, "ŷ": sigmoid(t), "loss": loss}}
backwards = {{"k": d_z * activation_slope(k), "z": d_z, "t": d_t}}  # the derivative of the loss by each
for place, (name, values) in enumerate(forwards.items()):
    text = f"{{name}} = {{values.mean():.4g}}"
    if name in backwards:
        text += f"\\n∂ = {{backwards[name].mean():.4g}}"
    axis.text(place, 0.0, text, ha="center", va="center", bbox={{"boxstyle": "round", "facecolor": "white"}})
    if place > 0:
        axis.annotate("", (place - 0.4, 0.0), (place - 0.6, 0.0), arrowprops={{"arrowstyle": "->"}})
axis.set(xlim=(-0.6, 5.6), ylim=(-1.0, 1.0), title="means over the examples, and ∂ the derivative of the loss")
axis.set_axis_off()
"""


def chain_panel(plan: Plan) -> Panel:
    """The chain of a network with one hidden neuron."""
    return Panel(written(CHAIN, loss=plan.hyperparameters.text("loss")), size=(11.0, 2.5))
