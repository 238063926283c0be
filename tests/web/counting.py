"""For the searches for the dearest request: not all that is counted is made, and nothing is remembered from before."""

import sys
from collections.abc import Callable
from inspect import getattr_static

from nnviz.core.training.batches import Block
from nnviz.core.training.updates import StepByStep
from nnviz.core.types import FloatArray
from nnviz.runs.costs import COSTS

MANY = 100
"""Weights from which on steps are too dear to be made, to be counted; a run of few may diverge, which ends it."""

made = StepByStep.run


def make_cheaply(updater: StepByStep, block: Block, stride: int, records: FloatArray) -> None:
    """A block of steps; many weights stay where they are, so such a run never diverges, and makes all its steps."""
    if updater.memory.weights.size < MANY:
        made(updater, block, stride, records)
        return
    for part in block.parts:
        part.outputs[...] = 0.0
    records[...] = updater.memory.numbers


def forget_all() -> None:
    """Empty every cache of the lessons, and the costs: what others have asked for must not make a request cheap."""
    COSTS.forget()
    modules = [module for name, module in sys.modules.items() if name.startswith("nnviz.lessons.")]
    members = {id(member): member for module in modules for member in vars(module).values()}
    for member in members.values():
        if isinstance(member, type):
            continue  # what remembers is one of its kind, not the kind
        if getattr_static(member, "cache_clear", None) is not None:  # Flask's proxies answer only within a request
            member.cache_clear()


MOST_CALLS = 1_300_000
"""About 130 ms: a CSV of 50,000 cells is 1.2 million calls, read in 122 ms. NumPy's work inside a call is one."""


def n_calls(function: Callable[[], object]) -> int:
    """The calls, of Python's and of built-in functions, that a call makes."""
    counts = [0]

    def count(_frame: object, event: str, _argument: object) -> None:
        counts[0] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function()
    finally:
        sys.setprofile(before)
    return counts[0]
