"""The notebook's results as the page tells them: what each is called and what it does, and the lesson that shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

DATA = {"data": "the notebook's data"}
ONE_RATE = dict.fromkeys(("show_0001", "show_001", "show_005", "show_01", "show_1"), "off")
RIDGE = {"penalty": "L2", "penalise_bias": "on", "data": "the notebook's line"}
LASSO = {"penalty_strength": "2", "penalise_bias": "on", "epochs": "1000", "data": "the notebook's line"}
BY_DESCENT = {"penalty_strength": "1", "divided_by_batch": "on", "batch_size": "64"}
BY_SOLVER = {"penalty_strength": "0.002", "learning_rate": "0.01", "epochs": "1000"}
NOISE = {"data": "the notebook's line + useless feature"}


@dataclass(frozen=True)
class Link:
    """A lesson and the settings that differ from its defaults, by their words."""

    lesson: str
    words: Mapping[str, str]

    @property
    def address(self) -> str:
        """The page with its query."""
        return f"/{self.lesson}?{urlencode(self.words)}"


@dataclass(frozen=True)
class Told:
    """What a result is called, what it does, what the word before a line counts, and what a line without one is."""

    title: str
    note: str
    link: Link
    counts: str = ""
    unnamed: str = "weights"

    def line(self, word: str) -> str:
        """What stands before the line with this word."""
        return f"{self.counts} {word}".strip() or self.unnamed


def _scaling(source: str, **words: str) -> Link:
    return Link("feature-scaling", {"source": f"notebook: {source}", **words})


def _clipping(epochs: str) -> Link:
    return Link("gradient-clipping", {"source": f"notebook: {epochs} epochs", "epochs": epochs.replace(",", "")})


STANDARDISED = {"features": "standardised", "learning_rate": "0.1"}

ENTRIES: dict[str, Told] = {
    "ols_noiseless": Told(
        "Least squares without noise",
        "y = 6 + 4x: the weights are the true ones.",
        link=Link("least-squares", {"data": "the notebook's data without noise"}),
    ),
    "ols": Told("Least squares", "y = 6 + 4x + ε, 1,000 points.", link=Link("least-squares", DATA)),
    "gd_3000": Told(
        "Gradient descent",
        "3,000 steps on all the data, η = 0.01.",
        counts="step",
        link=Link("gradient-descent", {"learning_rate": "0.01", **ONE_RATE, "start": "the notebook's draw", **DATA}),
    ),
    "learning_rates": Told(
        "Five learning rates",
        "15 steps from (0, 0).",
        counts="η =",
        link=Link("gradient-descent", {"show_yours": "off", **DATA}),
    ),
    "sgd": Told(
        "One example at a step",
        "100 epochs, 100,000 steps, η = 0.01.",
        counts="epoch",
        link=Link("stochastic-gradient-descent", {"n_epochs": "100", **DATA}),
    ),
    "batch_64": Told(
        "Batches of 64",
        "100 epochs, η = 0.01.",
        link=Link("stochastic-gradient-descent", {"n_epochs": "100", "data": "the notebook's batches of 64"}),
    ),
    "batch_sizes": Told(
        "Six batch sizes",
        "100 epochs each, η = 0.01.",
        counts="B =",
        link=Link(
            "stochastic-gradient-descent",
            {"n_epochs": "100", "batch_size": "16", "data": "the notebook's six batch sizes"},
        ),
    ),
    "logit_100": Told(
        "Logistic regression, 100 epochs",
        "Labels drawn with P = σ(6 + 4x), η = 0.01, batches of 64.",
        link=Link("logistic-regression", {"data": "the notebook's, first fit"}),
    ),
    "logit_200": Told(
        "Logistic regression, 200 epochs",
        "The same labels, η = 1.",
        link=Link("logistic-regression", {"data": "the notebook's, second fit", "learning_rate": "1", "epochs": "200"}),
    ),
    "logit_newton": Told(
        "Logistic regression, exact",
        "The maximum of the likelihood by Newton's method, and its mean log loss.",
        link=Link("logistic-regression", {"data": "the notebook's, first fit"}),
    ),
    "xor_mse": Told(
        "XOR, squared error",
        "Four sigmoid neurons, 3,000 steps, η = 1. The predictions are made before the last update.",
        link=Link("xor", {"start": "the notebook's, each its own"}),
    ),
    "xor_logloss": Told(
        "XOR, log loss",
        "The same network from weights of its own.",
        link=Link("xor", {"start": "the notebook's, each its own"}),
    ),
    "ridge_64": Told(
        "Ridge by descent",
        "A step on B examples adds 2w/B to the gradient; B = 64, 100 epochs, η = 0.01.",
        link=Link("penalties", {**RIDGE, **BY_DESCENT, "learning_rate": "0.01", "epochs": "100"}),
    ),
    "ridge_batch_sizes": Told(
        "Ridge with eight batch sizes",
        "500 epochs each: the penalty depends on the batch.",
        counts="B =",
        link=Link(
            "penalties",
            {**RIDGE, **BY_DESCENT, "learning_rate": "0.01", "epochs": "500", "comparison": "eight batch sizes"},
        ),
    ),
    "ridge_exact": Told("Ridge, exact", "Least Σ(y − Xw)² + 2 Σw².", link=Link("penalties", {**RIDGE, **BY_SOLVER})),
    "lasso_exact": Told(
        "Lasso by coordinate descent",
        "(1/2N) Σ(y − Xw)² + Σ|w|, stopped after three rounds.",
        link=Link("penalties", {**LASSO, "learning_rate": "0.01"}),
    ),
    "lasso_gd": Told(
        "Lasso by descent",
        "The subgradient 2·sign(w) on all the data, 1,000 steps, η = 0.01.",
        link=Link("penalties", {**LASSO, "learning_rate": "0.01"}),
    ),
    "ridge_exact_noise": Told(
        "Ridge, exact, with a useless feature",
        "A third column that explains nothing.",
        link=Link("penalties", {**RIDGE, **BY_SOLVER, **NOISE}),
    ),
    "lasso_exact_noise": Told(
        "Lasso by coordinate descent, with a useless feature",
        "Its weight is exactly 0.",
        link=Link("penalties", {**LASSO, "learning_rate": "0.03", **NOISE}),
    ),
    "ridge_gd_noise": Told(
        "Ridge by descent, with a useless feature",
        "1,000 steps on all the data, η = 0.03.",
        link=Link(
            "penalties",
            {**RIDGE, **BY_DESCENT, "batch_size": "all", "learning_rate": "0.03", "epochs": "1000", **NOISE},
        ),
    ),
    "lasso_gd_noise": Told(
        "Lasso by descent, with a useless feature",
        "The weight of the useless feature ends near 0, not at 0.",
        link=Link("penalties", {**LASSO, "learning_rate": "0.03", **NOISE}),
    ),
    "bias_summary": Told(
        "A regression table",
        "y = 4x + ε: the true bias is 0, and the table cannot tell it from 0.",
        link=Link("bias", DATA),
        unnamed="scores",
    ),
    "scaled_ols": Told(
        "Least squares on unequal scales",
        "y = 6 + 4x₁ + 3x₂ + ε with x₂ around 50.",
        link=_scaling("100 epochs"),
    ),
    "scaled_diverges": Told(
        "Unequal scales, η = 0.1",
        "10 epochs in batches of 64; the weights overflow.",
        link=_scaling("η = 0.1", learning_rate="0.1", epochs="10"),
    ),
    "scaled_slow": Told(
        "Unequal scales, η = 0.0003",
        "Four fits, the longest of 160,000 steps.",
        counts="epochs",
        link=_scaling("10,000 epochs", epochs="10000"),
    ),
    "standardised_ols": Told(
        "Least squares on standardised features",
        "The same plane in other units.",
        link=_scaling("standardised, 1 epoch", **STANDARDISED, epochs="1"),
    ),
    "standardised_gd": Told(
        "Standardised features, η = 0.1",
        "After ten epochs every weight is within 0.05 of the exact one.",
        counts="epochs",
        link=_scaling("standardised, 10 epochs", **STANDARDISED, epochs="10"),
    ),
    "clipped": Told(
        "Clipped gradients",
        "Unequal scales, η = 0.1, gradients no longer than 5: five fits, over a million steps.",
        counts="epochs",
        link=_clipping("1,000"),
    ),
}
"""By the name of the result, in the order of the notebook."""
