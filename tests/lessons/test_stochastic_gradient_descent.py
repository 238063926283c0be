import numpy as np
import pytest

from nnviz.core.notebook.printed import PRINTED, tidy
from nnviz.core.training.advance import advance, initial_state, mean_loss
from nnviz.lessons.stochastic_gradient_descent import LESSON, runs
from nnviz.lessons.stochastic_gradient_descent.runs import comparison, experiment, spread
from nnviz.lessons.stochastic_gradient_descent.settings import (
    CLOSE,
    NOTEBOOK,
    NOTEBOOK_64,
    NOTEBOOK_SIZES,
    STEPS,
    SWITCHES,
    SGDSettings,
    batch_sizes,
)
from nnviz.runs.protocol import Checkpoint, StepBudget
from nnviz.runs.published_fits import digits


def frames(settings, n_steps, stride=1):
    start = LESSON.run.start(settings)
    return start.then(LESSON.run.resume(settings, start.checkpoint, StepBudget(n_steps, stride))).frames


@pytest.mark.parametrize("batch_size", [1, 7, 8, 64, 200])
def test_the_page_shows_the_last_complete_update_of_every_example_seen(batch_size):
    settings = SGDSettings(n_epochs=2)
    run = comparison(settings).runs["show_1"]
    other = type(run)(batch_size, 200, run.updates, run.weights)
    counted = [0]
    for _ in range(2):  # epochs, walked example by example
        for seen in range(1, 201):
            counted.append(counted[-1] + (seen % batch_size == 0 or seen == 200))
    np.testing.assert_array_equal(other.n_updates(np.arange(401)), counted)


def test_every_frame_is_the_run_of_the_plain_loop():
    settings = SGDSettings(n_epochs=2)
    found = frames(settings, 400)
    for switch, size in batch_sizes(settings).items():
        run = experiment(settings, size)
        n_updates = found[f"updates_{switch}"]
        recording, _ = advance(run, initial_state(run), int(n_updates[-1]))
        weights = np.vstack([initial_state(run).weights, recording.weights])[n_updates]
        np.testing.assert_allclose(found[f"weights_{switch}"], weights, rtol=1e-10, atol=1e-12)
        expected = mean_loss(run.model, run.loss, weights, run.X, run.y)
        np.testing.assert_allclose(found[f"training_loss_{switch}"], expected, rtol=1e-10)
        batch_loss = found[f"batch_loss_{switch}"]
        np.testing.assert_allclose(batch_loss[-1], recording.loss[-1], rtol=1e-10)


def test_all_runs_start_at_the_same_weights_and_see_the_same_order():
    settings = SGDSettings(seed=7)
    starts = {frames(settings, 1)[f"weights_{switch}"][0].tobytes() for switch in SWITCHES}
    orders = {
        experiment(settings, size).random_source.of_epoch(3, 200, 0).order.tobytes()
        for size in batch_sizes(settings).values()
    }
    assert len(starts) == len(orders) == 1


def test_any_cut_gives_the_same_bytes_whatever_the_order_of_asking():
    settings = SGDSettings(n_epochs=5)
    whole = frames(settings, 1000)
    for first, last in [(700, 1000), (0, 13), (13, 700)]:
        piece = LESSON.run.resume(settings, Checkpoint(first, {}), StepBudget(last - first)).frames
        for name, values in piece.items():
            assert values.tobytes() == whole[name][first + 1 : last + 1].tobytes()


def test_pictures_do_not_train_anew():
    assert comparison(SGDSettings()) is comparison(SGDSettings(view=CLOSE, x_axis=STEPS, show_8=False))


def test_the_run_ends_with_its_last_epoch_and_a_reason():
    settings = SGDSettings(n_samples=50, n_epochs=5)
    chunk = LESSON.run.resume(settings, Checkpoint(0, {}), StepBudget(10_000, 64))
    assert chunk.checkpoint.step == chunk.frames["step"][-1] == 250
    assert chunk.ending == "Every example has been seen 5 times."


