"""What the prose on the bias says about the true line and about the price of a penalty."""

from collections.abc import Mapping

from nnviz.lessons.bias import fits
from nnviz.lessons.bias.settings import WITH_BIAS, BiasSettings

PLACES = 12
"""Decimals behind which there is only rounding."""


def values(settings: BiasSettings) -> Mapping[str, object]:
    """The true line and noise, what a missing bias does, and three fits with their expected squared error on new data.

    `tilt` is how far the slope through the origin is off on average, b·x̄/mean(x²), which makes up for the share
    `made_up` = x̄²/mean(x²) of what is missing; `dearer` is how many times as large the slope's standard error is with
    a bias. The fits are (bias, slope): `least` squares, with the slope penalised (`free` bias), and with `both`.
    """
    settings = fits.effective(settings)
    lines = {
        "least": fits.line(settings, WITH_BIAS),
        "free": fits.penalised(settings, settings.penalty_strength, bias=False),
        "both": fits.penalised(settings, settings.penalty_strength, bias=True),
    }
    errors = {name: float(fits.error_on_new_data(settings, line)) for name, line in lines.items()}
    errors = {f"error_{name}": _without_rounding(error) for name, error in errors.items()}
    x = fits.sample(settings).X[:, 0]
    mean, of_squares = float(x.mean()), float((x**2).mean())
    return {
        "tilt": settings.true_bias * mean / of_squares,
        "made_up": mean**2 / of_squares,
        "dearer": (of_squares / (of_squares - mean**2)) ** 0.5,
        "true_bias": settings.true_bias,
        "true_slope": fits.TRUE_SLOPE,
        "noise": settings.noise,
        "is_same": f"{errors['error_free']:.4g}" == f"{errors['error_both']:.4g}",
        **{name: [_without_rounding(weight) for weight in line.tolist()] for name, line in lines.items()},
        **errors,
    }


def _without_rounding(value: float) -> float:
    return round(value, PLACES) + 0.0  # + 0 makes −0 a plain 0
