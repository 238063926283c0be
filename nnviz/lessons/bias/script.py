"""The script of the page: the fit with a bias, the one through the origin, and what penalising the bias costs."""

from nnviz.code_export.picture_code import panel, picture_cell
from nnviz.lessons.bias.fits import TRUE_SLOPE, effective
from nnviz.lessons.bias.settings import NOTEBOOK, BiasSettings

OWN_DATA = """
SEED = {seed}
x = centre + np.random.default_rng([SEED, 0, 1]).standard_normal({n_samples})
y = true_bias + true_slope * x + noise * np.random.default_rng([SEED, 0, 5]).standard_normal({n_samples})
"""
NOTEBOOKS_DATA = """
stream = np.random.RandomState(777)  # the notebook's random numbers
x = stream.normal(size=(1000, 1))[:, 0]
y = 4.0 * x + stream.normal(size=1000)
"""
TEXT = '''
# %% The regression tables
tables = {}
for name, A in {"with a bias": np.column_stack([np.ones(len(x)), x]), "through the origin": x[:, None]}.items():
    n, n_weights = A.shape
    weights = np.linalg.lstsq(A, y, rcond=None)[0]
    unexplained = ((y - A @ weights) ** 2).sum()
    variance = unexplained / (n - n_weights)  # of the noise, estimated
    errors = np.sqrt(variance * np.diag(np.linalg.inv(A.T @ A)))
    total = ((y - (y.mean() if n_weights == 2 else 0.0)) ** 2).sum()
    tables[name] = weights, errors, weights / errors, 1.0 - unexplained / total
    print(name + ": weights {}, standard errors {}, t {}, R² {:.6f}".format(*tables[name]))


# %% A penalty λΣw², on the slope alone or on the bias too
def ridge(touched):
    """The weights of least mean squared error plus λ Σ touchedⱼ·wⱼ²."""
    A = np.column_stack([np.ones(len(x)), x])
    return np.linalg.solve(A.T @ A / len(y) + penalty_strength * np.diag(touched), A.T @ y / len(y))


def error_on_new_data(weights):
    """E(y − ŷ)² = σ² + (Δb + μ·Δw)² + Δw² on new examples of the same population."""
    off_bias, off_slope = weights[0] - true_bias, weights[1] - true_slope
    return noise**2 + (off_bias + centre * off_slope) ** 2 + off_slope**2


penalised = {"the slope": ridge([0.0, 1.0]), "the bias too": ridge([1.0, 1.0])}
for name, weights in penalised.items():
    print(f"penalised {name}: weights {weights}, squared error on new data {error_on_new_data(weights):.6g}")
'''
PICTURE = """
axis.scatter(x, y, s=12, color="grey")
ends = np.array([min(x.min(), 0.0), max(x.max(), 0.0)])
for name, (weights, *_) in tables.items():
    bias, slope = weights if len(weights) == 2 else (0.0, weights[0])
    axis.plot(ends, bias + slope * ends, label=name)
axis.set(xlabel="x", ylabel="y")
axis.legend()
"""


def code(settings: BiasSettings) -> str:
    """The data and the penalty of the settings."""
    acting = effective(settings)
    data = OWN_DATA.format(seed=int(settings.seed), n_samples=int(settings.n_samples))
    return f"""import numpy as np

np.seterr(divide="ignore")  # a fit that meets every example has no uncertainty

true_bias, true_slope = {acting.true_bias!r}, {TRUE_SLOPE!r}
centre = {acting.centre!r}  # the mean of x
noise = {acting.noise!r}
penalty_strength = {float(settings.penalty_strength)!r}  # λ

# %% The data
{(NOTEBOOKS_DATA if settings.data == NOTEBOOK else data).strip()}
{TEXT}
{picture_cell([panel(PICTURE)])}"""
