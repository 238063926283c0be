"""What the presets of the page on backpropagation say, computed from their runs."""

import numpy as np
import pytest

from nnviz.lessons.backpropagation.checks import STEPS, disagreement, dropped_factor
from nnviz.lessons.backpropagation.experiment import TABLE, batch, sizes
from nnviz.lessons.backpropagation.settings import KEPT, N_EXAMPLES
from tests.lessons.played import Played


def run_of(settings, n_steps=120):
    return Played("backpropagation", settings, n_steps)


def columns(played):
    return {name: played["example_columns"][:, place] for place, name in enumerate(TABLE)}


def weights_move_and_the_loss_falls(settings):
    played = run_of(settings, 1000)
    assert np.all(np.diff(played["weight_values"], axis=0) != 0.0)
    assert np.all(np.diff(played["training_loss"]) < 0.0)


def half_of_the_rows_pull_the_other_way(settings):
    played = run_of(settings)
    table, gradient = columns(played), played["gradient_values"]
    for name, place in (("∂w₀", 1), ("∂w₁", 3)):
        assert len(np.unique(table[name][0])) == N_EXAMPLES
        np.testing.assert_allclose(table[name].mean(axis=-1), gradient[:, place], rtol=1e-12)
    assert np.all((table["∂w₁"] > 0.0).sum(axis=-1) == N_EXAMPLES / 2)
    assert np.all((table["∂w₁"] < 0.0).sum(axis=-1) == N_EXAMPLES / 2)


def flat_and_hardly_moving(settings):
    played = run_of(settings)
    table, loss = columns(played), played["training_loss"]
    assert table["ŷ"][0].min() > 0.99
    assert table["Φ′(t)"][0].max() < 0.005
    assert loss[100] > 0.99 * loss[0]


def hardly_at_all(settings):
    assert batch(settings)[1].mean() == 0.5  # "half of them wrong"
    loss = run_of(settings)["training_loss"]
    return 1 if loss[60] > 0.98 * loss[0] else 0


def full_strength_and_ln_2(settings):
    played, y = run_of(settings), batch(settings)[1]
    assert played["pulls"][0][y == 0.0].min() > 0.99
    assert played["training_loss"][0] > 2.0
    assert played["training_loss"][20] == pytest.approx(np.log(2.0), abs=1e-3)
    assert columns(played)["ŷ"][20] == pytest.approx(0.5, abs=0.05)


def four_times_as_long_and_flat_at_3(settings):
    dropped, kept = (
        run_of(at)["gradient_values"][0] for at in (settings, settings.model_copy(update={"constants": KEPT}))
    )
    np.testing.assert_allclose(dropped, 4.0 * kept, rtol=1e-12)
    assert dropped_factor(settings) == N_EXAMPLES / 2 == 4.0
    between = (STEPS > 1e-9) & (STEPS < 1e-3)
    np.testing.assert_allclose(disagreement(settings)[between], 3.0, rtol=1e-3)


def less_than_a_billionth_and_a_quarter(settings):
    assert settings.depth == 20
    left = {name: sizes(settings, name).deltas[0] / sizes(settings, name).deltas[-2] for name in ("sigmoid", "ReLU")}
    assert left["sigmoid"] < 1e-9
    assert left["ReLU"] == pytest.approx(0.25, abs=0.02)


WATCH = {
    "One example": weights_move_and_the_loss_falls,
    "A batch of eight": half_of_the_rows_pull_the_other_way,
    "Certain and wrong, squared error": flat_and_hardly_moving,
    "Certain and wrong, log loss": full_strength_and_ln_2,
    "The notebook's constants": four_times_as_long_and_flat_at_3,
    "Vanishing gradient": less_than_a_billionth_and_a_quarter,
}
