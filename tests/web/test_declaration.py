from dataclasses import replace

from nnviz.lesson import discover
from nnviz.web.declaration import declaration
from nnviz.web.playback import SPEEDS


def test_a_run_plays_at_fifty_steps_a_second_unless_its_lesson_says_otherwise():
    lesson = discover()["lab"]
    assert SPEEDS[declaration(lesson, {})["speed"]] == 50
    assert SPEEDS[declaration(replace(lesson, speed=2), {})["speed"]] == 2
