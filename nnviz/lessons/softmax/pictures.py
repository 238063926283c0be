"""Digits and weights as small pictures beside each other, in one array that the browser draws at once."""

import numpy as np

from nnviz.core.data.datasets import Dataset
from nnviz.core.data.digits import DARKEST, SIDE
from nnviz.core.types import FloatArray
from nnviz.figures.pictures import Tiles
from nnviz.runs.arrays import to_float32
from nnviz.runs.protocol import Array

WRONG = Tiles(n_rows=6, n_columns=5, height=SIDE + 1, width=SIDE + 6)
"""The room for the pictures that are taken for others, with their words beside them."""


def weight_tiles(n_neurons: int) -> Tiles:
    """The room for the weights of 8, 10 or 32 neurons."""
    n_columns = {8: 4, 10: 5}.get(n_neurons, 8)
    return Tiles(-(-n_neurons // n_columns), n_columns, SIDE + 1, SIDE + 1)


def side_by_side(pictures: FloatArray, tiles: Tiles, empty: float) -> FloatArray:
    """Pictures (S, n, 8, 8) in rows and columns, (S, points high, points wide), `empty` where there is none."""
    whole = np.full((len(pictures), tiles.n_rows * tiles.height, tiles.n_columns * tiles.width), empty)
    for j in range(pictures.shape[1]):
        top, left = (place * size for place, size in zip(divmod(j, tiles.n_columns), tiles[2:], strict=True))
        whole[:, top : top + SIDE, left : left + SIDE] = pictures[:, j]
    return whole


def wrong_ones(held_out: Dataset, p: FloatArray) -> dict[str, Array]:
    """The held-out digits that are taken for others, the most certain errors first, for probabilities (S, K, n)."""
    most = WRONG.n_rows * WRONG.n_columns
    called, surely = p.argmax(axis=-2), np.nan_to_num(p.max(axis=-2))
    wrong = called != held_out.y
    order = np.argsort(np.where(wrong, -surely, 1.0), axis=-1, kind="stable")[:, :most]  # (S, most)
    is_wrong = np.take_along_axis(wrong, order, axis=-1)
    points = (DARKEST * held_out.X).reshape(-1, SIDE, SIDE)[order] * is_wrong[..., None, None]
    row, column = np.divmod(np.arange(most), WRONG.n_columns)
    x, y = column * WRONG.width + SIDE - 0.4, row * WRONG.height + SIDE / 2 - 0.5
    return {
        "wrong_pictures": side_by_side(points, WRONG, 0.0).astype(np.uint8),
        "wrong_x": to_float32(np.where(is_wrong, x, np.nan)),
        "wrong_y": to_float32(np.where(is_wrong, y, np.nan)),
        "wrong_right": held_out.y[order].astype(np.uint8),
        "wrong_called": np.take_along_axis(called, order, axis=-1).astype(np.uint8),
    }


def pictured_weights(weights: FloatArray) -> dict[str, Array]:
    """The weights (S, n_neurons, 64) as bytes from 0 to 100, of which 50 stands for 0 and the ends for the largest."""
    largest = np.abs(weights).max(axis=(-2, -1), keepdims=True)
    with np.errstate(invalid="ignore"):
        shares = np.nan_to_num(50.0 + 50.0 * weights / largest, nan=50.0)
    tiles = weight_tiles(weights.shape[-2])
    pictures = side_by_side(shares.reshape(*weights.shape[:2], SIDE, SIDE), tiles, 50.0)
    return {"weight_pictures": np.rint(pictures).astype(np.uint8)}
