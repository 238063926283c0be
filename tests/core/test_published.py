"""The notebook's printed digits, every one of them, through the same advance() that the pages use."""

import json
from pathlib import Path

import numpy as np
import pytest

from nnviz.core.notebook import CHAIN
from nnviz.core.published import Fit, replay
from nnviz.core.training import Experiment, advance, initial_state

PRINTED = json.loads((Path(__file__).parents[1] / "published.json").read_text())
WHOLE = [
    "gd_3000", "sgd", "batch_64", "batch_sizes", "logit_100", "logit_200", "ridge_64", "ridge_batch_sizes",
    "lasso_gd", "ridge_gd_noise", "lasso_gd_noise", "standardised_gd",
]  # fmt: skip


def digits(weights):
    """As NumPy prints them, apart from the padding between numbers."""
    return " ".join(np.array2string(weights, max_line_width=1000).replace("[", "[ ").split())


def without_padding(line):
    return " ".join(line.replace("[", "[ ").split())


def lines_of(fit: Fit, experiment: Experiment) -> list[str]:
    """What the notebook prints of a fit: the weights after some epochs, each behind its word."""
    batch_size = experiment.optimizer.batch_size
    steps_per_epoch = 1 if batch_size is None else -(-len(experiment.y) // batch_size)
    state, lines = initial_state(experiment), []
    for word, epoch in fit.printed_at.items():
        _, state = advance(experiment, state, epoch * steps_per_epoch - state.step, stride=1000)
        lines.append((f"{word}: " if word else "") + digits(state.weights))
    return lines


def assert_printed(name, n_lines=None):
    fits = list(replay(CHAIN, name))[:n_lines]
    lines = [line for fit, experiment in fits for line in lines_of(fit, experiment)]
    assert lines == [without_padding(line) for line in PRINTED[name]][:n_lines]


@pytest.mark.parametrize("name", WHOLE)
def test_the_notebooks_weights_are_reproduced_to_every_printed_digit(name):
    assert_printed(name)


def test_five_learning_rates_in_one_pass_print_the_notebooks_weights():
    ((fit, experiment),) = replay(CHAIN, "learning_rates")
    _, state = advance(experiment, initial_state(experiment), fit.n_epochs)
    rates = experiment.optimizer.learning_rate
    lines = [f"{rate:g}: {digits(weights)}" for rate, weights in zip(rates, state.weights, strict=True)]
    assert lines == [without_padding(line) for line in PRINTED["learning_rates"]]


def predictions_before_the_last_update(name):
    ((fit, experiment),) = replay(CHAIN, name)
    _, state = advance(experiment, initial_state(experiment), fit.n_epochs - 1)
    predictions = experiment.loss.predict(experiment.model.outputs(state.weights, experiment.X))
    return predictions, experiment, advance(experiment, state, 1)[1].weights


@pytest.mark.parametrize("name", ["xor_mse", "xor_logloss"])
def test_xor_predictions_are_those_of_the_last_forward_pass(name):
    predictions, _, _ = predictions_before_the_last_update(name)
    printed = np.array(PRINTED[name][0].removeprefix("predictions ").split(","), dtype=np.float64)
    np.testing.assert_allclose(predictions, printed, rtol=0, atol=1e-12)


def test_xor_weights_are_printed_with_inputs_on_rows():
    _, experiment, weights = predictions_before_the_last_update("xor_mse")
    for line, layer in zip(PRINTED["xor_mse"][1:], experiment.model.views(weights), strict=True):
        numbers = line.split(" ", 1)[1].replace("[", " ").replace("]", " ").split()
        assert [np.format_float_positional(w, precision=8, trim="-") for w in layer.T.ravel()] == numbers


def test_unequal_scales_at_a_high_learning_rate_print_nan():
    ((fit, experiment),) = replay(CHAIN, "scaled_diverges")
    assert lines_of(fit, experiment)[0].endswith("[ nan nan nan]")
    recording, _ = advance(experiment, initial_state(experiment), 160)
    assert recording.diverged_at is not None


def test_clipped_fits_reproduce_their_first_two_lengths():
    assert_printed("clipped", n_lines=2)


def test_every_fit_of_the_printed_list_is_in_the_chain():
    fitted = {entry.name for entry in CHAIN if any(isinstance(part, Fit) for part in entry.parts)}
    assert fitted == set(PRINTED)


def test_a_fit_trains_the_same_after_another_one_has_been_trained():
    pairs = list(replay(CHAIN, "batch_sizes"))
    alone = lines_of(*pairs[3])
    again = list(replay(CHAIN, "batch_sizes"))
    for pair in again[:3]:
        lines_of(*pair)
    assert lines_of(*again[3]) == alone


def test_an_unknown_entry_is_refused():
    with pytest.raises(KeyError):
        next(replay(CHAIN, "nothing of that name"))
