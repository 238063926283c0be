"""What one's own rows are called, as source text: features, target and classes."""

from collections.abc import Mapping
from typing import NamedTuple

from nnviz.core.data.provenance import GIVEN, Number, Provenance


class Names(NamedTuple):
    """The names of features, target and classes; nothing where the data have none of their own."""

    features: tuple[str, ...] = ()
    target: str = ""
    classes: tuple[str, ...] = ()

    @classmethod
    def of(cls, provenance: Provenance | None) -> "Names":
        """The names in the recipe of examples."""
        steps = provenance.steps if provenance else ()
        return next((cls.given(step.numbers) for step in steps if step.word == GIVEN), cls())

    @classmethod
    def given(cls, numbers: Mapping[str, Number]) -> "Names":
        """The names beside rows that were given."""
        *features, target = _split(numbers, "names") or ("",)
        return cls(tuple(features), target, _split(numbers, "class_names"))

    def x(self, feature: int, usual: str = "x") -> str:
        """What a feature is called, or what it is usually."""
        return self.features[feature] if feature < len(self.features) else usual

    @property
    def y(self) -> str:
        """What the target is called, or y."""
        return self.target or "y"


def _split(numbers: Mapping[str, Number], name: str) -> tuple[str, ...]:
    text = str(numbers.get(name, ""))
    return tuple(text.split(",")) if text else ()


def names_code(names: Names) -> str:
    """The names as lines of a script, each kind in brackets; nothing where there are none."""
    if not names.features:
        return ""
    return f"FEATURES = {_written(names.features)}\nTARGET = {names.target!r}\nCLASSES = {_written(names.classes)}\n"


def label(name: str) -> str:
    """The source of a name as Matplotlib has to be told it: a dollar begins no formula."""
    return repr(name.replace("$", r"\$"))


def _written(names: tuple[str, ...]) -> str:
    """A list of texts in one line, or where that gets too long with a line for each."""
    line = repr(list(names))
    return line if len(line) < 100 else "[\n" + "".join(f"    {name!r},\n" for name in names) + "]"
