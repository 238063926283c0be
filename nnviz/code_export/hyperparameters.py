"""What may differ between the runs of a page, or move while they play, as source text by the name of a variable."""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

import numpy as np

from nnviz.code_export.function_code import penalty_slope_name, penalty_step_name
from nnviz.core.models.batch_norm import OFF
from nnviz.core.objectives.penalties import PENALTIES
from nnviz.core.training.experiment import Experiment
from nnviz.core.training.optimizers import OPTIMIZERS
from nnviz.core.types import FloatArray

Texts = Mapping[str, str]
Lines = list[str]

OBJECTIVE_NUMBERS = {
    "learning_rate": "η",
    "batch_size": "B, the examples of a step",
    "penalty_strength": "λ",
}
NUMBERS = {
    "clip_norm": "the largest length of a gradient",
    "clip_value": "the largest size of an entry of the gradient",
    "input_dropout": "the share of features that a step drops",
    "hidden_dropout": "the share of hidden neurons that a step drops",
    "momentum": "of the moving averages",
}
"""The variables that are set at the top of a script -> what stands behind them; what is in neither of the two, nor a
penalty's or an optimizer's own, is a choice in the code."""


def numbers() -> dict[str, str]:
    """All such variables in their order at the top, with those that penalties and optimizers have of their own."""
    of_penalties = {name: what for kind in PENALTIES.values() for name, what in kind.source.numbers.items()}
    of_optimizers = {name: what for kind in OPTIMIZERS.values() for name, what in kind.source.numbers.items()}
    return OBJECTIVE_NUMBERS | of_penalties | NUMBERS | of_optimizers


def number(value: float) -> str:
    """A number as source text."""
    return {inf: "np.inf", -inf: "-np.inf"}.get(float(value), repr(float(value)))


def array(values: FloatArray) -> str:
    """An array as source text, every digit kept."""
    return f"np.array({np.asarray(values, dtype=np.float64).tolist()!r})"


def wrapped(line: str, indent: str = "") -> Lines:
    """A line of source text within brackets, cut at spaces so that it can be read."""
    deeper = indent + "    "
    return textwrap.wrap(line, 110, initial_indent=indent, subsequent_indent=deeper, break_long_words=False)


def texts_of(run: Experiment) -> dict[str, str]:
    """Every variable of one run."""
    model, optimizer = run.model, run.optimizer
    found = {
        "learning_rate": number(float(optimizer.learning_rate)),
        "batch_size": str(min(optimizer.batch_size or len(run.y), len(run.y))),
        "shuffles": str(optimizer.batch_size is not None),
        "loss": run.loss.source.name,
        "clip_norm": number(optimizer.clip_norm),
        "clip_value": number(optimizer.clip_value),
        "input_dropout": number(model.input_dropout),
        "hidden_dropout": number(model.hidden_dropout),
        "inverted": str(model.inverted_dropout),
        "penalty_strength": "0.0",
    }
    if run.initial_weights is not None:
        found["first_weights"] = array(run.initial_weights)
    own = {name: number(getattr(optimizer, name)) for name in optimizer.source.numbers}
    return found | own | _normalisation(run) | _penalty(run)


def _normalisation(run: Experiment) -> dict[str, str]:
    if run.model.normalisation is None:
        return {}
    places = run.model.places
    alike = len(places) > 1 and len(set(places)) == 1
    text = f"([{places[0]!r}] * {len(places)})" if alike else repr(list(places))
    return {"places": text} | ({"momentum": number(run.model.normalisation.momentum)} if set(places) != {OFF} else {})


def _penalty(run: Experiment) -> dict[str, str]:
    penalty = run.penalty
    if penalty is None:
        return {}
    source = PENALTIES[penalty.kind].source
    found = {
        "penalty_strength": number(float(penalty.strength)),
        "penalised": "every_weight" if penalty.bias else "no_bias",
        "proximal": str(run.optimizer.proximal),
        "penalty_slope": penalty_slope_name(source),
        "divided_by_batch": str(penalty.divided_by_batch),
    } | {name: number(getattr(penalty, name)) for kind in PENALTIES.values() for name in kind.source.numbers}
    return found | ({"penalty_step": penalty_step_name(source)} if source.step else {})


@dataclass(frozen=True)
class Hyperparameters:
    """The variables of every run (first axis) under every settings that it had in turn (second axis)."""

    texts: tuple[tuple[Texts, ...], ...]

    @classmethod
    def of(cls, runs: Iterable[Iterable[Experiment]]) -> "Hyperparameters":
        """The variables of runs, each a series of experiments; what one does not say is what another says."""
        told = [[texts_of(part) for part in run] for run in runs]
        known = {name: text for run in reversed(told) for part in reversed(run) for name, text in part.items()}
        return cls(tuple(tuple({**known, **part} for part in run) for run in told))

    def values(self, name: str) -> set[str]:
        """All that a variable ever is."""
        return {part[name] for run in self.texts for part in run if name in part}

    def ever(self, name: str, text: str = "True") -> bool:
        """Whether a variable is this at some time."""
        return text in self.values(name)

    def text(self, name: str) -> str:
        """What stands for a variable in the code: its value where that never changes, else its name."""
        values = self.values(name)
        return values.pop() if len(values) == 1 and name not in numbers() else name

    def is_variable(self, name: str) -> bool:
        """Whether it stands in the code by its name."""
        return self.text(name) == name

    def differs(self, name: str, part: int = 0) -> bool:
        """Whether the runs do not agree on a variable, under the settings of this place."""
        return len({run[part].get(name) for run in self.texts}) > 1

    def moved(self, name: str, part: int) -> bool:
        """Whether the settings of this place changed a variable in some run."""
        return any(run[part].get(name) != run[part - 1].get(name) for run in self.texts)

    @property
    def n_parts(self) -> int:
        """How many settings the runs had in turn."""
        return len(self.texts[0])
