import numpy as np
import pytest

from nnviz.core.notebook.printed import PRINTED, tidy
from nnviz.core.training.advance import advance, initial_state
from nnviz.core.training.clipping import clip_by_norm
from nnviz.lessons.gradient_clipping import LESSON, experiment, messages
from nnviz.lessons.gradient_clipping.frames import angle
from nnviz.lessons.gradient_clipping.settings import BY_NORM, BY_VALUE, OFF, OWN, PUBLISHED, GradientClippingSettings
from nnviz.runs.protocol import StepBudget

ENTRIES = ("clipped",)
PRESETS = {preset.settings.source: preset.settings for preset in LESSON.presets if preset.settings.source != OWN}


def test_what_the_page_calls_printed_is_what_was_printed():
    lines = [tidy(line) for entry in ENTRIES for line in PRINTED[entry].values()]
    assert lines == [fit.printed for fit in PUBLISHED.values()]


def frames_of(settings, n_steps=200):
    return LESSON.run.resume(settings, LESSON.run.start(settings).checkpoint, StepBudget(n_steps)).frames


@pytest.mark.parametrize("source", PUBLISHED)
def test_a_preset_reaches_every_printed_digit(source):
    settings, state = PRESETS[source], LESSON.run.start(PRESETS[source]).checkpoint
    while not (chunk := LESSON.run.resume(settings, state, StepBudget(20_000, 1000))).ending:
        state = chunk.checkpoint
    assert chunk.checkpoint.step == 16 * settings.epochs
    assert PUBLISHED[source].agrees(chunk.checkpoint.arrays["weights"])
    assert chunk.ending.endswith("every printed digit agrees.")


def test_every_gradient_of_the_published_fit_is_longer_than_the_limit():
    frames = frames_of(PRESETS["notebook: 1,000 epochs"], 16_000)
    assert len(frames["gradient_norm"]) == 16_000
    assert (frames["gradient_norm"] > 5.0).all()
    np.testing.assert_allclose(frames["update_norm"], 5.0, rtol=1e-12)


@pytest.mark.parametrize("limit", [0.1, 5.0, 1000.0])
def test_clipping_by_norm_keeps_the_direction(limit):
    run = experiment.experiment(GradientClippingSettings(clipping=BY_NORM, limit=limit))
    recording, _ = advance(run, initial_state(run), 200)
    clipped = run.optimizer.clip(recording.gradient)
    assert np.radians(angle(recording.gradient, clipped)).max() < 1e-12


@pytest.mark.parametrize("limit", [1e-100, 5.0, 1e100])
def test_clipping_by_norm_keeps_the_direction_of_gradients_of_any_size(limit):
    wild = np.random.default_rng(1).standard_normal((1000, 3)) * np.logspace(-150, 150, 1000)[:, None]
    kept = clip_by_norm(wild, limit) / wild
    np.testing.assert_allclose(kept, np.broadcast_to(kept[:, :1], kept.shape), rtol=1e-12)


def test_clipping_by_value_turns_the_direction_and_stays_in_the_square():
    frames = frames_of(GradientClippingSettings(clipping=BY_VALUE))
    assert frames["turned"].max() > 30.0
    assert np.abs(frames["clipped_x"]).max() <= 5.0
    assert np.abs(frames["clipped_y"]).max() <= 5.0


def test_without_clipping_the_fit_explodes_and_with_it_survives():
    off, on = (GradientClippingSettings(clipping=clipping) for clipping in (OFF, BY_NORM))
    ending = LESSON.run.resume(off, LESSON.run.start(off).checkpoint, StepBudget(200)).ending
    assert ending.startswith("Diverged at step")
    assert not LESSON.run.resume(on, LESSON.run.start(on).checkpoint, StepBudget(200)).ending


def test_the_step_made_goes_from_the_last_weights_to_these():
    settings = GradientClippingSettings(plane="w1 and w2")
    frames = frames_of(settings)
    for axis in "xy":
        np.testing.assert_allclose(frames[f"made_{axis}"][1:, 0], frames[f"path_{axis}"][:-1], rtol=1e-9, atol=1e-12)
        np.testing.assert_array_equal(frames[f"made_{axis}"][:, 1], frames[f"path_{axis}"])
        np.testing.assert_array_equal(frames[f"step_{axis}"][:, 0], frames[f"made_{axis}"][:, 0])


def test_no_step_is_longer_than_the_page_says():
    for clipping, longest in ((BY_NORM, 0.5), (BY_VALUE, 0.5 * np.sqrt(3.0))):
        frames = frames_of(GradientClippingSettings(clipping=clipping))
        assert frames["update_norm"].max() * 0.1 <= longest * (1.0 + 1e-12)


def test_the_angle_is_exact_for_tiny_right_and_opposite_ones_and_undefined_without_a_direction():
    e = np.array([1.0, 0.0])
    others = np.array([[1.0, 1e-9], [0.0, 2.0], [-3.0, 0.0], [0.0, 0.0]])
    degrees = angle(np.broadcast_to(e, others.shape), others)
    np.testing.assert_allclose(degrees[:3], [np.degrees(1e-9), 90.0, 180.0], rtol=1e-12)
    assert np.isnan(degrees[3])


def test_the_longest_fit_ends_within_the_steps_that_a_run_may_make():
    assert experiment.last_step(PRESETS["notebook: 30,000 epochs"]) == 480_000
    assert LESSON.run.n_steps >= 480_000


def test_what_is_said_of_a_divergence_does_not_advise_a_limit_that_is_off():
    below = GradientClippingSettings(clipping=OFF, learning_rate=3e-4, batch_size=1)
    assert "The batches have steeper losses" in messages.explain_divergence(below, 9)
    assert "is above 2/λmax" in messages.explain_divergence(GradientClippingSettings(clipping=OFF), 9)


def test_a_step_that_could_go_all_the_way_is_not_said_to_take_steps():
    assert "no run gets there" not in LESSON.text(GradientClippingSettings(limit=1000.0, learning_rate=10.0))
    assert "fewer than\n17 steps" in LESSON.text(GradientClippingSettings())
