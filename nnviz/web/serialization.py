"""Arrays and run states as they travel between server and browser: little-endian bytes in base64.

JSON numbers would turn NaN into null and cost three times the bytes; base64 keeps every bit, so a state that
has been to the browser and back continues a run bit for bit. Texts travel as a list.
"""

import base64
import binascii
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

from nnviz.runs.protocol import Array, Checkpoint, Frames, Keyframes

DTYPES = {"f8": "<f8", "f4": "<f4", "i4": "<i4", "u1": "|u1"}
"""The element types that travel, by the names the browser knows."""

QUANTISED_BITS = 14
"""Binary digits behind the point of numbers that are only looked at: an error of 3e-5 of a number at most."""


class WireArray(BaseModel):
    """One array on its way; `at` holds the steps of keyframes."""

    model_config = ConfigDict(extra="forbid")
    dtype: str
    shape: list[int] = Field(max_length=4)
    data: str


class WireState(BaseModel):
    """A run state on its way."""

    model_config = ConfigDict(extra="forbid")
    step: int = Field(ge=0, le=10**9)
    arrays: dict[str, WireArray] = Field(max_length=8)


def encode_array(array: Array) -> dict[str, Any]:
    """The array's bytes; 64-bit integers travel as 32-bit ones, booleans as bytes, texts as they are.

    An array in single precision is to be looked at and is rounded, since zeros compress well.
    """
    if array.dtype.kind == "U":
        return {"dtype": "text", "shape": list(array.shape), "data": array.ravel().tolist()}
    kind = {"i": "i4", "b": "u1"}.get(array.dtype.kind, array.dtype.str[1:])
    if kind not in DTYPES:
        raise TypeError(f"An array of {array.dtype} cannot travel to the browser.")
    little = np.ascontiguousarray(quantised(array) if kind == "f4" else array, dtype=DTYPES[kind])
    return {"dtype": kind, "shape": list(array.shape), "data": base64.b64encode(little.tobytes()).decode()}


def quantised(array: NDArray[np.float32]) -> NDArray[np.float32]:
    """Numbers to QUANTISED_BITS binary digits, the bits behind them zero; gaps and infinities stay what they are."""
    dropped = np.finfo(np.float32).nmant - QUANTISED_BITS
    half, mask = np.uint32(1 << (dropped - 1)), ~np.uint32((1 << dropped) - 1)
    bits = (np.ascontiguousarray(array, dtype=np.float32).view(np.uint32) + half) & mask
    return np.where(np.isfinite(array), bits.view(np.float32), array)


def encode_frames(frames: Frames) -> dict[str, Any]:
    """All frames by name; keyframes carry the steps they belong to."""
    return {
        name: {**encode_array(value.values), "at": value.step.tolist()}
        if isinstance(value, Keyframes)
        else encode_array(value)
        for name, value in frames.items()
    }


def encode_between(between: Mapping[str, Keyframes]) -> dict[str, Any]:
    """The points between the frames by name: their values, and `after`, the steps from each to the next."""
    return {
        name: {**encode_array(points.values), "after": encode_array(np.diff(points.step, prepend=0))}
        for name, points in between.items()
    }


def encode_state(state: Checkpoint) -> dict[str, Any]:
    """The state with its arrays as bytes."""
    return {"step": state.step, "arrays": {name: encode_array(array) for name, array in state.arrays.items()}}


def decode_state(wire: WireState, template: Checkpoint) -> Checkpoint:
    """The state that was sent, if it has exactly the arrays and shapes of `template` and is finite.

    Raises:
        ValueError: a sentence that says what does not fit; nothing else about the state is trusted.

    """
    if wire.arrays.keys() != template.arrays.keys():
        raise ValueError("The state does not hold the arrays of this run.")
    arrays = {}
    for name, expected in template.arrays.items():
        sent = wire.arrays[name]
        if sent.dtype != "f8" or sent.shape != list(expected.shape):
            raise ValueError(f"The state's {name} do not have the shape or type of this run.")
        arrays[name] = _decode_floats(sent).reshape(expected.shape)
        if not _is_defined(arrays[name]):
            raise ValueError(f"The state's {name} are not finite.")
    return Checkpoint(wire.step, arrays)


def _is_defined(array: Array) -> bool:
    """Whether all is finite; of several runs side by side, one that diverged is all NaN."""
    finite = np.isfinite(array)
    if array.ndim < 2:
        return bool(finite.all())
    axes = tuple(range(1, array.ndim))
    return bool((finite.all(axis=axes) | np.isnan(array).all(axis=axes)).all())


def _decode_floats(sent: WireArray) -> Array:
    try:
        raw = base64.b64decode(sent.data, validate=True)
    except binascii.Error as error:
        raise ValueError("The state's bytes are not base64.") from error
    if len(raw) != 8 * int(np.prod(sent.shape, dtype=np.int64)):
        raise ValueError("The state's bytes do not fill its shape.")
    return np.frombuffer(raw, dtype=DTYPES["f8"]).astype(np.float64)
