"""The chain of the notebook's answers: its data, its fits and its exact solutions, declared in its order."""

from collections.abc import Callable
from math import inf

import numpy as np
from numpy.random import RandomState
from scipy.special import expit

from nnviz.core.models.network import Network
from nnviz.core.notebook import solutions as exact
from nnviz.core.notebook.printed import ALL_DIGITS, FOUR_COLUMNS
from nnviz.core.notebook.published import Data, Drawn, Elsewhere, Entry, Fit, Shown, uniform_start, zero_start
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.training.experiment import Experiment
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray

N = 1000


def _response(X: FloatArray, weights: list[float], stream: RandomState) -> FloatArray:
    """The response y = [1, X]·w + ε with ε ~ N(0, 1)."""
    design = np.column_stack([np.ones(len(X)), X])
    return np.asarray(design.dot(weights) + stream.normal(size=len(X)))


def toy(stream: RandomState, data: Data) -> Data:
    """The toy line y = 6 + 4x + ε, and the same without ε."""
    X = stream.normal(size=(N, 1))
    return {"toy": (X, _response(X, [6.0, 4.0], stream)), "toy without noise": (X, 6.0 + 4.0 * X[:, 0])}


def toy_without_bias(stream: RandomState, data: Data) -> Data:
    """The line y = 4x + ε."""
    X = stream.normal(size=(N, 1))
    return {"toy without bias": (X, _response(X, [0.0, 4.0], stream))}


def labels(stream: RandomState, data: Data) -> Data:
    """Binary labels with P(y = 1) = σ(6 + 4x), one draw each."""
    X, _ = data["toy"]
    drawn = [stream.binomial(1, p) for p in expit(6.0 + 4.0 * X[:, 0])]
    return {"toy, labels": (X, np.array(drawn, dtype=np.float64))}


def noise_feature(stream: RandomState, data: Data) -> Data:
    """A second feature, U[0, 1), that explains nothing."""
    X, y = data["toy"]
    return {"toy + noise": (np.column_stack([X, stream.uniform(size=N)]), y)}


def scaled(stream: RandomState, data: Data) -> Data:
    """The plane y = 6 + 4x₁ + 3x₂ + ε with x₂ ~ N(50, 10²), and the same with standardised features."""
    X = np.column_stack([stream.normal(size=N), stream.normal(50.0, 10.0, size=N)])
    y = _response(X, [6.0, 4.0, 3.0], stream)
    return {"scaled": (X, y), "scaled, standardised": ((X - X.mean(axis=0)) / X.std(axis=0), y)}


def xor(stream: RandomState, data: Data) -> Data:
    """The four points of XOR."""
    return {"xor": (np.array([[0.0, 0], [1, 0], [0, 1], [1, 1]]), np.array([0.0, 1, 1, 0]))}


PLANE = Network(n_features=2)
XOR = Network(n_features=2, hidden=(4,), activation="sigmoid", biases=(True, False))
RIDGE = Penalty("L2", 1.0, bias=True, divided_by_batch=True)
LASSO = Penalty("L1", 2.0, bias=True)


def on_toy(n_epochs: int, batch_size: int = 64, penalty: Penalty | None = None, label: str = "") -> Fit:
    """The toy line in mini-batches at learning rate 0.01."""
    return Fit("toy", GradientDescent(0.01, batch_size), {label: n_epochs}, penalty=penalty)


def on_labels(n_epochs: int, learning_rate: float) -> Fit:
    """Logistic regression on the labels."""
    return Fit("toy, labels", GradientDescent(learning_rate, 64), {"": n_epochs}, loss="log loss")


PREDICTIONS = Shown(lambda run, weights: run.loss.predict(run.model.outputs(weights, run.X)), ALL_DIGITS)
MATRICES = {  # with the inputs on rows
    "w1": Shown(lambda run, weights: run.model.views(weights)[0].T.ravel(), FOUR_COLUMNS),
    "w2": Shown(lambda run, weights: run.model.views(weights)[1].ravel()),
}


def on_xor(loss: str, *matrices: str) -> Fit:
    """The small network on XOR, all four points at every step; the last predictions are made before the last step."""
    printed_at = {"predictions": 2999, "w1": 3000, "w2": 3000}
    shows = {"predictions": PREDICTIONS, **{word: MATRICES[word] for word in matrices}}
    return Fit(
        "xor",
        GradientDescent(1.0),
        {word: printed_at[word] for word in shows},
        XOR,
        loss,
        start=uniform_start,
        shows=shows,
    )


def on_noise(penalty: Penalty) -> Fit:
    """The line with the useless feature, in batches of all data that are shuffled all the same."""
    return Fit("toy + noise", GradientDescent(0.03, N), {"": 1000}, PLANE, penalty=penalty)


