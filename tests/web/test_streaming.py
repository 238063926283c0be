"""The answer to a training request: the same whoever asks and however it is cut, shared, and bounded."""

import base64
import threading

import numpy as np
import pytest

from nnviz.page.registry import discover
from nnviz.web import streaming
from nnviz.web.requests import BadRequestError
from nnviz.web.streaming import MOST_FRAMES, answer


@pytest.fixture(autouse=True)
def no_answers_from_earlier_tests():
    streaming._chunk.cache_clear()


@pytest.fixture
def unhurried(monkeypatch):
    """A server that has all the time it needs, so that an answer holds as many steps as were asked for."""
    monkeypatch.setattr(streaming, "BUDGET", 60.0)


def ask(**changes):
    return answer({"lesson": "lab", "settings": {}, "state": None, "steps": 40, "run": 1, **changes})


def losses(response):
    return np.frombuffer(base64.b64decode(response["frames"]["training_loss"]["data"]))


@pytest.mark.usefixtures("unhurried")
def test_two_requests_after_each_other_equal_one():
    whole = ask(steps=100)
    first = ask(steps=30)
    second = ask(steps=70, state=first["state"])
    assert second["state"] == whole["state"]
    assert second["before"] == first["state"]
    np.testing.assert_allclose(np.concatenate([losses(first), losses(second)]), losses(whole), rtol=1e-12)


@pytest.mark.usefixtures("unhurried")
def test_a_replay_goes_on_from_the_step_that_was_shown_under_the_new_settings():
    shown = ask(steps=12)
    fast = {"learning_rate": "0.1"}
    straight = ask(steps=20, state=shown["state"], settings=fast)
    replayed = ask(steps=20, replay={"settings": {"learning_rate": "0.01"}, "steps": 12}, settings=fast)
    assert replayed["before"] == shown["state"]
    assert replayed["state"] == straight["state"]


@pytest.mark.usefixtures("unhurried")
def test_no_steps_give_the_keyframes_of_the_very_step():
    moons = {"data": "moons"}
    state = ask(steps=9, settings=moons)["state"]
    response = ask(steps=0, state=state, settings=moons)
    assert response["frames"]["step"]["shape"] == [0]
    assert response["frames"]["region"]["at"] == [9]
    assert response["state"] == state


@pytest.mark.usefixtures("unhurried")
def test_an_answer_holds_a_bounded_number_of_frames():
    response = ask(steps=10**9, stride=1)
    assert response["frames"]["step"]["shape"][0] <= MOST_FRAMES + 1


def test_an_answer_stops_when_its_time_is_up(monkeypatch):
    monkeypatch.setattr(streaming, "BUDGET", -1.0)
    first = ask(steps=20_000)
    assert first["frames"]["step"]["shape"] == [1]
    assert 0 < ask(steps=20_000, state=first["state"])["state"]["step"] < 20_000


def test_a_replay_beyond_the_budget_goes_on_in_the_next_request_and_reaches_the_same_state(monkeypatch):
    replay = {"settings": {"learning_rate": "0.1"}, "steps": 30}
    monkeypatch.setattr(streaming, "BUDGET", 60.0)
    at_once = ask(steps=10, replay=replay)
    streaming._chunk.cache_clear()
    monkeypatch.setattr(streaming, "BUDGET", -1.0)
    answer, n_answers = ask(steps=10, replay=replay), 1
    while left := answer.get("replay_left"):
        assert answer["frames"] == {}
        assert not answer["complete"]
        answer = ask(steps=10, state=answer["state"], replay={**replay, "steps": left})
        n_answers += 1
    assert n_answers > 1
    assert answer["before"] == at_once["before"]


@pytest.mark.usefixtures("unhurried")
def test_the_last_answer_says_that_the_run_is_complete():
    state = ask(steps=1)["state"]
    response = ask(steps=1000, state={**state, "step": 99_990})
    assert response["complete"]
    assert response["state"]["step"] == 100_000
    assert response["ending"] == ""  # the browser says so, in the language of the page


@pytest.mark.usefixtures("unhurried")
def test_a_divergence_ends_the_run_with_its_sentence():
    response = ask(steps=400, settings={"learning_rate": "10"})
    assert response["complete"]
    assert response["ending"].startswith("Diverged at step")


def test_a_class_that_asks_the_same_at_once_is_served_by_one_computation(monkeypatch):
    run, computed, go = discover()["lab"].run, [], threading.Event()
    original = type(run).resume

    def slow(self, *arguments):
        computed.append(1)
        go.wait(5)
        return original(self, *arguments)

    monkeypatch.setattr(type(run), "resume", slow)
    answers = []
    students = [threading.Thread(target=lambda run=run: answers.append(ask(run=run))) for run in range(8)]
    for student in students:
        student.start()
    go.set()
    for student in students:
        student.join()
    assert len(computed) == 1
    assert sorted(response["run"] for response in answers) == list(range(8))
    assert all(response["state"] == answers[0]["state"] for response in answers)


def test_a_lesson_that_is_none_is_refused():
    with pytest.raises(BadRequestError, match="no such run"):
        ask(lesson="nowhere")
