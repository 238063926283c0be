"""The sentences of the lesson on stochastic gradient descent."""

from collections.abc import Mapping

from nnviz.lessons.stochastic_gradient_descent import runs
from nnviz.lessons.stochastic_gradient_descent.figures import name_of, shown
from nnviz.lessons.stochastic_gradient_descent.settings import NOTEBOOK_SIZES, SGDSettings, batch_sizes
from nnviz.page.lesson import SliderMark
from nnviz.user_data.standardised_line import OWN_LINE


def slider_marks(settings: SGDSettings) -> Mapping[str, SliderMark]:
    """The limit for all the data, which smaller batches may not reach."""
    limit = runs.comparison(settings).bowl.largest_stable_learning_rate
    return {"learning_rate": SliderMark(limit, f"B = N: 2/λmax = {limit:.4g}")}


def notice(settings: SGDSettings) -> str:
    """What was done to data of one's own; which runs diverge, and where; which are the same because data are few."""
    sentences = [said] if (said := runs.chosen(settings).notice(OWN_LINE)) else []
    return " ".join([*sentences, *_diverged(settings), *_alike(settings)])


def _diverged(settings: SGDSettings) -> list[str]:
    found = runs.comparison(settings).runs
    ended = [(name_of(settings, switch), found[switch].updates.diverged_at) for switch in shown(settings)]
    parts = [f"{name} at its step {step:,}" for name, step in ended if step is not None]
    return [f"Diverged, with a batch loss above 10¹⁵: {'; '.join(parts)}."] if parts else []


def _alike(settings: SGDSettings) -> list[str]:
    sentences = []
    n_samples = runs.comparison(settings).n_samples
    sizes = batch_sizes(settings).values()
    whole = [f"B = {size}" for size in sizes if size is not None and size >= n_samples]
    if whole:
        verb = "takes" if len(whole) == 1 else "take"
        sentences.append(f"{' and '.join(whole)} {verb} all N = {n_samples} examples at every step, as B = N does.")
    if settings.data == NOTEBOOK_SIZES and int(settings.batch_size) not in runs.PUBLISHED_SIZES:
        sentences.append("The notebook's batch sizes are 8, 16, 32, 64, 128 and 256.")
    return sentences


def disabled_reasons(settings: SGDSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    if settings.data in runs.ENTRIES:
        reason = "The notebook's data have N = 1000 and noise with σ = 1."
        return dict.fromkeys(("n_samples", "noise"), reason)
    return runs.chosen(settings).disabled_reasons("n_samples", "noise")
