"""The script of the page: the chosen result found again, from its place in the notebook's random stream."""

from nnviz.code_export.notebook_code import draws_of, notebook_code
from nnviz.code_export.picture_code import panel, picture_cell
from nnviz.code_export.run_pictures import Drawing
from nnviz.code_export.trained import Training
from nnviz.code_export.training_script import training_script
from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.fits import n_steps_of, notebook_fit
from nnviz.core.notebook.published import Fit, Solved
from nnviz.lessons.notebook.entries import ENTRIES
from nnviz.lessons.notebook.settings import EVERYTHING, NotebookSettings
from nnviz.runs.training import one_by_one

LOSSES = Drawing(scale="logarithmic")
FIRST = "gd_3000"
"""The result whose script stands for all of them."""

LEAST_SQUARES = """
weights = np.linalg.lstsq(A, y, rcond=None)[0]  # of least Σ(y − Aw)²
print(weights)
"""
RIDGE = """
# Ridge(alpha=2) of scikit-learn: the least Σ(y − Aw)² + 2 Σw², the bias penalised too
weights = np.linalg.solve(A.T @ A + 2.0 * np.eye(A.shape[1]), A.T @ y)
print(weights)
"""
LASSO = """
# Lasso(alpha=1) of scikit-learn: the least (1/2N) Σ(y − Aw)² + Σ|w|, the bias penalised too, three rounds of
# coordinate descent: each weight is set to its best value while the others rest
weights = np.zeros(A.shape[1])
for _ in range(3):
    for j in range(len(weights)):
        rest = y - A @ weights + A[:, j] * weights[j]
        pull = A[:, j] @ rest / len(y)
        weights[j] = np.sign(pull) * max(abs(pull) - 1.0, 0.0) / (A[:, j] @ A[:, j] / len(y))
print(weights)
"""
NEWTON = """
weights = np.zeros(A.shape[1])  # of the least mean log loss, by Newton's method
for _ in range(20):
    p = 1.0 / (1.0 + np.exp(-A @ weights))
    hessian = A.T @ (A * (p * (1.0 - p))[:, None])
    weights = weights - np.linalg.solve(hessian, A.T @ (p - y))
z = A @ weights
print(weights, np.mean(np.logaddexp(0.0, z) - y * z))
"""
REGRESSION = """
weights = np.linalg.lstsq(A, y, rcond=None)[0]
variance = ((y - A @ weights) ** 2).sum() / (len(y) - A.shape[1])  # of the noise, estimated
errors = np.sqrt(variance * np.diag(np.linalg.inv(A.T @ A)))
for row in zip(weights, errors, weights / errors):
    print("weight {:.4f}, standard error {:.4f}, t {:.4f}".format(*row))
"""
SOLUTIONS = {
    "ridge_exact": RIDGE,
    "ridge_exact_noise": RIDGE,
    "lasso_exact": LASSO,
    "lasso_exact_noise": LASSO,
    "logit_newton": NEWTON,
    "bias_summary": REGRESSION,
}
"""A result that is solved and not trained -> how; all others are least squares."""

PICTURE = """
axis.scatter(X[:, 0], y, s=12, color="grey", label="examples")
axis.plot(X[:, 0], {fitted}, ".", markersize=4, label="fitted")
axis.set(xlabel="x", ylabel="y")
axis.legend()
"""
PROBABILITIES = "1.0 / (1.0 + np.exp(-A @ weights))"


def code(settings: NotebookSettings) -> str:
    """The script of the chosen result, or of the first that trains where everything is chosen."""
    if settings.result == EVERYTHING:
        told = "# Every result has a script of its own: choose it under “Find again”. This is the one of"
        return f"{told}\n# {ENTRIES[FIRST].title}\n\n{_of_entry(FIRST)}"
    return _of_entry(settings.entries[0])


def _of_entry(name: str) -> str:
    answers = next(entry for entry in CHAIN if entry.name == name).answers
    solved = [answer for answer in answers if isinstance(answer, Solved)]
    return _solution(name, solved[0]) if solved else training_script([_trainings(name, len(answers))], LOSSES)


def _trainings(name: str, n_fits: int) -> dict[str, Training]:
    """The fits of an entry, and the runs of a fit that trains several at once."""
    found = {}
    for place in range(n_fits):
        fit, experiment = notebook_fit(name, place)
        assert isinstance(fit, Fit)
        for rate, run in one_by_one(experiment).items():
            found[rate or f"fit {place + 1}"] = Training(run, n_steps_of(fit, len(run.y)))
    return found


def _solution(name: str, answer: Solved) -> str:
    draws = draws_of({"data": answer.data}, shuffles=False)
    return f"""import numpy as np

# %% The data
{notebook_code(answer.data, draws).strip()}


X, y, stream = notebook({draws!r})
A = np.column_stack([np.ones(len(X)), X])  # the bias is the weight of a column of ones

# %% The solution
{SOLUTIONS.get(name, LEAST_SQUARES).strip()}

{picture_cell([panel(PICTURE, fitted=PROBABILITIES if name == "logit_newton" else "A @ weights")])}"""
