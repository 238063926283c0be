"""What the prose on the bias says about the true line and about the price of a penalty."""

from collections.abc import Mapping

from nnviz.lessons.bias import fits
from nnviz.lessons.bias.settings import WITH_BIAS, BiasSettings


def values(settings: BiasSettings) -> Mapping[str, object]:
    """The true bias and noise, and the expected squared error on new data of three fits.

    `tilt` is how far the slope through the origin is off on average, b·x̄/mean(x²); `dearer` is how many times as large
    the slope's standard error is with a bias. The errors are those with the slope penalised (`error_free`: the bias is
    free), with the bias penalised too (`error_both`), and of least squares (`error_least`).
    """
    settings = fits.effective(settings)
    free, both = (fits.penalised(settings, settings.penalty_strength, bias) for bias in (False, True))
    least = fits.line(settings, WITH_BIAS)
    x = fits.sample(settings).X[:, 0]
    mean, of_squares = float(x.mean()), float((x**2).mean())
    return {
        "tilt": settings.true_bias * mean / of_squares,
        "is_centred": abs(mean) < 0.5 * float(x.std()),
        "dearer": (of_squares / (of_squares - mean**2)) ** 0.5,
        "true_bias": settings.true_bias,
        "noise": settings.noise,
        "error_free": float(fits.error_on_new_data(settings, free)),
        "error_both": float(fits.error_on_new_data(settings, both)),
        "error_least": round(float(fits.error_on_new_data(settings, least)), 12),  # without noise it is 0
    }
