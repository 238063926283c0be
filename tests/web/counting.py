"""For the searches for the dearest request: not all that is counted is made, and nothing is remembered from before."""

import sys
from inspect import getattr_static

from nnviz.core.training.batches import Block
from nnviz.core.training.updates import StepByStep
from nnviz.core.types import FloatArray

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
    """Empty every cache of the lessons: what others have asked for before must not make a request cheap."""
    modules = [module for name, module in sys.modules.items() if name.startswith("nnviz.lessons.")]
    members = {id(member): member for module in modules for member in vars(module).values()}
    for member in members.values():
        if getattr_static(member, "cache_clear", None) is not None:  # Flask's proxies answer only within a request
            member.cache_clear()
