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
import plotly.graph_objects as go

from nnviz.figures.theme import THEME
from nnviz.web.serialization import QUANTISED_BITS, quantised

LONG = 100
"""Numbers from which on an array is a picture and not a result."""


def figure_json(figure: go.Figure) -> Any:
    """The figure as dictionaries, lists, texts and numbers, its arrays as Plotly's {dtype, bdata, shape}; themed."""
    json = _lighter(orjson.loads(figure.to_json(engine="orjson")))
    return {**json, "layout": {**json["layout"], "template": THEME}}


def _lighter(part: Any) -> Any:
    if isinstance(part, list):
        return [_lighter(item) for item in part]
    if not isinstance(part, dict):
        return part
    if part.get("dtype") == "f8" and "bdata" in part:
        return _single(part)
    return {name: _lighter(item) for name, item in part.items()}


def _single(array: Mapping[str, Any]) -> Mapping[str, Any]:
    """The array in single precision, if it is long and none of its numbers is too large or too small for that."""
    double = np.frombuffer(base64.b64decode(array["bdata"]), "<f8")
    if double.size < LONG:
        return array
    with np.errstate(over="ignore", under="ignore"):
        single = double.astype("<f4")
    if "shape" in array:
        single = quantised(single)
    if not np.allclose(single, double, rtol=2.0**-QUANTISED_BITS, atol=0.0, equal_nan=True):
        return array
    return {**array, "dtype": "f4", "bdata": base64.b64encode(single.tobytes()).decode()}
