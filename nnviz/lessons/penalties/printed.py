"""What the notebook prints for ridge and lasso, and the settings that compute the same here."""

from dataclasses import dataclass

from nnviz.lessons.penalties.settings import BATCH_SIZES, NOTEBOOKS_LINE, NOTEBOOKS_NOISE, PenaltySettings

RIDGE = PenaltySettings(
    data=NOTEBOOKS_LINE,
    penalty="L2",
    penalty_strength=1.0,
    penalise_bias=True,
    divided_by_batch=True,
    learning_rate=0.01,
    batch_size=64,
    epochs=100,
)
LASSO = PenaltySettings(
    data=NOTEBOOKS_LINE, penalty="L1", penalty_strength=2.0, penalise_bias=True, learning_rate=0.01, epochs=1000
)
WITH_NOISE = {"data": NOTEBOOKS_NOISE, "learning_rate": 0.03, "epochs": 1000, "batch_size": float("inf")}
EXACT_RIDGE = {"penalty_strength": 0.002, "divided_by_batch": False, "batch_size": float("inf"), "epochs": 1000}


@dataclass(frozen=True)
class Printed:
    """One result: the settings, the digits as printed (one text per fit), and whether they are an exact solver's."""

    settings: PenaltySettings
    digits: tuple[str, ...]
    exact: bool = False


def _with(settings: PenaltySettings, **changes: object) -> PenaltySettings:
    return settings.model_copy(update=changes)


PRINTED: dict[str, Printed] = {
    "ridge_64": Printed(RIDGE, ("[5.917945 3.90542865]",)),
    "ridge_batch_sizes": Printed(
        _with(RIDGE, comparison=BATCH_SIZES, epochs=500),
        (
            "8: [5.40822766 3.58409232]",
            "16: [5.65860196 3.73012032]",
            "32: [5.82685968 3.81718301]",
            "64: [5.91404397 3.90443054]",
            "128: [5.9665459  3.93418727]",
            "256: [5.98786988 3.94779378]",
            "512: [5.99939005 3.95494569]",
            "1000: [6.00521432 3.95865926]",
        ),
    ),
    "ridge_exact": Printed(_with(RIDGE, **EXACT_RIDGE), ("[5.99956319 3.95500059]",), exact=True),
    "lasso_exact": Printed(LASSO, ("[5.042239 3.00143701]",), exact=True),
    "lasso_gd": Printed(LASSO, ("[5.04223889 3.00143701]",)),
    "ridge_exact_noise": Printed(
        _with(RIDGE, **EXACT_RIDGE, data=NOTEBOOKS_NOISE), ("[5.98214338 3.95518688 0.03392461]",), exact=True
    ),
    "lasso_exact_noise": Printed(_with(LASSO, **WITH_NOISE), ("[5.042239 3.00143701 0.]",), exact=True),
    "ridge_gd_noise": Printed(_with(RIDGE, **WITH_NOISE), ("[5.97074062 3.95918406 0.0629631 ]",)),
    "lasso_gd_noise": Printed(_with(LASSO, **WITH_NOISE), ("[ 5.02107606e+00 3.00162683e+00 -2.54383624e-03]",)),
}
"""Keyed by the name of the result; sections L2 and L1, all of them."""


def printed_for(settings: PenaltySettings) -> dict[str, Printed]:
    """The results that these settings compute, whatever picture is chosen."""
    seen = _with(settings, slice_weight=RIDGE.slice_weight)
    return {name: printed for name, printed in PRINTED.items() if printed.settings == seen}
