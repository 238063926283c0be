"""The runs of a script as one plan: what they share, in what they differ, and when their hyperparameters move."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nnviz.code_export.hyperparameters import Hyperparameters, numbers
from nnviz.code_export.model_code import drops, normalises
from nnviz.code_export.notebook_code import Draw, draws_of
from nnviz.code_export.trained import Training
from nnviz.core.objectives.penalties import PENALTIES
from nnviz.core.objectives.penalty_kinds import PenaltySource
from nnviz.core.random_source import KeyedSource, LegacySource
from nnviz.core.training.experiment import Experiment
from nnviz.core.training.optimizers import UpdateSource


@dataclass(frozen=True)
class Plan:
    """For every run by name the trainings that it had in turn; a part's updates are those made at its end."""

    trainings: Mapping[str, tuple[Training, ...]]
    keeps_path: bool = False  # whether the script keeps the weights of every step

    @classmethod
    def of(cls, parts: Sequence[Mapping[str, Training]], keeps_path: bool = False) -> "Plan":
        """The plan of parts that follow each other; a run is one that all of them have."""
        names = [name for name in parts[0] if all(name in part for part in parts)]
        if not names:
            raise KeyError("nothing is trained")
        return cls({name: tuple(part[name] for part in parts) for name in names}, keeps_path)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the runs are called."""
        return tuple(self.trainings)

    @cached_property
    def runs(self) -> tuple[Experiment, ...]:
        """Every run as it began."""
        return tuple(series[0].experiment for series in self.trainings.values())

    @property
    def run(self) -> Experiment:
        """The first of the runs."""
        return self.runs[0]

    @cached_property
    def every_experiment(self) -> tuple[Experiment, ...]:
        """All runs under all settings."""
        return tuple(training.experiment for series in self.trainings.values() for training in series)

    @cached_property
    def hyperparameters(self) -> Hyperparameters:
        """What differs and what moves."""
        return Hyperparameters.of([[training.experiment for training in series] for series in self.trainings.values()])

    @cached_property
    def n_steps(self) -> tuple[int, ...]:
        """The updates of every run."""
        return tuple(series[-1].n_updates for series in self.trainings.values())

    @property
    def same_length(self) -> bool:
        """Whether all runs make equally many updates."""
        return len(set(self.n_steps)) == 1

    def moved_at(self, part: int) -> tuple[int, ...]:
        """The update of every run before which the settings of this part hold."""
        return tuple(series[part - 1].n_updates for series in self.trainings.values())

    @cached_property
    def shuffles(self) -> bool:
        """Whether any run takes its examples in a random order."""
        return self.hyperparameters.ever("shuffles")

    @cached_property
    def uses_stream(self) -> bool:
        """Whether the shuffles are those of the notebook."""
        return self.shuffles and isinstance(self.run.random_source, LegacySource)

    @cached_property
    def stream_draws(self) -> list[list[Draw]]:
        """For every run what is drawn from the notebook's stream before it, as far as its data and shuffles need."""
        recipes = [run.provenance for run in self.runs if run.provenance is not None]
        return [draws_of(provenance.steps[0].numbers, self.uses_stream) for provenance in recipes]

    @property
    def has_own_streams(self) -> bool:
        """Whether the runs begin at different places of the notebook's stream."""
        return self.uses_stream and len({len(draws) for draws in self.stream_draws}) > 1

    @cached_property
    def draws_epochs(self) -> bool:
        """Whether an epoch draws anything from its key."""
        return (self.shuffles or drops(self.hyperparameters)) and not self.uses_stream

    @cached_property
    def draws_first_weights(self) -> bool:
        """Whether the first weights are drawn."""
        return not self.hyperparameters.values("first_weights")

    @cached_property
    def is_penalised(self) -> bool:
        """Whether a penalty ever acts."""
        return self.hyperparameters.values("penalty_strength") != {"0.0"}

    @cached_property
    def penalties(self) -> tuple[PenaltySource, ...]:
        """The source of every kind of penalty that a run ever has, as the registry has them in turn."""
        kinds = {run.penalty.kind for run in self.every_experiment if run.penalty is not None}
        return tuple(kind.source for word, kind in PENALTIES.items() if word in kinds)

    @cached_property
    def update(self) -> UpdateSource:
        """The update that all runs make. Raises KeyError where they have two optimizers."""
        sources = [run.optimizer.source for run in self.every_experiment]
        if any(source is not sources[0] for source in sources):
            raise KeyError("two optimizers")
        return sources[0]

    @property
    def by_step(self) -> bool:
        """Whether a penalty is ever applied by a step of its own."""
        return self.hyperparameters.ever("proximal", "True")

    @property
    def by_slope(self) -> bool:
        """Whether a penalty's slope is ever added to the gradient."""
        return self.hyperparameters.ever("proximal", "False")

    @cached_property
    def seed(self) -> int | None:
        """The seed of all that is drawn. Raises KeyError where two seeds are."""
        steps = self.run.provenance.steps if self.run.provenance else ()
        seeds = {step.numbers["seed"] for step in steps if "seed" in step.numbers}
        if (self.draws_epochs or self.draws_first_weights) and isinstance(self.run.random_source, KeyedSource):
            seeds.add(self.run.random_source.seed)
        if len(seeds) > 1:
            raise KeyError("two seeds")
        return int(seeds.pop()) if seeds else None

    def first(self, name: str) -> str:
        """What a variable is at the beginning."""
        return self.hyperparameters.texts[0][0][name]

    def is_used(self, name: str) -> bool:
        """Whether a variable that is a number acts in any run."""
        acts = {
            "learning_rate": True,
            "batch_size": self.shuffles,
            "penalty_strength": self.is_penalised,
            "clip_norm": self.hyperparameters.values("clip_norm") != {"np.inf"},
            "clip_value": self.hyperparameters.values("clip_value") != {"np.inf"},
            "input_dropout": drops(self.hyperparameters),
            "hidden_dropout": drops(self.hyperparameters),
            "momentum": normalises(self.hyperparameters),
        }
        if any(name in kind.source.numbers for kind in PENALTIES.values()):
            return self.is_penalised and any(name in penalty.numbers for penalty in self.penalties)
        return acts.get(name, bool(self.hyperparameters.values(name)))

    @cached_property
    def variables(self) -> tuple[str, ...]:
        """The names that stand for themselves in the code: numbers that act, and choices that change."""
        known = dict.fromkeys(name for run in self.hyperparameters.texts for part in run for name in part)
        idle = {"first_weights"} | (set() if self.is_penalised else PENALTY_CHOICES)
        idle |= (set() if self.by_slope else {"penalty_slope"}) | (set() if self.by_step else {"penalty_step"})

        def acts(name: str) -> bool:
            if name in numbers():
                return self.is_used(name)
            return name not in idle and self.hyperparameters.is_variable(name)

        return tuple(filter(acts, known))


PENALTY_CHOICES = {"penalised", "proximal", "penalty_slope", "penalty_step", "divided_by_batch"}
