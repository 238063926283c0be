"""The script of the page: one least squares line, and the lines of two thousand samples like it."""

from nnviz.lessons.least_squares.knobs import NEW_X, NOTEBOOK, SIZES, LeastSquaresSettings
from nnviz.lessons.least_squares.samples import N_REDRAWS, effective

SHAPES = {
    "Normal": "rng.standard_normal(shape)",
    "uniform": "rng.uniform(-np.sqrt(3.0), np.sqrt(3.0), shape)",
    "skewed": "rng.standard_exponential(shape) - 1.0",
}
"""The word of a noise -> how it is drawn with mean 0 and deviation 1."""

OWN_DATA = """
x = generator(1).standard_normal(LARGEST)
y = bias + slope * x + noise * draw(generator(5), (1, LARGEST))[0]
"""
NOTEBOOKS_DATA = """
stream = np.random.RandomState(777)  # the notebook's random numbers
x = stream.normal(size=(1000, 1))[:, 0]
y = 6.0 + 4.0 * x + stream.normal(size=1000)
"""
TEXT = '''

# %% Least squares in closed form
def line(x, y):
    """slope = Σ(x − x̄)(y − ȳ)/Σ(x − x̄)² and bias = ȳ − slope·x̄, for every row of y."""
    away = x - x.mean(axis=-1, keepdims=True)
    found = (away * (y - y.mean(axis=-1, keepdims=True))).sum(axis=-1) / (away**2).sum(axis=-1)
    return np.stack([y.mean(axis=-1) - found * x.mean(axis=-1), found], axis=-1)


weights = line(x[:n], y[:n])
A = np.column_stack([np.ones(n), x[:n]])
standard_errors = noise * np.sqrt(np.diag(np.linalg.inv(A.T @ A)))  # the deviation over samples with these x
print(f"bias and slope {weights}, standard errors {standard_errors}")

'''
REDRAWS = """
Y = bias + slope * redrawn_x + noise * draw(rng, (N_REDRAWS, LARGEST))
estimates = line(redrawn_x[:, :n], Y[:, :n])
print(f"over {N_REDRAWS} redraws: mean {estimates.mean(axis=0)}, deviation {estimates.std(axis=0, ddof=1)}")
"""


def code(settings: LeastSquaresSettings) -> str:
    """The population and the sample of the settings."""
    acting = effective(settings)
    x = "rng.standard_normal((N_REDRAWS, LARGEST))" if settings.redrawn == NEW_X else "x[None]"
    told = "new x as well" if settings.redrawn == NEW_X else "new noise on the same x"
    return f"""import numpy as np

bias, slope, noise = {acting.true_bias!r}, {acting.true_slope!r}, {acting.noise!r}
n = {int(acting.n_samples)}  # examples in the sample; the first of as many as there may be
LARGEST = {SIZES[-1]}
N_REDRAWS = {N_REDRAWS}


# %% The sample
def generator(purpose):
    \"\"\"Random numbers for one purpose: 1 data, 5 noise, 6 redraws.\"\"\"
    return np.random.default_rng([{int(settings.seed)}, 0, purpose])


def draw(rng, shape):
    \"\"\"Noise of mean 0 and standard deviation 1.\"\"\"
    return {SHAPES[acting.noise_shape]}


{(NOTEBOOKS_DATA if settings.data == NOTEBOOK else OWN_DATA).strip()}
{TEXT}# %% The same population again and again: {told}
rng = generator(6)
redrawn_x = {x}
{REDRAWS.strip()}
"""
