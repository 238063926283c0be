"""What the prose on least squares says about the line behind the samples, and about one's own rows."""

from collections.abc import Mapping

from nnviz.lessons.least_squares.digits_lost import at_the_worst
from nnviz.lessons.least_squares.own_rows import chosen, own_fit
from nnviz.lessons.least_squares.samples import effective
from nnviz.lessons.least_squares.settings import NEW_X, LeastSquaresSettings
from nnviz.user_data.table import as_code


def values(settings: LeastSquaresSettings) -> Mapping[str, object]:
    """The settings that act, whether redraws have new x, and the names of one's own columns if their rows are shown.

    `error_of_inverse` and `error_of_qr` are the slope's relative errors at `worst_condition`, the figure's last κ.
    """
    acting, is_own = effective(settings), chosen(settings).is_own
    rows = own_fit(settings).rows if is_own else None
    condition, errors = at_the_worst(settings)
    return {
        "acting": acting,
        "new_x": acting.redrawn == NEW_X,
        "is_own": is_own,
        "worst_condition": condition,
        "error_of_inverse": errors["inverse of A'A"],
        "error_of_qr": errors["QR"],
        "feature": as_code(rows.feature_names[0]) if rows else "",
        "target": as_code(rows.target_name) if rows else "",
    }
