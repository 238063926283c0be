"""The answer to a training request: the next chunk of a lesson's run, computed within a budget of time.

A run is a pure function of its settings, so an answer can be cached and shared: a class that opens one link
is served by one computation. How far an answer goes may depend on the machine; what it says never does.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from time import thread_time as clock  # a worker that waits for the processor has not worked
from typing import Any

from cachetools import LRUCache, cached
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nnviz.page.registry import discover
from nnviz.page.settings import Settings
from nnviz.runs.protocol import Checkpoint, Run, StepBudget
from nnviz.web.requests import BadRequestError
from nnviz.web.serialization import WireState, decode_state, encode_between, encode_frames, encode_state

BUDGET = 0.040
"""Seconds of work after which an answer is sent, even if it holds fewer steps than were asked for."""

MOST_STEPS = 20_000
"""Of one chunk, and so of what a replay has to make again."""

MOST_FRAMES = 2_000


class Replay(BaseModel):
    """What was shown of a chunk before a setting moved: that many steps under the earlier settings.

    Only the values that were others are needed: long ones do not travel twice.
    """

    model_config = ConfigDict(extra="forbid")
    settings: dict[str, str] = Field(max_length=64)
    steps: int = Field(ge=0, le=MOST_STEPS)


class TrainingRequest(BaseModel):
    """One request of the browser for the next chunk of a run."""

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
    """The response {run, before, frames, between, state, complete, ending} to a training request.

    Where a replay takes more than the budget there are no frames, and `replay_left` says how many steps of it are left
    to make from `state` on.

    Raises:
        BadRequestError: the request is malformed, or its state does not belong to the run.

    """
    try:
        request = TrainingRequest.model_validate(given)
        run_number, request.run, request.again = request.run, 0, 0.0
        return {"run": run_number, **_chunk(request.model_dump_json())}
    except (ValidationError, ValueError) as error:
        raise BadRequestError(str(error)) from error


@cached(LRUCache(maxsize=512), condition=threading.Condition())
def _chunk(request_json: str) -> dict[str, Any]:
    request = TrainingRequest.model_validate_json(request_json)
    lesson = discover().get(request.lesson)
    if lesson is None or lesson.run is None:
        raise ValueError("There is no such run.")
    run, time_left = lesson.run, _time_left()
    settings = lesson.settings.parse(request.settings)
    initial = _initial_checkpoint(lesson.slug, settings)
    begun = initial if request.state is None else decode_state(request.state, initial)
    if request.replay is None or not request.replay.steps:
        starts = request.state is None and request.replay is None
        return _answer(run, settings, begun, _budget(request, begun, run, time_left), starts)
    earlier = lesson.settings.parse(request.settings | request.replay.settings)
    n_steps = max(0, min(request.replay.steps, run.n_steps - begun.step))
    replayed = run.skip(earlier, begun, StepBudget(n_steps, time_left=time_left))
    reached = replayed.checkpoint
    n_left = n_steps - (reached.step - begun.step)
    if n_left and not replayed.ending:
        return _unfinished(begun, reached, n_left)
    return _answer(run, settings, reached, _budget(request, reached, run, time_left), False)


@lru_cache(maxsize=512)
def _initial_checkpoint(slug: str, settings: Settings) -> Checkpoint:
    run = discover()[slug].run
    if run is None:
        raise ValueError("There is no such run.")
    return run.initial_checkpoint(settings)


def _answer(run: Run, settings: Settings, begun: Checkpoint, budget: StepBudget, starts: bool) -> dict[str, Any]:
    """The next chunk, with the frame of step 0 before it where the run starts: where that takes all the time, alone."""
    chunk = run.start(settings) if starts else run.resume(settings, begun, budget)
    if starts and budget.n_steps and not budget.out_of_time():
        chunk = chunk.then(run.resume(settings, begun, replace(budget, follows_start=True)))
    complete = bool(chunk.ending) or chunk.checkpoint.step >= run.n_steps
    return {
        "before": encode_state(begun),
        "frames": encode_frames(chunk.frames),
        "between": encode_between(chunk.between),
        "state": encode_state(chunk.checkpoint),
        "complete": complete,
        "ending": chunk.ending,
    }


def _unfinished(begun: Checkpoint, reached: Checkpoint, n_left: int) -> dict[str, Any]:
    """No frames yet: the browser asks again, from the checkpoint that the replay has reached."""
    state = {"before": encode_state(begun), "frames": {}, "between": {}, "state": encode_state(reached)}
    return {**state, "complete": False, "ending": "", "replay_left": n_left}


def _budget(request: TrainingRequest, begun: Checkpoint, run: Run, time_left: Callable[[], float]) -> StepBudget:
    steps = max(0, min(request.steps, MOST_STEPS, run.n_steps - begun.step))
    return StepBudget(steps, max(1, min(request.stride, MOST_STEPS), -(-steps // MOST_FRAMES)), time_left)


def _time_left() -> Callable[[], float]:
    """What is left of the budget, as a function, from now on."""
    end = clock() + BUDGET
    return lambda: end - clock()
