import json

import numpy as np
import pytest

from nnviz.figures.update_losses import FLOOR, MOST_POINTS, UpdateLosses, update_losses

LOSS = np.random.default_rng(0).exponential(size=2_345)


def run(loss):
    return UpdateLosses(loss, "B = 1", "#56B4E9", "solid", "updates_1", "batch_loss_1")


def test_the_first_updates_are_drawn_one_by_one():
    line, now = update_losses([run(LOSS)], first=500).data
    np.testing.assert_array_equal(line.x, np.arange(1, 501))
    np.testing.assert_array_equal(line.y, LOSS[:500])
    assert now.meta == {"now": {"x": "updates_1", "y": "batch_loss_1"}}


def test_all_updates_are_drawn_in_groups_whose_band_holds_every_loss():
    band, line, _ = update_losses([run(LOSS)]).data
    assert len(line.y) == MOST_POINTS
    highest, lowest = band.y[:MOST_POINTS], band.y[: MOST_POINTS - 1 : -1]
    groups = np.split(LOSS, np.linspace(0, len(LOSS), MOST_POINTS + 1).astype(int)[1:-1])
    assert sum(map(len, groups)) == len(LOSS)
    for group, low, mean, high in zip(groups, lowest, line.y, highest, strict=True):
        assert (group.min(), group.max()) == (low, high)
        assert mean == pytest.approx(group.mean())


def test_a_diverged_run_is_drawn_as_far_as_its_losses_are_known():
    line, _ = update_losses([run(np.array([1.0, 1e9, np.inf, np.nan]))], first=500, highest=10.0).data
    assert len(line.x) == 2


@pytest.mark.parametrize("scale", ["linear", "logarithmic"])
@pytest.mark.parametrize("loss", [np.zeros(700), np.empty(0), np.ones(3), np.full(5, np.nan)])
def test_exact_fits_and_empty_runs_are_strict_json(loss, scale):
    figure = update_losses([run(loss)], None, scale)
    json.loads(figure.to_json(), parse_constant=pytest.fail)
    assert np.isfinite(figure.layout.yaxis.range).all()
    assert all(min(trace.y) >= FLOOR for trace in figure.data[:-1] if len(trace.y))


def test_nothing_chosen_is_an_empty_picture():
    assert len(update_losses([], 500).data) == 0
