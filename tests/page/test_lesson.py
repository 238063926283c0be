"""A lesson's declaration is checked when it is made, and chunks of a run join."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.page.lesson import Group, Preset
from nnviz.page.registry import discover
from nnviz.page.settings import Settings
from nnviz.runs.protocol import Checkpoint, Chunk, Keyframes

LAB = discover()["lab"]


def test_lessons_are_found_in_the_order_of_the_navigation():
    lessons = list(discover().values())
    assert lessons[0].slug == "lab"
    assert [lesson.page.order for lesson in lessons] == sorted({lesson.page.order for lesson in lessons})


def test_groups_name_every_field_once():
    with pytest.raises(ValueError, match="every settings field exactly once"):
        replace(LAB, groups=LAB.groups[1:])
    with pytest.raises(ValueError, match="every settings field exactly once"):
        replace(LAB, groups=(*LAB.groups, Group("Again", ("seed",))))


def test_a_figure_may_not_have_the_name_of_a_field():
    with pytest.raises(ValueError, match="share a name"):
        replace(LAB, figures=(replace(LAB.figures[0], name="seed"),))


def test_a_preset_has_the_settings_of_its_lesson():
    class Other(Settings):
        pass

    with pytest.raises(TypeError, match="another lesson"):
        replace(LAB, presets=(Preset("x", Other(), "y"),))


def test_stretches_join_arrays_and_keyframes():
    first = Chunk({"step": np.arange(2), "k": Keyframes(np.array([1]), np.zeros((1, 3)))}, Checkpoint(1, {}))
    second = Chunk({"step": np.arange(2, 4), "k": Keyframes(np.array([3]), np.ones((1, 3)))}, Checkpoint(3, {}), "end")
    joined = first.then(second)
    np.testing.assert_array_equal(joined.frames["step"], np.arange(4))
    np.testing.assert_array_equal(joined.frames["k"].step, [1, 3])
    assert joined.frames["k"].values.shape == (2, 3)
    assert (joined.checkpoint.step, joined.ending) == (3, "end")


def test_keyframes_do_not_join_with_rows():
    keyed = Chunk({"k": Keyframes(np.array([1]), np.zeros((1, 3)))}, Checkpoint(1, {}))
    rows = Chunk({"k": np.zeros((1, 3))}, Checkpoint(2, {}))
    with pytest.raises(TypeError, match="keyframes"):
        keyed.then(rows)
