"""Weights that are set by hand, as a text: "120:1.2.0:0.5" sets the bias of neuron 1.2 to 0.5 after step 120.

Inputs of a neuron count from 1. Several are parted by semicolons; what cannot be read, or is no weight of the model, is
left out, and of two that set one weight after the same step the later holds.
"""

import math
from collections.abc import Iterator

from nnviz.core.models.network import Network
from nnviz.core.training.experiment import WeightEdit

LARGEST = 1e6
MOST_DIGITS = 9


def weight_codes(model: Network) -> list[str]:
    """The code "layer.neuron.input" of every weight, in the order of the flat vector; the bias is input 0."""
    return [
        f"{layer}.{neuron}.{number}"
        for layer, shape in enumerate(model.layers, 1)
        for neuron in range(1, shape.n_outputs + 1)
        for number in range(0 if shape.bias else 1, shape.n_inputs + 1)
    ]


def weight_edits(text: str, model: Network) -> tuple[WeightEdit, ...]:
    """The edits that a text says, in the order of their steps."""
    places = {code: place for place, code in enumerate(weight_codes(model))}
    return tuple(sorted(_read(text, places), key=lambda edit: edit.step))


def _read(text: str, places: dict[str, int]) -> Iterator[WeightEdit]:
    for entry in text.split(";"):
        step, code, value = ([part.strip() for part in entry.split(":")] + ["", "", ""])[:3]
        number = _number(value)
        if step.isdecimal() and len(step) <= MOST_DIGITS and code in places and number is not None:
            yield WeightEdit(int(step), places[code], number)


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= LARGEST else None
