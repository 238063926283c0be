"""The moving picture of the front door: a run of the laboratory, computed when it is first asked for, as its frames.

It is the run of the link that stands beside it, by the code that trains everywhere: nothing in it is invented.
assets/js/front/picture.mjs paints it.
"""

import json
from base64 import b64encode
from functools import cache
from urllib.parse import urlencode

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.analysis.regions import plane_grid, region_outputs
from nnviz.core.training.advance import advance, initial_state, mean_loss
from nnviz.lessons.lab.experiment import data, experiment
from nnviz.lessons.lab.settings import LabSettings
from nnviz.web.static_files import StaticFile

SETTINGS = LabSettings(
    data="spiral",
    noise=0.3,
    validation_share=0.0,
    standardise=True,
    model="network",
    learning_rate=0.3,
    batch_size=16,
    seed=9,
)
"""Two spirals, two hidden layers of eight neurons each."""

N_GRID = 24
STRIDE, N_FRAMES = 24, 60
SPEED = 200
"""Steps a second in the laboratory, about as many as the picture plays."""

MOST_LOGIT = 6.0
"""A logit beyond it is painted as certain."""


def link() -> str:
    """The path and query of the same run in the laboratory, where it can be played."""
    return f"/lab?{urlencode({**SETTINGS.query(), 'speed': SPEED, 'autoplay': 'on'})}"


@cache
def learning() -> StaticFile:
    """The frames as JSON: places and classes of the points, and for each frame its step, its mean loss and its picture.

    A picture is n × n logits from left to right and from the lower edge to the upper one, a byte each: 0 for
    −MOST_LOGIT or less, 255 for MOST_LOGIT or more; all pictures one after the other in base64.
    """
    run, examples = experiment(SETTINGS), data(SETTINGS).training
    recording, _ = advance(run, initial_state(run), STRIDE * (N_FRAMES - 1), STRIDE)
    weights = np.concatenate([initial_state(run).weights[np.newaxis], recording.weights])
    sides = [padded_range(feature) for feature in examples.X.T]
    logits = region_outputs(run.model, weights, plane_grid(sides[0], sides[1], N_GRID))
    bytes_of = np.round((np.clip(logits, -MOST_LOGIT, MOST_LOGIT) / MOST_LOGIT + 1) * 127.5).astype(np.uint8)
    places = [(x - low) / (high - low) for x, (low, high) in zip(examples.X.T, sides, strict=True)]
    told = {
        "n": N_GRID,
        "most": MOST_LOGIT,
        "x": places[0].round(3).tolist(),
        "y": places[1].round(3).tolist(),
        "classes": examples.y.astype(int).tolist(),
        "steps": [0, *recording.step.tolist()],
        "losses": mean_loss(run.model, run.loss, weights, run.X, run.y).round(4).tolist(),
        "pictures": b64encode(bytes_of.tobytes()).decode(),
    }
    return StaticFile("learning.json", json.dumps(told, separators=(",", ":")).encode(), "application/json")
