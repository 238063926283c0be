"""What the presets of the page on the bias say, computed from its fits."""

import numpy as np
import pytest

from nnviz.lessons.bias import fits
from nnviz.lessons.bias.page_values import values
from nnviz.lessons.bias.settings import THROUGH_ORIGIN, WITH_BIAS

SLOPE = fits.TRUE_SLOPE


def ridge_fit(settings, bias, targets=None):
    drawn = fits.sample(settings)
    moved = drawn.y if targets is None else targets
    return fits.ridge(drawn.X, moved, settings.penalty_strength, bias)


def not_significant(settings):
    table = fits.table(settings, WITH_BIAS)
    assert fits.effective(settings).true_bias == 0.0
    assert f"{table.estimates[0]:.4f}" == "0.0113"
    assert round(table.estimates[0] / table.standard_errors[0], 1) == pytest.approx(1 / 3, abs=0.04)
    assert table.p_values[0] > 0.05


def hardly_changed(settings):
    honest, through = (fits.table(settings, model) for model in (WITH_BIAS, THROUGH_ORIGIN))
    assert abs(fits.sample(settings).X.mean()) < 0.1
    assert through.estimates[0] == pytest.approx(honest.estimates[1], rel=1e-3)
    assert through.standard_errors[0] == pytest.approx(honest.standard_errors[1], rel=2e-3)


def misses_by_far(settings):
    for seed in range(20):
        table = fits.table(settings.model_copy(update={"seed": seed}), THROUGH_ORIGIN)
        assert table.lower[0] - SLOPE > table.upper[0] - table.lower[0]


def slope_through_the_origin(settings):
    assert np.mean(fits.sample(settings).X > 0.0) > 0.5  # "most x are positive"
    slope = fits.table(settings, settings.model).estimates[-1]
    return 0 if abs(slope - SLOPE) < 1.0 else 1 if slope > SLOPE else 2


def tilting_is_the_only_way(settings):
    assert settings.true_bias == 6.0
    bias, slope = fits.line(settings, THROUGH_ORIGIN)
    assert bias == 0.0
    assert slope - SLOPE == pytest.approx(values(settings)["tilt"], abs=0.2)


def half_of_the_way_at_six_times_the_error(settings):
    bias = ridge_fit(settings, bias=True)[0] / fits.line(settings, WITH_BIAS)[0]
    both, free = (fits.error_on_new_data(settings, ridge_fit(settings, bias)) for bias in (True, False))
    assert bias == pytest.approx(0.5, abs=0.1)
    assert round(both / free) == 6


WATCH = {
    "The notebook's table": not_significant,
    "Through the origin, rightly": hardly_changed,
    "Through the origin, wrongly": misses_by_far,
    "A penalised bias": half_of_the_way_at_six_times_the_error,
}
