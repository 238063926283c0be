"""The script of the page: one least squares line, and the lines of two thousand samples like it."""

from nnviz.code_export.data_code import given_code
from nnviz.code_export.given_rows import Names, label
from nnviz.code_export.picture_code import panel, picture_cell
from nnviz.lessons.least_squares.own_rows import chosen, own_recipe
from nnviz.lessons.least_squares.samples import N_REDRAWS, NOTEBOOK_NOISE, effective
from nnviz.lessons.least_squares.settings import NEW_X, SIZES, LeastSquaresSettings

SHAPES = {
    "Normal": "rng.standard_normal(shape)",
    "uniform": "rng.uniform(-np.sqrt(3.0), np.sqrt(3.0), shape)",
    "skewed": "rng.standard_exponential(shape) - 1.0",
}
"""The word of a noise -> how it is drawn with mean 0 and deviation 1."""

DRAWN_DATA = """
x = generator(1).standard_normal(LARGEST)
y = bias + slope * x + noise * draw(generator(5), (1, LARGEST))[0]
"""
NOTEBOOKS_DATA = """
stream = np.random.RandomState(777)  # the notebook's random numbers
x = stream.normal(size=(1000, 1))[:, 0]
y = bias + slope * x + noise * stream.normal(size=1000)
"""
TEXT = '''

# %% Least squares in closed form
def line(x, y):
    """slope = Σ(x − x̄)(y − ȳ)/Σ(x − x̄)² and bias = ȳ − slope·x̄, for every row of y."""
    away = x - x.mean(axis=-1, keepdims=True)
    found = (away * (y - y.mean(axis=-1, keepdims=True))).sum(axis=-1) / (away**2).sum(axis=-1)
    return np.stack([y.mean(axis=-1) - found * x.mean(axis=-1), found], axis=-1)


weights = line(x[:n], y[:n])
%sA = np.column_stack([np.ones(n), x[:n]])
standard_errors = noise * np.sqrt(np.diag(np.linalg.inv(A.T @ A)))  # the deviation over samples with these x
print(f"bias and slope {weights}, standard errors {standard_errors}")

'''
FITTED_LINE = """bias, slope = weights  # nobody knows the true line: the redraws take this one
noise = np.sqrt(((y - bias - slope * x) ** 2).sum() / (n - 2))
"""
REDRAWS = """
Y = bias + slope * redrawn_x + noise * draw(rng, (N_REDRAWS, LARGEST))
estimates = line(redrawn_x[:, :n], Y[:, :n])
print(f"over {N_REDRAWS} redraws: mean {estimates.mean(axis=0)}, deviation {estimates.std(axis=0, ddof=1)}")
"""


HEAD = """import numpy as np

bias, slope, noise = {bias!r}, {slope!r}, {noise!r}
n = {n_samples}  # examples in the sample; the first of as many as there may be
LARGEST = {largest}
"""
OWN_HEAD = """import numpy as np

n = LARGEST = {n_samples}
"""
IN_RANDOM_ORDER = """
order = generator(1).permutation(n)  # so that the first of the rows are a sample as well
x, y = X[order, 0], y[order]
"""
PICTURE = """
ends = np.array([x[:n].min(), x[:n].max()])
some = estimates[:50]
axis.plot(ends, some[:, 0] + some[:, 1] * ends[:, None], color="lightgrey", linewidth=0.5)  # lines of redraws
axis.scatter(x[:n], y[:n], s=12, color="grey")
axis.plot(ends, weights[0] + weights[1] * ends, label="least squares")
{true_line}axis.set(xlabel={x}, ylabel={y})
axis.legend()
"""
TRUE_LINE = """axis.plot(ends, bias + slope * ends, "--", label="the true line")
"""


def code(settings: LeastSquaresSettings) -> str:
    """The population and the sample of the settings."""
    acting, is_own = effective(settings), chosen(settings).is_own
    new_x = acting.redrawn == NEW_X
    told = "new x as well" if new_x else "new noise on the same x"
    head = (OWN_HEAD if is_own else HEAD).format(
        bias=acting.true_bias,
        slope=acting.true_slope,
        noise=acting.noise,
        n_samples=int(acting.n_samples),
        largest=SIZES[-1],
    )
    names = Names.of(own_recipe(settings) if is_own else None)
    picture = panel(PICTURE, true_line="" if is_own else TRUE_LINE, x=label(names.x(0)), y=label(names.y))
    return f"""{head}N_REDRAWS = {N_REDRAWS}


# %% The sample
def generator(purpose):
    \"\"\"Random numbers for one purpose: 1 data, 5 noise, 6 redraws.\"\"\"
    return np.random.default_rng([{int(settings.seed)}, 0, purpose])


def draw(rng, shape):
    \"\"\"Noise of mean 0 and standard deviation 1.\"\"\"
    return {SHAPES[acting.noise_shape]}


{_sample(settings).strip()}
{TEXT % (FITTED_LINE if is_own else "")}# %% The same population again and again: {told}
rng = generator(6)
redrawn_x = {"rng.standard_normal((N_REDRAWS, LARGEST))" if new_x else "x[None]"}
{REDRAWS.strip()}

{picture_cell([picture])}"""


def _sample(settings: LeastSquaresSettings) -> str:
    """The lines that make x and y."""
    if chosen(settings).is_own:
        return given_code(own_recipe(settings).steps[0].numbers) + IN_RANDOM_ORDER.lstrip()
    return NOTEBOOKS_DATA if settings.data in NOTEBOOK_NOISE else DRAWN_DATA
