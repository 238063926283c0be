"""The array types that annotations speak of; shapes stand in the docstrings."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]
Memory = Mapping[str, FloatArray]  # what is remembered beside the weights: arrays (..., k) by name
