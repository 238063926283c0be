"""The search for the drawing request that costs most: work is counted, and a clock of work tells the time.

The clock's hands are moved by what is to be trained, solved and drawn, each at what it takes on a small server, so
nothing depends on the machine; what is trained need not be, to be counted. Calibrated by measuring with `process_time`:
eight runs of a 2-12-12-12-1 network with batch normalisation on batches of 128 take 1.25 ms a step, 2.8 ns for each of
440,000 products; a round over the weights of 121 penalties and 5 features takes 0.3 ms, mostly for Newton's iterations
in each weight; a figure takes 4 to 10 ms.
"""

import math

import pytest

from nnviz.core.models.network import Network
from nnviz.core.solvers import bridge_regression, coordinate_descent
from nnviz.core.training.updates import StepByStep
from nnviz.lessons.batch_normalization import experiment as batch_normalization
from nnviz.page.registry import discover
from nnviz.web import drawing
from tests.lessons.extremes import all_at_an_end, ends, with_own_rows
from tests.web.counting import forget_all, make_cheaply

MOST_SECONDS = 0.150
A_STEP, A_PRODUCT_OF_A_STEP = 40e-6, 2.8e-9  # seconds for an update, and for each of its rows times parameters
A_PLAIN_STEP = 20e-6  # without batch normalisation
A_PASS, A_PRODUCT_OF_A_PASS = 20e-6, 0.7e-9  # the same for the outputs of weights on examples
A_WEIGHT_OF_A_ROUND = 60e-6
A_FIGURE = 8e-3

LESSONS = list(discover().values())
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
outputs, sweep, figure_json = Network.outputs, coordinate_descent.sweep, drawing.figure_json


class Work:
    """Seconds of work so far."""

    seconds = 0.0

    def run(self, updater, block, stride, records):
        rows = max(part.n_rows for part in block.parts)
        products = rows * updater.memory.weights.size
        a_step = A_STEP if updater.experiment.model.normalisation else A_PLAIN_STEP
        self.seconds += block.n_steps * (a_step + A_PRODUCT_OF_A_STEP * products)
        make_cheaply(updater, block, stride, records)

    def outputs(self, model, weights, X, *memory):
        self.seconds += A_PASS + A_PRODUCT_OF_A_PASS * math.prod(weights.shape) * len(X)
        return outputs(model, weights, X, *memory)

    def sweep(self, gram, moment, weights, rule):
        self.seconds += A_WEIGHT_OF_A_ROUND * len(moment)
        return sweep(gram, moment, weights, rule)

    def figure_json(self, figure):
        self.seconds += A_FIGURE
        return figure_json(figure)


@pytest.fixture
def work(monkeypatch):
    drawing._pages.clear()
    forget_all()
    counted = Work()
    monkeypatch.setattr(StepByStep, "run", lambda *given: counted.run(*given))
    monkeypatch.setattr(Network, "outputs", lambda *given: counted.outputs(*given))
    monkeypatch.setattr(bridge_regression, "sweep", counted.sweep)
    monkeypatch.setattr(drawing, "figure_json", counted.figure_json)
    monkeypatch.setattr(drawing, "clock", lambda: counted.seconds)
    yield counted
    drawing._pages.clear()
    forget_all()  # what was made cheaply


def dearest(lesson, settings, work):
    """The most seconds that one of the requests costs with which the browser gets the page, and their number."""
    costs, has = [], frozenset()
    while True:
        before = work.seconds
        page = drawing.draw_page(lesson, settings, has, seconds=drawing.BUDGET)
        costs.append(work.seconds - before)
        has = has.union(page.tags)
        if not page.unfinished:
            return max(costs), len(costs)


def every_end(lesson):
    """Usual settings with each field at its ends by itself, then all together, then on one's own rows."""
    yield lesson.settings()
    for name, values in ends(lesson).items():
        for value in values:
            yield lesson.settings(**{name: value})
    yield from (all_at_an_end(lesson, end) for end in (0, -1))
    yield from with_own_rows(lesson)


@each_lesson
def test_no_drawing_request_costs_more_than_a_worker_can_spare(lesson, work):
    for settings in every_end(lesson):
        seconds, n_requests = dearest(lesson, settings, work)
        assert seconds < MOST_SECONDS, settings.as_text()
        assert n_requests < 60, settings.as_text()


@pytest.mark.parametrize("exponent", [0.5, 0.9, 1.1, 2.5, 10.0])
@pytest.mark.parametrize("data", ["useless features", "copied feature"])
def test_no_penalty_on_features_that_are_alike_costs_more(exponent, data, work):
    alike = {"penalty": "p-norm", "exponent": exponent, "data": data, "n_useless": 4.0, "correlation": 0.95}
    for n_samples in (10.0, 500.0):
        for bias in (False, True):
            lesson = discover()["penalties"]
            settings = lesson.settings(**alike, n_samples=n_samples, penalise_bias=bias)
            assert dearest(lesson, settings, work)[0] < MOST_SECONDS, settings.as_text()


def test_a_sweep_in_one_piece_would_be_found(work, monkeypatch):
    monkeypatch.setattr(batch_normalization, "STEPS_IN_PIECE", batch_normalization.SWEEP_STEPS)
    lesson = discover()["batch-normalization"]
    settings = all_at_an_end(lesson, -1).model_copy(update={"seed": 98.0})
    assert dearest(lesson, settings, work)[0] > MOST_SECONDS


def test_weights_found_by_rounds_alone_would_be_found(work, monkeypatch):
    monkeypatch.setattr(bridge_regression, "together", lambda _objective, weights: weights)
    lesson = discover()["penalties"]
    settings = lesson.settings(penalty="p-norm", exponent=1.5, data="copied feature", seed=98.0)
    assert dearest(lesson, settings, work)[0] > MOST_SECONDS
