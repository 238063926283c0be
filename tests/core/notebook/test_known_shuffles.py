"""Shuffles that are known are those that would be drawn."""

import numpy as np
import pytest
from numpy.random import RandomState

from nnviz.core.notebook import known_shuffles, make_known_shuffles, published
from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.known_shuffles import key_of, known_states, shuffle_often


def states(stream: RandomState) -> tuple:
    name, words, *rest = stream.get_state(legacy=True)
    return name, words.tolist(), *rest


def test_every_known_state_is_where_the_drawn_shuffles_lead(monkeypatch):
    used = []

    def compared(stream, n_times, n_samples):
        drawn = RandomState()
        drawn.set_state(stream.get_state())
        used.append(key_of(stream, n_times, n_samples))
        shuffle_often(stream, n_times, n_samples)
        for _ in range(n_times):
            drawn.permutation(n_samples)
        assert states(stream) == states(drawn)

    monkeypatch.setattr(published, "shuffle_often", compared)
    for _ in published.walk(CHAIN):
        pass
    assert set(known_states()) <= set(used)


def test_the_whole_notebook_is_walked_with_few_drawn_shuffles(monkeypatch):
    asked, known = [], known_states()

    def counted(stream, n_times, n_samples):
        if key_of(stream, n_times, n_samples) not in known:
            asked.append(n_times * n_samples)
        shuffle_often(stream, n_times, n_samples)

    monkeypatch.setattr(published, "shuffle_often", counted)
    for _ in published.walk(CHAIN):
        pass
    assert sum(asked) < known_shuffles.LONG


def test_a_long_shuffle_that_is_not_in_the_file_is_drawn_once(monkeypatch):
    stored = known_states()
    lacking = dict(list(stored.items())[:-1])
    monkeypatch.setattr(known_shuffles, "known_states", lambda: lacking)
    for _ in published.walk(CHAIN):
        pass
    assert list(lacking) == list(stored)
    assert all(np.array_equal(lacking[key], stored[key]) for key in stored)


def test_the_file_is_what_is_written(tmp_path):
    make_known_shuffles.write(tmp_path / "known.npz")
    with np.load(tmp_path / "known.npz") as written:
        assert dict(zip(written["keys"].tolist(), written["states"].tolist(), strict=True)) == {
            key: state.tolist() for key, state in known_states().items()
        }


@pytest.mark.parametrize("n_times", [0, 3, 300])
def test_shuffles_that_are_not_known_are_drawn(n_times):
    mine, drawn = RandomState(5), RandomState(5)
    shuffle_often(mine, n_times, 1000)
    for _ in range(n_times):
        drawn.permutation(1000)
    assert states(mine) == states(drawn)
    assert np.array_equal(mine.permutation(9), drawn.permutation(9))
