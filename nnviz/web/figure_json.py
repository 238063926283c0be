"""A Plotly figure as plain JSON, with fewer bytes for what nobody sees.

Long arrays travel in single precision, which has seven digits. Of those, a grid (a surface, contours) keeps what its
colours, heights and four digits under the pointer need: the bits behind are zero, which compresses well. Short arrays,
which may hold a result, keep every bit.
"""

import base64
from collections.abc import Mapping
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from nnviz.figures import graph_objects as go
from nnviz.figures.theme import THEME
from nnviz.web.serialization import QUANTISED_BITS, quantised

LONG = 100
"""Numbers from which on an array is a picture and not a result."""

CODES = {"int8": "i1", "uint8": "u1", "int16": "i2", "int32": "i4", "float32": "f4", "float64": "f8"}
"""What Plotly calls the types of numbers that it reads."""

NESTED = frozenset({dict, list, tuple, np.ndarray})
"""What a list may have in it that holds arrays: lists of numbers are long."""

NARROW = ("int8", "int16", "int32")
"""The types for whole numbers, the narrowest first: of 64 bits Plotly reads none."""


def figure_json(figure: go.Figure) -> Any:
    """The figure as dictionaries, lists, texts and numbers, its arrays as Plotly's {dtype, bdata, shape}; themed."""
    packed = {"data": [_packed(trace) for trace in figure.traces], "layout": _packed(figure.options)}
    json = orjson.loads(orjson.dumps(packed, option=orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY))
    return {**json, "layout": {**json["layout"], "template": THEME}}


def _packed(part: Any, name: str = "") -> Any:
    if isinstance(part, Mapping):
        return {key: _packed(item, key) for key, item in part.items()}
    if isinstance(part, np.ndarray):
        return part.tolist() if name == "range" else _typed(part)  # of a range Plotly wants to read both ends
    if isinstance(part, list | tuple) and not NESTED.isdisjoint(map(type, part)):
        return [_packed(item) for item in part]
    return part


def _typed(array: NDArray[Any]) -> Any:
    """The bytes of an array in the narrowest type that Plotly reads, or a list where there is none."""
    if array.dtype == np.int64 and array.size:
        low, high = int(array.min()), int(array.max())
        fits = (name for name in NARROW if np.iinfo(name).min <= low and high <= np.iinfo(name).max)
        array = array.astype(next(fits, "int64"))
    if array.dtype == np.float64 and array.size >= LONG:
        array = _single(array)
    if array.dtype.name not in CODES or not array.size:
        return array.tolist()
    typed = {"dtype": CODES[array.dtype.name], "bdata": base64.b64encode(array.tobytes()).decode()}
    return typed if array.ndim == 1 else {**typed, "shape": str(array.shape)[1:-1]}


def _single(double: NDArray[Any]) -> NDArray[Any]:
    """The array in single precision, if none of its numbers is too large or too small for that."""
    with np.errstate(over="ignore", under="ignore"):
        single = double.astype("<f4")
    if double.ndim > 1:
        single = quantised(single)
    is_close = np.allclose(single, double, rtol=2.0**-QUANTISED_BITS, atol=0.0, equal_nan=True)
    return single if is_close else double
