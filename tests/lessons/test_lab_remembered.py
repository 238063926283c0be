"""How much the laboratory remembers: a lecture hall of settings, and fewer where each has a table of its own."""

import pytest

from nnviz.lessons.lab.remembered import Remembered
from nnviz.lessons.lab.settings import LabSettings


@pytest.mark.parametrize(("table", "most"), [("", 256), ("a table", 64)])
def test_the_latest_settings_are_not_computed_again_and_no_more_are_kept(table, most):
    made = []
    make = Remembered(lambda settings: made.append(settings) or settings.seed)
    first, *others = (LabSettings.model_construct(own_data=table, seed=seed) for seed in range(most + 1))
    for settings in (first, *others[:-1], first):
        assert make(settings) == settings.seed
    assert len(made) == most
    for settings in (*others, first):
        make(settings)
    assert len(made) == most + 2  # the last of the others, and the first that gave way to it
    make.cache_clear()
    make(first)
    assert len(made) == most + 3
