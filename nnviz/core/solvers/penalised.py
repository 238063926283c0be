"""Least squares with a penalty, solved exactly: the solver of every kind of penalty that has one."""

from collections.abc import Callable

from nnviz.core.objectives.penalties import Penalty
from nnviz.core.solvers.bridge_regression import bridge
from nnviz.core.solvers.lasso import elastic_net, lasso
from nnviz.core.solvers.ridge import ridge
from nnviz.core.types import FloatArray

Solver = Callable[[Penalty, FloatArray, FloatArray, FloatArray], FloatArray]
SOLVERS: dict[str, Solver] = {
    "L1": lambda penalty, X, y, strengths: lasso(X, y, strengths, penalty.bias),
    "L2": lambda penalty, X, y, strengths: ridge(X, y, strengths, penalty.bias),
    "elastic net": lambda penalty, X, y, strengths: elastic_net(X, y, strengths, penalty.l1_share, penalty.bias),
    "p-norm": lambda penalty, X, y, strengths: bridge(X, y, strengths, penalty.exponent, penalty.bias),
}
"""The kind of a penalty -> (penalty, X, y, λ (...)) to the weights (..., P) of least (1/n) Σ(ŷ − y)² + λ·R(w)."""