def on_scaled(n_epochs: int, learning_rate: float, clip_norm: float = inf, data: str = "scaled") -> Fit:
    """The plane with features of unequal scales."""
    return Fit(data, GradientDescent(learning_rate, 64, clip_norm), {str(n_epochs): n_epochs}, PLANE)


def exploding() -> Fit:
    """The same at a learning rate that is too high."""
    return Fit("scaled", GradientDescent(0.1, 64), {"": 10}, PLANE)


RATES = (0.001, 0.01, 0.05, 0.1, 1.0)


def _row(place: int) -> Callable[[Experiment, FloatArray], FloatArray]:
    return lambda run, weights: weights[place]


def at_five_rates() -> Fit:
    """Fifteen steps from zero at five learning rates, all five in one pass."""
    words = [f"{rate:g}" for rate in RATES]
    shows = {word: Shown(_row(place)) for place, word in enumerate(words)}
    return Fit("toy", GradientDescent(np.array(RATES)), dict.fromkeys(words, 15), start=zero_start, shows=shows)


CHAIN: tuple[Entry, ...] = (
    Entry("data", "linear regression", (Drawn(toy), Drawn(xor))),
    Entry("ols_noiseless", "linear regression", (exact.ols("toy without noise"),)),
    Entry("ols", "linear regression", (exact.ols("toy"),)),
    Entry(
        "gd_3000",
        "gradient descent",
        (Fit("toy", GradientDescent(0.01), {str(s): s for s in (10, 50, 100, 500, 1000, 3000)}),),
    ),
    Entry("learning_rates", "gradient descent", (at_five_rates(),)),
    Entry(
        "sgd",
        "stochastic gradient descent",
        (Fit("toy", GradientDescent(0.01, 1), {str(e): e for e in (1, 5, 10, 50, 100)}),),
    ),
    Entry("skip_sklearn_sgd", "stochastic gradient descent", (Elsewhere(2),)),
    Entry("batch_64", "mini-batch", (on_toy(100),)),
    Entry(
        "batch_sizes",
        "mini-batch",
        tuple(on_toy(100, size, label=str(size)) for size in (8, 16, 32, 64, 128, 256)),
    ),
    Entry("labels", "logistic regression", (Drawn(labels),)),
    Entry("logit_100", "logistic regression", (on_labels(100, 0.01),)),
    Entry("logit_200", "logistic regression", (on_labels(200, 1.0),)),
    Entry("logit_newton", "logistic regression", (exact.maximum_likelihood("toy, labels"),)),
    Entry("skip_sklearn_logit", "logistic regression", (Elsewhere(1),)),
    Entry("xor_mse", "neural network", (on_xor("half the summed squared error of the probability", "w1", "w2"),)),
    Entry("xor_logloss", "neural network", (on_xor("summed log loss"),)),
    Entry("ridge_64", "L2", (on_toy(100, penalty=RIDGE),)),
    Entry(
        "ridge_batch_sizes",
        "L2",
        tuple(on_toy(500, size, RIDGE, str(size)) for size in (8, 16, 32, 64, 128, 256, 512, 1000)),
    ),
    Entry("ridge_exact", "L2", (exact.ridge_of_scikit_learn("toy"),)),
    Entry("lasso_exact", "L1", (Elsewhere(1), exact.lasso_of_scikit_learn("toy"))),
    Entry("lasso_gd", "L1", (on_toy(1000, N, LASSO),)),
    Entry("skip_sklearn_lasso_sgd", "L1", (Elsewhere(2),)),
    Entry("noise_feature", "L1", (Drawn(noise_feature),)),
    Entry("ridge_exact_noise", "L2", (exact.ridge_of_scikit_learn("toy + noise"),)),
    Entry("lasso_exact_noise", "L1", (Elsewhere(1), exact.lasso_of_scikit_learn("toy + noise"))),
    Entry("ridge_gd_noise", "L2", (on_noise(RIDGE),)),
    Entry("lasso_gd_noise", "L1", (on_noise(LASSO),)),
    Entry("bias_summary", "bias term", (Drawn(toy_without_bias, reseeds=True), exact.regression("toy without bias"))),
    Entry("reseed_scaled", "normalisation", (Drawn(scaled, reseeds=True),)),
    Entry("scaled_ols", "normalisation", (exact.ols("scaled"),)),
    Entry("scaled_diverges", "normalisation", (exploding(),)),
    Entry("scaled_slow", "normalisation", tuple(on_scaled(n, 0.0003) for n in (100, 1000, 5000, 10000))),
    Entry("standardised_ols", "normalisation", (exact.ols("scaled, standardised"),)),
    Entry(
        "standardised_gd",
        "normalisation",
        tuple(on_scaled(n, 0.1, data="scaled, standardised") for n in (1, 10, 50, 100)),
    ),
    Entry("clipped", "gradient clipping", tuple(on_scaled(n, 0.1, 5.0) for n in (1000, 5000, 10000, 20000, 30000))),
)
