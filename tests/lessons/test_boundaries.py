"""The boundary between two classes is the line on which the logits are 0, exact where whole percent are a staircase."""

import numpy as np
import pytest

from nnviz.page.registry import discover
from tests.lessons.played import Played

LESSONS = discover()
CASES = {
    "lab": ("region", {"data": "moons", "model": "logistic regression"}),
    "xor": ("squared_region", {}),
    "dropout": ("region", {}),
    "batch-normalization": ("normalised_region", {}),
}


def played(slug, steps=200):
    name, fields = CASES[slug]
    frames = Played(slug, LESSONS[slug].settings().model_copy(update=fields), steps)
    return frames[name][-1], frames[f"{name}_logits"][-1]


@pytest.mark.parametrize("slug", CASES)
def test_a_point_is_on_the_side_of_the_boundary_that_its_probability_says(slug):
    percent, logits = played(slug)
    assert np.all(logits[percent > 50] > 0.0)
    assert np.all(logits[percent < 50] < 0.0)


def test_the_boundary_of_a_linear_model_is_straight():
    _, logits = played("lab")
    for axis in (0, 1):
        assert np.abs(np.diff(logits, 2, axis=axis)).max() < 1e-3 * np.abs(np.diff(logits, axis=axis)).max()
