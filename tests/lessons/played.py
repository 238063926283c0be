"""A lesson's run, played for some steps."""

import numpy as np

from nnviz.page.registry import discover
from nnviz.runs.protocol import Keyframes, StepBudget

LESSONS = discover()


class Played:
    """A preset that has played for some steps: its recorded arrays by name, and why it ended."""

    def __init__(self, slug: str, settings, n_steps: int) -> None:
        run = LESSONS[slug].run
        start = run.start(settings)
        self.chunk = start.then(run.resume(settings, start.checkpoint, StepBudget(min(n_steps, run.n_steps))))

    def __getitem__(self, name: str) -> np.ndarray:
        frames = self.chunk.frames[name]
        return np.asarray(frames.values if isinstance(frames, Keyframes) else frames)

    @property
    def diverged(self) -> bool:
        return self.chunk.ending.startswith("Diverged")
