"""The answer to a training request: the next stretch of a lesson's run, computed within a budget of time.

A run is a pure function of its settings, so an answer can be cached and shared: a class that opens one link
is served by one computation. How far an answer goes may depend on the machine; what it says never does.
"""

import threading
from functools import partial
from time import perf_counter
from typing import Any

from cachetools import LRUCache, cached
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nnviz.lesson import Run, RunState, Span, Stretch, discover
from nnviz.settings import Settings
from nnviz.web.requests import BadRequestError
from nnviz.web.wire import WireState, decode_state, encode_frames, encode_state

BUDGET = 0.040
"""Seconds of work after which an answer is sent, even if it holds fewer steps than were asked for."""

MOST_STEPS = 20_000
MOST_FRAMES = 2_000


class Replay(BaseModel):
    """What was shown of a stretch before a knob moved: that many steps under the earlier settings.

    Only the words that were others are needed: long ones do not travel twice.
    """

    model_config = ConfigDict(extra="forbid")
    settings: dict[str, str] = Field(max_length=64)
    steps: int = Field(ge=0, le=MOST_STEPS)


class TrainingRequest(BaseModel):
    """One request of the browser for the next stretch of a run."""

    model_config = ConfigDict(extra="forbid")
    lesson: str = Field(max_length=64)
    settings: dict[str, str] = Field(max_length=64)
    state: WireState | None = None
    steps: int
    stride: int = 1
    run: int = Field(default=0, ge=0, le=2**53)  # a number that JSON and the browser can say
    replay: Replay | None = None
    again: float = 0.0  # tells the browser's repetition of a question from the question


def answer(given: object) -> dict[str, Any]:
    """The response {run, before, frames, state, complete, ending} to a training request.

    Raises:
        BadRequestError: the request is malformed, or its state does not belong to the run.

    """
    try:
        request = TrainingRequest.model_validate(given)
        run_number, request.run, request.again = request.run, 0, 0.0
        return {"run": run_number, **_stretch(request.model_dump_json())}
    except (ValidationError, ValueError) as error:
        raise BadRequestError(str(error)) from error


@cached(LRUCache(maxsize=512), condition=threading.Condition())
def _stretch(request_json: str) -> dict[str, Any]:
    request = TrainingRequest.model_validate_json(request_json)
    lesson = discover().get(request.lesson)
    if lesson is None or lesson.run is None:
        raise ValueError("There is no such run.")
    settings = lesson.settings.read(request.settings)
    start = lesson.run.start(settings)
    state = start.state if request.state is None else decode_state(request.state, start.state)
    if request.replay is not None:
        state = _replay(
            lesson.run, lesson.settings.read(request.settings | request.replay.settings), state, request.replay.steps
        )
    stretch = lesson.run.go_on(settings, state, _span(request, state, lesson.run))
    if request.state is None and request.replay is None:
        stretch = start.then(stretch)
    return {"before": encode_state(state), **_encode(lesson.run, stretch)}


def _replay(run: Run, settings: Settings, state: RunState, steps: int) -> RunState:
    """The state after exactly the steps that were shown, all of them, whatever they cost."""
    return run.go_on(settings, state, Span(steps, max(steps, 1))).state if steps else state


def _span(request: TrainingRequest, state: RunState, run: Run) -> Span:
    steps = max(0, min(request.steps, MOST_STEPS, run.n_steps - state.step))
    stride = max(1, min(request.stride, MOST_STEPS), -(-steps // MOST_FRAMES))
    return Span(steps, stride, partial(_is_past, perf_counter() + BUDGET))


def _is_past(moment: float) -> bool:
    return perf_counter() > moment


def _encode(run: Run, stretch: Stretch) -> dict[str, Any]:
    complete = bool(stretch.ending) or stretch.state.step >= run.n_steps
    return {
        "frames": encode_frames(stretch.frames),
        "state": encode_state(stretch.state),
        "complete": complete,
        "ending": stretch.ending or (f"Complete after {run.n_steps:,} steps." if complete else ""),
    }
