"""The search for the training request that costs most: its work is counted, and a clock of work tells the time.

A run whose settings moved while it played (`then`) is asked for by replays, each of the runs that a link holds beside
its own (`hold`) by requests of its own; what the server does for such a link itself is in test_worst_link.py.

The hands of that clock are moved by the steps and the outputs that are computed, each at what it takes on a small
server, so nothing depends on the machine: what is found too dear here is too dear everywhere. What is trained need not
be, to be counted.
"""

import math
from itertools import product

import pytest

from nnviz.core.models.network import Network
from nnviz.core.training.advance import advance
from nnviz.core.training.updates import StepByStep
from nnviz.lessons.notebook import run as notebook
from nnviz.page.registry import discover
from nnviz.page.settings import Choice, Slider, Switch
from nnviz.runs import sides
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.web import streaming
from tests.user_data.tables import own_text, tasks_of
from tests.web.counting import forget_all, make_cheaply

MOST_SECONDS = 0.150
A_STEP, A_PRODUCT_OF_A_STEP = 15e-6, 6e-9  # seconds for an update, and for each of its rows times parameters
A_PASS, A_PRODUCT_OF_A_PASS = 20e-6, 0.7e-9  # the same for the outputs of weights on examples

LESSONS = [lesson for lesson in discover().values() if lesson.run is not None]
each_run = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)


class Work:
    """Seconds of work so far."""

    seconds = 0.0

    def advance(self, experiment, state, n_steps, stride=1):
        rows = min(experiment.optimizer.batch_size or math.inf, len(experiment.y))
        n_runs = math.prod(experiment.leading(state.weights))
        self.seconds += n_steps * (A_STEP + A_PRODUCT_OF_A_STEP * rows * experiment.model.n_parameters * n_runs)
        return advance(experiment, state, n_steps, stride)

    def outputs(self, model, weights, X):
        n_weights = math.prod(weights.shape[:-1])
        self.seconds += A_PASS + A_PRODUCT_OF_A_PASS * n_weights * len(X) * model.n_parameters


@pytest.fixture
def work(monkeypatch):
    counted, outputs, make = Work(), Network.outputs, notebook.make

    def counted_outputs(model, weights, X, *memory):
        counted.outputs(model, weights, X)
        return outputs(model, weights, X, *memory)

    def counted_make(piece, weights):
        counted.seconds += A_STEP * (piece.last - piece.first)
        return make(piece, weights)

    monkeypatch.setattr(Network, "outputs", counted_outputs)
    monkeypatch.setattr(StepByStep, "run", make_cheaply)
    monkeypatch.setattr(sides, "advance", counted.advance)
    monkeypatch.setattr(notebook, "make", counted_make)
    monkeypatch.setattr(streaming, "clock", lambda: counted.seconds)
    streaming._chunk.cache_clear()
    forget_all()
    yield counted
    streaming._chunk.cache_clear()
    forget_all()  # what was made cheaply


def words_of(lesson):
    """Settings at their ends, all at once, on the page's own data and on the most rows of one's own."""
    ends = {}
    for name, control in lesson.settings.controls().items():
        if isinstance(control, Slider):
            ends[name] = (control.format(control.grid[0]), control.format(control.grid[-1]))
        elif isinstance(control, Choice | Switch):
            ends[name] = (control.texts[0], control.texts[-1])
    slow = {"learning_rate": ends["learning_rate"][0]} if "learning_rate" in ends else {}
    corners = [{name: pair[end] for name, pair in ends.items()} for end in (0, 1)]
    corners += [{}, {**corners[1], **slow}, {**corners[1], **slow, "model": "network"}]
    control = next((one for one in lesson.settings.controls().values() if isinstance(one, UserData)), None)
    tables = product(tasks_of(control), control.n_features) if control else ()
    own = [{"data": OWN_DATA, "own_data": own_text(task, n, 5000)} for task, n in tables]
    return [{**corner, **data} for corner in corners for data in ({}, *own[-1:])]


def moved_before(lesson):
    """Other values of the fields that steer a run without restarting it, as a link's `then` says them."""
    steering = {name: one for name, one in lesson.settings.controls().items() if one.effect == "resume"}
    return {name: one.texts[0] for name, one in steering.items() if isinstance(one, Choice | Switch)} | {
        name: one.format(one.grid[0]) for name, one in steering.items() if isinstance(one, Slider)
    }


def asked(lesson, words, **changes):
    question = {"lesson": lesson.slug, "settings": words, "state": None, "steps": streaming.MOST_STEPS, "run": 1}
    return streaming.answer({**question, **changes})


@each_run
def test_no_training_request_costs_more_than_a_worker_can_spare(lesson, work):
    for words in words_of(lesson):
        state = asked(lesson, words)["state"]
        replay, moved = ({"settings": said, "steps": streaming.MOST_STEPS} for said in ({}, moved_before(lesson)))
        for question in (
            {"state": state},
            {"state": state, "steps": 0},
            {"replay": replay},
            {"replay": moved, "stride": 1000},
            {"state": state, "replay": moved},
            {"stride": 1000},
        ):
            before = work.seconds
            asked(lesson, words, **question)
            assert work.seconds - before < MOST_SECONDS, (words.keys(), question.keys())


@each_run
def test_every_request_gets_further_even_without_time(lesson, work, monkeypatch):
    monkeypatch.setattr(streaming, "BUDGET", -1.0)
    begun = asked(lesson, {})["state"]
    after = asked(lesson, {}, state=begun)
    assert after["state"]["step"] > begun["step"]
    replayed = asked(lesson, {}, replay={"settings": {}, "steps": 5})
    assert replayed["state"]["step"] > 0
