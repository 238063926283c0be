"""The sentences of the gradient descent lesson."""

from collections.abc import Mapping

from nnviz.lessons.gradient_descent import experiment
from nnviz.lessons.gradient_descent.settings import NOTEBOOK, NOTEBOOK_START, GradientDescentSettings
from nnviz.page.lesson import SliderMark
from nnviz.user_data.standardised_line import OWN_LINE


def slider_marks(settings: GradientDescentSettings) -> Mapping[str, SliderMark]:
    """The stability limit on the slider."""
    limit = experiment.bowl(settings).largest_stable_learning_rate
    return {"learning_rate": SliderMark(limit, f"2/λmax = {limit:.4g}")}


ROUNDING = 1e-9
"""How near to the limit, as a share of it, a rate counts as the limit itself."""


def notice(settings: GradientDescentSettings) -> str:
    """What was done to data of one's own, and which of the runs on the screen do not converge."""
    own = experiment.chosen(settings)
    stretched = f"The feature is then stretched to the standard deviation {settings.x_spread:g}."
    said = [own.notice(OWN_LINE), stretched if own.is_own and settings.x_spread != 1.0 else ""]
    said += [_at_the_limit(settings), _above_the_limit(settings)]
    return " ".join(sentence for sentence in said if sentence)


def _above_the_limit(settings: GradientDescentSettings) -> str:
    limit = experiment.bowl(settings).largest_stable_learning_rate
    above = [f"{rate.value:g}" for rate in experiment.shown(settings) if rate.value > (1.0 + ROUNDING) * limit]
    if not above:
        return ""
    if experiment.starts_at_the_minimum(settings):
        return "All runs start at the minimum itself, where the gradient is 0: they stay there at every rate."
    lies = f"η = {' and '.join(above)} {'lies' if len(above) == 1 else 'lie'} above 2/λmax = {limit:.4g}"
    if experiment.starts_a_rounding_error_away(settings):
        return f"{lies}: all runs start at the minimum, but the rounding errors of such a run grow until it diverges."
    return f"{lies}: such a run diverges."


def _at_the_limit(settings: GradientDescentSettings) -> str:
    limit = experiment.bowl(settings).largest_stable_learning_rate
    if not any(abs(rate.value / limit - 1.0) <= ROUNDING for rate in experiment.shown(settings)):
        return ""
    return f"η = {limit:.4g} is 2/λmax itself: that run jumps to and fro for ever and comes no nearer."


def disabled_reasons(settings: GradientDescentSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    own = experiment.chosen(settings)
    reasons = dict(own.disabled_reasons("n_samples", "noise"))
    if own.is_own and not own.takes_part:
        reasons["seed"] = "All your rows are used: nothing is drawn."
    if settings.data == NOTEBOOK:
        reason = "The notebook's data have N = 1000, noise with σ = 1, and x with spread 1."
        reasons |= dict.fromkeys(("n_samples", "noise", "x_spread", "seed"), reason)
    if settings.start == NOTEBOOK_START:
        reasons |= dict.fromkeys(("start_w0", "start_w1"), "The runs start at the notebook's draw.")
    return reasons


def explain_divergence(settings: GradientDescentSettings, step: int) -> str:
    """Why all runs ended."""
    return f"The last run diverged at step {step:,}: its loss passed 10¹⁵."
