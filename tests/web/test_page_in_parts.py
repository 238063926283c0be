"""A page whose pictures take longer than a worker can spare comes in parts, and is whole in the end."""

import numpy as np
import pytest

from nnviz.page.registry import discover

SWEEPS = discover()["batch-normalization"]


@pytest.mark.parametrize("noise", [0.2, 0.3])
def test_a_sweep_that_came_in_parts_is_whole(page, noise):
    page.open("/batch-normalization?seed=4")
    page.set_value("batch-normalization-noise", SWEEPS.settings.controls()["noise"].grid.index(noise))
    page.wait_until_drawn()
    (slot,) = (slot for slot in SWEEPS.figures if slot.name == "rates")
    whole, drawn = slot.draw(SWEEPS.settings(seed=4, noise=noise)), page.figure("batch-normalization-rates")
    for expected, trace in zip(whole.data, drawn["data"], strict=True):
        np.testing.assert_allclose(np.array(trace["y"], dtype=float), np.array(expected.y, dtype=float), rtol=1e-6)
    assert page.text("batch-normalization--text")
    assert page.console() == []