def test_the_notebooks_run_shows_its_published_weights_after_1_5_10_50_and_100_epochs():
    settings = SGDSettings(data=NOTEBOOK, n_epochs=100)
    printed = [
        [5.94304058, 3.9934523],
        [5.90854388, 3.87784646],
        [6.16073223, 4.04277355],
        [5.92701188, 3.86582267],
        [6.10863654, 3.89402869],
    ]
    weights = comparison(settings).runs["show_1"].weights
    for epoch, expected in zip((1, 5, 10, 50, 100), printed, strict=True):
        assert np.round(weights[1000 * epoch], 8).tolist() == expected
        assert all(f"{number:.8f}" in LESSON.text(settings) for number in expected)


@pytest.mark.parametrize("size", PRINTED["batch_sizes"])
def test_each_of_the_notebooks_batch_sizes_is_its_run_to_every_printed_digit(size):
    settings = SGDSettings(data=NOTEBOOK_SIZES, batch_size=int(size), n_epochs=100)
    assert digits(comparison(settings).runs["show_yours"].weights[-1]) == tidy(PRINTED["batch_sizes"][size])
    assert LESSON.notice(settings) == ""


def test_the_notebooks_batches_of_64_end_at_its_printed_weights():
    settings = SGDSettings(data=NOTEBOOK_64, n_epochs=100)
    assert digits(comparison(settings).runs["show_yours"].weights[-1]) == tidy(PRINTED["batch_64"][""])


def test_a_batch_size_that_the_notebook_did_not_have_is_named():
    assert "8, 16, 32, 64, 128 and 256" in LESSON.notice(SGDSettings(data=NOTEBOOK_SIZES, batch_size=2))


def test_without_noise_single_examples_come_to_rest_at_the_minimum():
    found = comparison(SGDSettings(noise=0.0, learning_rate=0.1, n_epochs=20))
    np.testing.assert_allclose(found.runs["show_1"].weights[-1], [6.0, 4.0], rtol=1e-10)


def test_a_rate_below_the_limit_for_all_the_data_may_be_too_large_for_single_examples():
    settings = SGDSettings(learning_rate=0.6, noise=3.0, n_epochs=50)
    assert settings.learning_rate < LESSON.slider_marks(settings)["learning_rate"].value
    runs = comparison(settings).runs
    assert runs["show_1"].updates.diverged_at is not None
    assert runs["show_all"].updates.diverged_at is None
    assert f"B = 1 at its step {runs['show_1'].updates.diverged_at:,}" in LESSON.notice(settings)


def test_a_hundred_shuffles_scatter_for_single_examples_and_not_at_all_for_all_the_data():
    found = spread(SGDSettings(n_epochs=20))
    assert found.n_epochs == 20
    assert found.weights["show_1"].shape == (100, 2)
    assert found.weights["show_1"].std(axis=0).min() > 0.03
    assert found.weights["show_all"].std(axis=0).max() < 1e-12
    np.testing.assert_allclose(found.weights["show_all"][0], comparison(SGDSettings()).runs["show_all"].weights[-1])


def test_in_the_middle_of_an_epoch_small_batches_jitter_more_than_at_its_end():
    found = runs.spread(SGDSettings())
    for switch in ("show_8", "show_1"):
        assert (found.weights_inside[switch].std(axis=0) > found.weights[switch].std(axis=0)).all()
    assert (found.weights_inside["show_all"].std(axis=0) < 1e-12).all()


def test_the_middle_of_an_epoch_is_where_whole_batches_end():
    assert [runs._half(200, size) for size in (1, 8, 64, 200)] == [100, 96, 64, 200]
    assert runs._half(5, 8) == 5


def test_no_number_on_the_page_is_a_zero_with_a_sign():
    assert "−0.0000" not in LESSON.text(SGDSettings())
    assert LESSON.text(SGDSettings(noise=0.0)).count("Here they do") == 1


def test_only_where_every_example_agrees_is_it_said_whatever_the_slider_of_the_noise_does():
    assert "Here they do" not in LESSON.text(SGDSettings(data=NOTEBOOK, noise=0.0))
    assert "never comes to rest" not in LESSON.text(SGDSettings(noise=0.0))


def test_the_jitter_that_is_said_to_cancel_is_that_of_the_two_tables():
    assert "jitter of B = 8 cancels" in " ".join(LESSON.text(SGDSettings()).split())
    assert "of the jitter" not in LESSON.text(SGDSettings(learning_rate=0.4))
