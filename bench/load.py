"""A room full of students on a server of two workers: `python -m bench.load`, or some of its parts by name.

The students are a process on the same machine: what it takes of the cores stands beside what the server takes.
"""

import itertools
import math
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import gevent
import orjson
import psutil

from bench.students import HEADERS, NETWORK, Answer, Student, move_sliders, play, sliders_of
from nnviz.page.registry import discover
from tests.serving import RunningServer, serving

COMING = 8.0  # seconds in which all come, one after the other
SETTLING = 5.0  # seconds after which what the last of them sees counts
MEASURED = 15.0  # seconds that count

Course = Callable[[Student], None]


@dataclass(frozen=True)
class Seen:
    """The answers that counted, by student, and how many cores each side was busy with."""

    answers: dict[int, list[Answer]]
    server: float
    students: float
    others: float

    def percentile(self, share: float) -> float:
        """The time in milliseconds within which this share of the questions was answered."""
        times = sorted(answer.seconds for one in self.answers.values() for answer in one)
        return 1e3 * times[min(len(times) - 1, math.ceil(share * len(times)) - 1)] if times else math.inf

    def rates(self) -> list[float]:
        """The steps a second that each student has seen, the slowest first."""
        return sorted(sum(answer.steps for answer in one) / MEASURED for one in self.answers.values())

    def __str__(self) -> str:
        n_answers = sum(map(len, self.answers.values()))
        times = ", ".join(f"p{share} {self.percentile(share / 100):.0f}" for share in (50, 95, 99))
        each = f"{1e3 * self.server * MEASURED / n_answers:.1f} ms of CPU each" if n_answers else "none"
        cores = f"cores: server {self.server:.2f}, students {self.students:.2f}, others {self.others:.2f}"
        return f"{times} ms; {n_answers / MEASURED:.0f} answers/s, {each}; {cores}"


def cpu(process: psutil.Process) -> float:
    """Seconds of processor time so far."""
    times = process.cpu_times()
    return float(times.user + times.system)


def cpu_of(server: RunningServer) -> float:
    """Those of all workers."""
    return sum(map(cpu, psutil.Process(server.process.pid).children(recursive=True)))


def cores(server: RunningServer) -> list[float]:
    """Seconds of processor time of the workers, of the students, and of all else on the machine."""
    times = psutil.cpu_times()
    all_together = times.user + times.nice + times.system + times.irq + times.softirq
    ours = [cpu_of(server), cpu(psutil.Process())]
    return [*ours, all_together - sum(ours)]


def crowd(server: RunningServer, courses: list[Course]) -> Seen:
    """Let as many students come as there are courses, and look at them once all are there."""
    students = [Student(number, server.address) for number in range(len(courses))]
    pause = COMING / len(courses)
    busy = [gevent.spawn_later(n * pause, course, students[n]) for n, course in enumerate(courses)]
    gevent.sleep(COMING + SETTLING)
    begun, before = time.perf_counter(), cores(server)
    gevent.sleep(MEASURED)
    ended, after = time.perf_counter(), cores(server)
    gevent.killall(busy)
    for student in students:
        student.leave()
    counted = {one.number: [answer for answer in one.answers if begun < answer.at <= ended] for one in students}
    return Seen(counted, *((late - early) / (ended - begun) for early, late in zip(before, after, strict=True)))


def row(what: str, measured: str, goal: str, besides: object = "") -> None:
    """A row of the table: what, what was measured, what is wanted, and what else was seen."""
    print(f"{what:55} | {measured:>15} | {goal:>15} | {besides}", flush=True)


def watching(server: RunningServer) -> None:
    seen = crowd(server, [partial(play, settings=NETWORK) for _ in range(300)])
    row("300 on one link, watching", f"p95 {seen.percentile(0.95):.0f} ms", "p95 24 ms", seen)


def sliders(server: RunningServer) -> None:
    pages = itertools.cycle(lesson for lesson in discover().values() if sliders_of(lesson))
    courses: list[Course] = [partial(move_sliders, lesson=lesson) for lesson in itertools.islice(pages, 200)]
    for n_students in (25, 50, 100, 200):
        seen = crowd(server, courses[:n_students])
        goal = "p95 200 ms" if n_students == 200 else ""
        row(f"{n_students} with sliders of their own, all pages", f"p95 {seen.percentile(0.95):.0f} ms", goal, seen)


def sessions(server: RunningServer) -> None:
    rates = discover()["lab"].settings.controls()["learning_rate"].texts
    own = [NETWORK | {"seed": str(n % 60), "learning_rate": rates[n // 60 + 20]} for n in range(240)]
    seen = crowd(server, [partial(play, settings=settings) for settings in own])
    slowest, median, fastest = seen.rates()[0], statistics.median(seen.rates()), seen.rates()[-1]
    row("240 distinct sessions", f"p99 {seen.percentile(0.99) / 1e3:.1f} s", "p99 2 s", seen)
    besides = f"steps a second: slowest {slowest:.1f}, median {median:.1f}, fastest {fastest:.1f}"
    row("  the slowest of them, of the median", f"{slowest / median:.2f}", "0.50", besides)


def one_answer(server: RunningServer) -> None:
    student = Student(0, server.address)
    rates = discover()["lab"].settings.controls()["learning_rate"].texts
    for name, words in (("a line", {}), ("a network", NETWORK)):
        questions = [{"lesson": "lab", "settings": words | {"learning_rate": rate, "seed": "7"}} for rate in rates]
        for seed in range(8, 14):  # a worker that has just started has much to do for the first time
            student.ask("training", **{**questions[0], "settings": words | {"seed": str(seed)}}, state=None, steps=50)
        before = cpu_of(server)
        for question in questions:
            student.ask("training", **question, state=None, steps=50, stride=1)
        each = (cpu_of(server) - before) / len(questions)
        row(f"CPU of an uncached update of the laboratory ({name})", f"{1e3 * each:.1f} ms", "5 ms", "50 steps")
    body, before = orjson.dumps({**questions[0], "state": None, "steps": 50, "stride": 1}), cpu_of(server)
    taken = [asked(student, body) for _ in range(2000)]
    each = (cpu_of(server) - before) / len(taken)
    row("CPU of a cached answer", f"{1e3 * each:.2f} ms", "0.5 ms", f"median {1e3 * statistics.median(taken):.2f} ms")


def asked(student: Student, body: bytes) -> float:
    """Seconds from a question to its answer, which is not unpacked."""
    sent = time.perf_counter()
    student.client.post("/api/training", body, headers=HEADERS).read()
    return time.perf_counter() - sent


PARTS = {"answer": one_answer, "watching": watching, "sliders": sliders, "sessions": sessions}


def main(*parts: str) -> None:
    """Measure some parts, or all, each on a server that has just started."""
    print("\nTwo workers; the students are another process on the same machine:")
    row("", "measured", "goal")
    for part in parts or PARTS:
        with serving(WEB_CONCURRENCY="2") as server:
            PARTS[part](server)


if __name__ == "__main__":
    main(*sys.argv[1:])
