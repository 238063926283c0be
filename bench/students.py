"""Students as their browsers ask: those who watch what a link shows, and those who move sliders of their own.

They share one process without threads (gevent), so that the load costs as little as it can of the machine that is
measured; how much it costs stands in the table.
"""

import math
import random
import time
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

import gevent
import orjson
from gevent.pool import Group
from geventhttpclient import HTTPClient

from nnviz.page.lesson import Lesson
from nnviz.page.settings import Slider
from nnviz.web.content_encodings import ENCODINGS

HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate, br, zstd"}
PATIENCE = 30.0  # seconds after which a question counts as lost
FIRST_STEPS, SPEED = 32, 50  # of a run: what is asked for first, and every second afterwards
LONG, MORE = 0.8, 2.0  # seconds for an answer from which on the next question waits longer, and how much at most
NETWORK = {"model": "network", "data": "moons", "batch_size": "16"}


@dataclass(frozen=True)
class Answer:
    """When an answer came, after how many seconds, with how many steps of a run; infinitely late where none came."""

    student: int
    at: float
    seconds: float
    steps: int = 0


@dataclass
class Student:
    """Someone with a browser, which keeps two connections."""

    number: int
    address: str
    answers: list[Answer] = field(default_factory=list)
    errands: Group = field(default_factory=Group)

    def __post_init__(self) -> None:
        place = urlsplit(self.address)
        times = {"connection_timeout": PATIENCE, "network_timeout": PATIENCE}
        self.client = HTTPClient(place.hostname, place.port, concurrency=2, **times)

    def leave(self) -> None:
        """Ask for nothing more."""
        self.errands.kill()
        self.client.close()

    def ask(self, question: str, **body: Any) -> dict[str, Any]:
        """The answer to a question, and its time on the record; an empty one where none came."""
        sent = time.perf_counter()
        try:
            response = self.client.post(f"/api/{question}", orjson.dumps(body), headers=HEADERS)
            packed = bytes(response.read())
            is_answer = response.status_code == 200
        except (OSError, HTTPException):
            is_answer = False
        at = time.perf_counter()
        if not is_answer:
            self.answers.append(Answer(self.number, at, math.inf))
            gevent.sleep(1.0)  # what is refused at once is not asked a thousand times
            return {}
        said: dict[str, Any] = orjson.loads(ENCODINGS[response.get("content-encoding") or ""].opened(packed))
        steps = said["state"]["step"] - said["before"]["step"] if "state" in said else 0
        self.answers.append(Answer(self.number, at, at - sent, steps))
        return said


@dataclass
class Playing:
    """A run that a student plays at 50 steps a second, from its first step on and then from its beginning again."""

    student: Student
    lesson: str
    settings: dict[str, str]
    state: Any = None

    def next_chunk(self) -> None:
        """Ask for as many steps as a second plays; fewer at first, so that something is seen at once."""
        steps = SPEED if self.state else FIRST_STEPS
        run = {"lesson": self.lesson, "settings": self.settings, "state": self.state}
        said = self.student.ask("training", **run, steps=steps, stride=1)
        self.state = None if not said or said["complete"] else said["state"]


def play(student: Student, settings: dict[str, str]) -> None:
    """Play the laboratory for ever: one question a second, or later where the answer is, as pace.mjs spaces them."""
    run, rest = Playing(student, "lab", settings), 0.0
    while True:
        began = time.perf_counter()
        run.next_chunk()
        took = time.perf_counter() - began
        rest = rest + min(took - LONG, MORE) if took > LONG else rest * max(0.5, took / LONG)
        gevent.sleep(max(1.0 - took, rest))


def sliders_of(lesson: Lesson) -> dict[str, Slider]:
    """The sliders of a page by their names."""
    return {name: control for name, control in lesson.settings.controls().items() if isinstance(control, Slider)}


def move_sliders(student: Student, lesson: Lesson) -> None:
    """Move a slider every two seconds, see what it changes, and play the run on; the settings are nobody else's."""
    sliders, dice = sliders_of(lesson), random.Random(student.number)
    drawn: dict[str, Any] = {"tags": {}, "slow": []}
    settings = {name: dice.choice(slider.texts) for name, slider in sliders.items() if name == "seed"}
    while True:
        name = dice.choice(sorted(sliders))
        settings[name] = dice.choice(sliders[name].texts)
        run = Playing(student, lesson.slug, settings.copy())
        asked = [student.errands.spawn(draw, student, lesson.slug, settings.copy(), drawn)]
        for _ in range(2):
            if lesson.run:
                asked.append(student.errands.spawn(run.next_chunk))
            gevent.joinall([*asked, gevent.spawn(gevent.sleep, dice.uniform(0.5, 1.5))])


def draw(student: Student, lesson: str, settings: dict[str, str], drawn: dict[str, Any]) -> None:
    """Draw the page as a browser does: at once what is quick, and when the slider rests what is slow or left over."""
    without, rests = drawn["slow"], False
    while True:
        said = student.ask("drawing", lesson=lesson, settings=settings, tags=drawn["tags"], without=without)
        if not said:
            return
        drawn["tags"] |= said["tags"]
        drawn["slow"] = [*{*drawn["slow"], *said["slow"]}]
        if said["unfinished"]:
            without = [*{*without, *said["tags"]}]
        elif rests:
            return
        else:
            gevent.sleep(0.12)
            without, rests = [], True
