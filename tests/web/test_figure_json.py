"""Figures travel as plain JSON, large arrays in single precision where that loses nothing that is seen."""

import base64

import numpy as np
import pytest

from nnviz.figures import graph_objects as go
from nnviz.web.figure_json import LONG, figure_json
from nnviz.web.serialization import QUANTISED_BITS


def travelled(numbers):
    trace = figure_json(go.Figure([go.Scatter(y=numbers)]))["data"][0]["y"]
    return np.frombuffer(base64.b64decode(trace["bdata"]), f"<{trace['dtype']}")


def test_a_short_array_keeps_every_bit():
    numbers = np.random.default_rng(0).normal(size=LONG - 1)
    assert travelled(numbers).tobytes() == numbers.tobytes()


def test_a_long_array_keeps_seven_digits_and_its_gaps():
    numbers = np.random.default_rng(0).normal(size=LONG)
    numbers[3] = np.nan
    arrived = travelled(numbers)
    assert arrived.dtype == np.float32
    np.testing.assert_allclose(arrived, numbers, rtol=1e-7)


@pytest.mark.parametrize("extreme", [1e300, 1e-300])
def test_numbers_beyond_single_precision_keep_the_whole_array(extreme):
    numbers = np.full(LONG, 1.0)
    numbers[0] = extreme
    assert travelled(numbers).tobytes() == numbers.tobytes()


def test_the_shape_of_a_grid_travels_with_it():
    grid = np.arange(400.0).reshape(20, 20)
    assert figure_json(go.Figure([go.Surface(z=grid)]))["data"][0]["z"]["shape"] == "20, 20"


def test_a_grid_keeps_four_digits_its_gaps_and_its_infinities():
    grid = np.random.default_rng(0).lognormal(sigma=20.0, size=(30, 30))
    grid[0, :3] = np.nan, np.inf, -np.inf
    sent = figure_json(go.Figure([go.Surface(z=grid)]))["data"][0]["z"]
    arrived = np.frombuffer(base64.b64decode(sent["bdata"]), "<f4").reshape(grid.shape)
    np.testing.assert_allclose(arrived, grid, rtol=2.0 ** -(QUANTISED_BITS + 1))
    assert not np.any(arrived.view("<u4") % (1 << (23 - QUANTISED_BITS)))
