"""The figures of the feature scaling lesson."""

from typing import Any

from nnviz.core.analysis.landscape import loss_on
from nnviz.figures.colours import PALETTE
from nnviz.figures.descents import Descent, Mark, Track
from nnviz.figures.loss_curve import LOGARITHMIC, LOSSES, Curve, loss_curve
from nnviz.figures.parameter_plane import parameter_plane
from nnviz.figures.planes import Plane
from nnviz.figures.saturation import Neurons, saturation
from nnviz.figures.weight_traces import gap_traces
from nnviz.lessons.feature_scaling import experiment
from nnviz.lessons.feature_scaling.frames import PREFIXES
from nnviz.lessons.feature_scaling.settings import FEATURES, MEASURED, PLANES, STANDARDISED, FeatureScalingSettings
from nnviz.page.lesson import FigureSlot

N_PLANE = 50
N_SHOWN = 200
LEFT = 84  # pixels: numbers of different lengths would give the planes different places
ERRORS = (
    Curve("error_0", "bias", PALETTE["blue"]),
    Curve("error_1", "w1", PALETTE["bluish green"], dash="dash"),
    Curve("error_2", "w2", PALETTE["vermillion"], dash="dot"),
)
NAMES = {MEASURED: ("bias", "w1", "w2"), STANDARDISED: ("bias, standardised", "v1", "v2, per deviation of x2")}


def loss(settings: FeatureScalingSettings) -> Any:
    """The loss of the batches and of all examples."""
    curves, units = [LOSSES["batch"], LOSSES["training"]], settings.features
    first = float(experiment.data(settings).of[units].bowl.loss(experiment.start(settings)[units]))
    return loss_curve(curves, scale=settings.loss_axis, loss_name="mean squared error", first_loss=first)


def errors(settings: FeatureScalingSettings) -> Any:
    """How far each weight is from least squares, in the units of the measured features."""
    return gap_traces(ERRORS, "distance from least squares", LOGARITHMIC)


def _plane(settings: FeatureScalingSettings, features: str) -> Any:
    units, prefix = experiment.data(settings).of[features], PREFIXES[features]
    cut = experiment.plane(settings, features, N_PLANE)
    height = loss_on(cut, experiment.MODEL, experiment.LOSS, units.examples.X, units.examples.y)
    first, second = PLANES[settings.plane]
    names, optimum = NAMES[features], units.bowl.optimum
    track = Track(f"{prefix}_x", f"{prefix}_y")
    descent = Descent("path", track, Track(f"{prefix}_x", f"{prefix}_y", how="now"))
    mark = Mark(float(optimum[first]), float(optimum[second]), "least squares")
    drawn = Plane(cut.a, cut.b, height, names[first], names[second])
    figure = parameter_plane(drawn, [descent], [mark], equal_aspect=True)
    return figure.update_layout(margin_l=LEFT)


def measured_plane(settings: FeatureScalingSettings) -> Any:
    """The run in the weights of the features as measured."""
    return _plane(settings, MEASURED)


def standardised_plane(settings: FeatureScalingSettings) -> Any:
    """The same run in the weights of the standardised features."""
    return _plane(settings, STANDARDISED)


def sigmoid(settings: FeatureScalingSettings) -> Any:
    """The slope of a sigmoid at what a neuron with the run's first weights computes, from both kinds of features."""
    looks = (("vermillion", "diamond"), ("blue", "circle"))
    neurons = []
    for features, (colour, symbol) in zip(FEATURES, looks, strict=True):
        fitted = experiment.first_fitted(settings, features)[:N_SHOWN]
        neurons.append(Neurons(fitted, features, PALETTE[colour], symbol))
    return saturation(neurons)


FIGURES = (
    FigureSlot("loss", "Loss", loss, "of each batch before its step, and of all examples", redrawn_by=("loss_axis",)),
    FigureSlot("errors", "Weights", errors, "their distance from least squares, in measured units", redrawn_by=()),
    FigureSlot(
        "measured-plane",
        "As measured",
        measured_plane,
        "the run over two of the weights",
        redrawn_by=("plane",),
    ),
    FigureSlot(
        "standardised-plane",
        "Standardised",
        standardised_plane,
        "the same run in standardised weights",
        redrawn_by=("plane",),
    ),
    FigureSlot(
        "sigmoid", "A sigmoid neuron", sigmoid, "its slope at the fitted values of the first weights", redrawn_by=()
    ),
)
