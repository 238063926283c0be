"""A line through one's own data where planes and learning rates have a fixed size: one feature, both standardised.

With x and y at mean 0 and standard deviation 1 the bias of the least squares line is 0, its slope is the correlation,
and both curvatures of the mean squared error are 2, whatever the units of the data are.
"""

from dataclasses import replace

from nnviz.core.solvers.closed_form import least_squares
from nnviz.user_data.control import UserData
from nnviz.user_data.examples import ChosenData
from nnviz.user_data.table import as_code

MOST_ROWS = 1000
OWN_LINE = UserData(tasks=("regression",), n_features=(1,))
"""The field of a page that fits a line."""

WEIGHT_NAMES = ("bias, data standardised", "w1, data standardised")
"""What the axes of the plane of both weights are called."""


def standardised_line(choice: str, own_data: str, instead: str) -> ChosenData:
    """The data of a page that fits a line to standardised rows; `instead` is drawn while there are none."""
    return ChosenData(choice, own_data, instead, standardised=True, standardised_target=True, most_rows=MOST_ROWS)


def in_own_units(own: ChosenData, seed: int) -> str:
    """A paragraph: what x and y are, what standardising does to them, and the least squares line in their own units."""
    given = replace(own, standardised=False, standardised_target=False).draw(1, 0.0, seed)
    bias, slope = least_squares(given.X, given.y).tolist()
    feature, target = as_code(given.feature_names[0]), as_code(given.target_name)
    return f"""
## Your data

$x$ is {feature}, $y$ is {target}, and both are standardised: from every number the mean is subtracted, and the rest is
divided by the standard deviation. So the least squares line has the bias 0, and its slope is the correlation of the
two where $x$ has the standard deviation 1. In the units of your data it is

{target} = {_signed(bias)} {"−" if slope < 0 else "+"} {abs(slope):.6g} · {feature}.
"""


def _signed(value: float) -> str:
    return f"{value:.6g}".replace("-", "−")
