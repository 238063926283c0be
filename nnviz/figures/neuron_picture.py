"""What one hidden neuron says about the data, large: a surface over two features, or a curve over one."""

from dataclasses import dataclass

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.activation_colours import BLUE_TO_ORANGE, HIGHEST, LOWEST, ZERO
from nnviz.figures.bindings import follows, follows_linearly
from nnviz.figures.class_examples import ClassExamples, class_scatters
from nnviz.figures.colours import GREY, PALETTE
from nnviz.figures.examples import Examples, Points, scatter
from nnviz.figures.network_lattice import Lattice
from nnviz.figures.neuron_images import N_POINTS
from nnviz.figures.theme import COLOUR_BAR, blank


@dataclass(frozen=True)
class ShownNeuron:
    """Neuron `number` of hidden layer `layer`, both counted from 1; `largest` is what its activation reaches.

    Where an activation is unbounded, `largest` is 1 and its values are shares of the largest on the picture.
    """

    lattice: Lattice
    layer: int
    number: int
    largest: float | None

    @property
    def says(self) -> str:
        """What the values are."""
        own = "activation" if self.largest else "activation, share of its largest"
        return f"{own}, neuron {self.layer}.{self.number}"

    @property
    def place(self) -> int:
        """Among all hidden neurons, from 0."""
        return sum(self.lattice.sizes[1 : self.layer]) + self.number - 1

    def value(self, percent: float) -> float:
        """The activation that is recorded as a percentage."""
        return (percent - ZERO) / (HIGHEST - ZERO) * (self.largest or 1.0)


def neuron_surface(examples: Examples | ClassExamples, x: FloatArray, y: FloatArray, neuron: ShownNeuron) -> go.Figure:
    """Draw a neuron's activation over two features, with the examples; it is a part of its layer's recorded image.

    x (n_cells,) and y (n_cells,) are the evenly spaced grid.
    """
    figure = blank(
        xaxis={"title": {"text": examples.feature_names[0]}, "range": [x[0], x[-1]], "showgrid": False},
        yaxis={"title": {"text": examples.feature_names[1]}, "range": [y[0], y[-1]], "showgrid": False},
    )
    lattice, dy = neuron.lattice, y[1] - y[0]
    below = (lattice.sizes[neuron.layer] - neuron.number) * (lattice.n_cells + lattice.gap)
    ticks = [LOWEST, ZERO, HIGHEST]
    bar = {"title": {"text": neuron.says, "side": "right", "font": {"size": 14}}, "tickvals": ticks}
    figure.add_heatmap(
        x0=x[0],
        dx=x[1] - x[0],
        y0=y[0] - below * dy,
        dy=dy,
        z=[],
        zmin=LOWEST,
        zmax=HIGHEST,
        zsmooth="fast",
        colorscale=BLUE_TO_ORANGE,
        colorbar={**COLOUR_BAR, **bar, "ticktext": [f"{neuron.value(tick):g}" for tick in ticks]},
        hoverinfo="skip",
        name="activation",
        meta=follows(z=f"layer_{neuron.layer}"),
    )
    return figure.add_traces(_clouds(examples))


def _clouds(examples: Examples | ClassExamples) -> list[go.Scatter]:
    """The examples over two features, by class where there are classes."""
    if isinstance(examples, ClassExamples):
        return class_scatters(examples)
    if set(examples.y) <= {0.0, 1.0}:
        return list(map(scatter, examples.clouds_by_class()))
    return [scatter(Points(X[:, 0], X[:, 1], held_out)) for X, _, held_out in examples.parts()]


def neuron_curve(examples: Examples | ClassExamples, x: FloatArray, neuron: ShownNeuron) -> go.Figure:
    """Draw a neuron's activation over one feature at x (N_POINTS,), a part of the recorded curves of all neurons."""
    reach = neuron.value(HIGHEST)
    figure = blank(
        xaxis={"title": {"text": examples.feature_names[0]}},
        yaxis={"title": {"text": neuron.says}, "range": [-1.1 * reach, 1.1 * reach]},
    )
    figure.add_hline(y=0.0, line={"color": GREY, "dash": "dot", "width": 2})
    base, factor = neuron.value(0.0), neuron.value(1.0) - neuron.value(0.0)
    index = range(neuron.place * N_POINTS, (neuron.place + 1) * N_POINTS)
    figure.add_scatter(
        x=x,
        y=[None],
        mode="lines",
        name="activation",
        line={"color": PALETTE["bluish green"], "width": 4},
        hovertemplate="x %{x:.4g}<br>activation %{y:.3g}<extra></extra>",
        meta=follows_linearly("y", "neuron_curves", [base] * N_POINTS, [factor] * N_POINTS, [*index]),
    )
    figure.add_traces([_rug(X, held_out, reach) for X, _, held_out in examples.parts()])
    return figure


def _rug(X: FloatArray, held_out: bool, reach: float) -> go.Scatter:
    """Where the examples lie on the axis of the feature."""
    cloud = scatter(Points(X[:, 0], 0.0 * X[:, 0] - reach, held_out))
    return cloud.update(marker={"size": 7})
