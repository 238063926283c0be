"""What the page shows of the runs, step by step."""

import numpy as np

from nnviz.core.training.advance import Recording
from nnviz.core.types import FloatArray
from nnviz.lessons.gradient_descent import experiment
from nnviz.lessons.gradient_descent.settings import GradientDescentSettings
from nnviz.runs.protocol import Array

FAR = 1.0
"""Times the width of the picture: what lies farther beyond it is not drawn."""


def rows(settings: GradientDescentSettings, recording: Recording) -> dict[str, Array]:
    """For every run i its loss, and its loss above the minimum."""
    bowl = experiment.bowl(settings)
    excess, loss = bowl.excess(recording.weights), bowl.loss(recording.weights)
    found: dict[str, Array] = {"step": recording.step}
    for rate in experiment.rates(settings):
        found |= {f"loss_{rate.place}": loss[:, rate.place], f"excess_{rate.place}": excess[:, rate.place]}
    return found


def at_frames(settings: GradientDescentSettings, recording: Recording) -> dict[str, Array]:
    """For every run i its weights, and its path over the plane."""
    loss = experiment.bowl(settings).loss(recording.weights)
    found: dict[str, Array] = {}
    for rate in experiment.rates(settings):
        weights: FloatArray = recording.weights[:, rate.place]
        found |= {f"weights_{rate.place}": weights, **_path(settings, weights, loss[:, rate.place], rate.place)}
    return found


def _path(settings: GradientDescentSettings, weights: FloatArray, loss: FloatArray, place: int) -> dict[str, Array]:
    """The path over the plane (x, y) and on the surface (z), with gaps where a run is far beyond the picture.

    A little beyond it goes on: so its lines reach the edge, which cuts them.
    """
    lowest, highest = np.transpose(experiment.ranges(settings))
    reach = FAR * (highest - lowest)
    inside = ((weights >= lowest - reach) & (weights <= highest + reach)).all(axis=-1)
    columns = {"path_x": weights[:, 0], "path_y": weights[:, 1], "path_z": loss}
    return {f"{name}_{place}": np.where(inside, values, np.nan) for name, values in columns.items()}
