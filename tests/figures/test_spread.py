import json

import numpy as np
import pytest

from nnviz.figures.spread import Column, Target, spread

TARGET = Target("least squares", 4.0, farthest=20.0)


def test_every_value_is_a_point_in_its_own_column():
    figure = spread(
        [Column("a", np.array([3.0, 4.0]), "#000000"), Column("b", np.full(5, 4.5), "#000000")], TARGET, "x", "y"
    )
    first, second, line = figure.data
    assert list(first.y) == [3.0, 4.0]
    assert max(first.x) < 0.5 < min(second.x)
    assert set(line.y) == {4.0}


def test_a_column_says_how_many_values_lie_beyond_the_picture():
    values = np.array([4.0, 1e9, np.nan, -np.inf, 23.9])
    figure = spread([Column("a", values, "#000000")], TARGET, "x", "y")
    assert list(figure.data[0].y) == [4.0, 23.9]
    assert figure.layout.xaxis.ticktext == ("a<br>3 beyond",)
    json.loads(figure.to_json(), parse_constant=pytest.fail)
