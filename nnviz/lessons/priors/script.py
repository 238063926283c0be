"""The script of the page: a prior's scale, the posterior of a weight, and the penalised fit at its mode."""

from nnviz.code_export.picture_code import panel, picture_cell
from nnviz.lessons.priors.settings import NOTEBOOKS, PriorSettings

OWN_DATA = """
SEED = {seed}
x = np.random.default_rng([SEED, 0, 1]).standard_normal({n_samples})
y = {true_weight!r} * x + noise * np.random.default_rng([SEED, 0, 5]).standard_normal({n_samples})
"""
NOTEBOOKS_DATA = """
stream = np.random.RandomState(777)  # the notebook's random numbers
x = stream.normal(size=(1000, 1))[:, 0]
y = 4.0 * x + stream.normal(size=1000)
"""
PRIORS = {
    "Normal": '''
# %% The Normal prior N(0, τ²) that belongs to λ: λ = σ²/(Nτ²)
scale = np.sqrt(noise**2 / len(y) / penalty_strength)


def log_prior(w):
    """−½ ln(2πτ²) − w²/(2τ²)."""
    return -0.5 * np.log(2.0 * np.pi * scale**2) - 0.5 * (w / scale) ** 2


def penalised_fit():
    """The w of least (1/N) Σ(yᵢ − w·xᵢ)² + λw²."""
    return likeliest / (1.0 + penalty_strength * len(x) / (x @ x))
''',
    "Laplace": '''
# %% The Laplace prior of scale b that belongs to λ: λ = 2σ²/(Nb)
scale = 2.0 * noise**2 / len(y) / penalty_strength


def log_prior(w):
    """−ln(2b) − |w|/b."""
    return -np.log(2.0 * scale) - np.abs(w) / scale


def penalised_fit():
    """The w of least (1/N) Σ(yᵢ − w·xᵢ)² + λ|w|: the likeliest weight, drawn towards 0 and no farther."""
    step = penalty_strength * len(x) / (2.0 * (x @ x))
    return np.sign(likeliest) * max(abs(likeliest) - step, 0.0)
''',
}
"""The word of a prior -> its scale, its logarithm and the fit that it amounts to."""

TEXT = '''

# %% The posterior is likelihood times prior
def log_likelihood(w):
    """−(N/2) ln(2πσ²) − Σ(yᵢ − w·xᵢ)²/(2σ²)."""
    errors = ((y - likeliest * x) ** 2).sum() + (w - likeliest) ** 2 * (x @ x)
    return -0.5 * len(y) * np.log(2.0 * np.pi * noise**2) - errors / (2.0 * noise**2)


far = 8.0 * noise / np.sqrt(x @ x)  # eight deviations of the likelihood: the posterior is narrower
w = penalised_fit() + far * np.arange(-100_000, 100_001) / 100_000
log_posterior = log_likelihood(w) + log_prior(w)
posterior = np.exp(log_posterior - log_posterior.max())
posterior = posterior / np.trapezoid(posterior, w)
mode = w[np.argmax(posterior)]
print(f"scale of the prior {scale:.6g}, likeliest weight {likeliest:.6f}")
print(f"mode of the posterior {mode:.6f}, penalised fit {penalised_fit():.6f}")
'''
PICTURE = """
at = np.linspace(min(0.0, likeliest) - far / 2.0, max(0.0, likeliest) + far / 2.0, 2001)
axis.plot(at, np.exp(log_prior(at)), label="prior")
for name, logarithm in {"likelihood": log_likelihood(at), "posterior": log_likelihood(at) + log_prior(at)}.items():
    density = np.exp(logarithm - logarithm.max())
    axis.plot(at, density / np.trapezoid(density, at), label=name)
axis.axvline(mode, color="black", linestyle="dotted", label="mode of the posterior")
axis.set(xlabel="weight w", ylabel="density")
axis.legend()
"""


def code(settings: PriorSettings) -> str:
    """The data and the prior of the settings."""
    from_notebook = settings.data == NOTEBOOKS
    words = {"seed": int(settings.seed), "n_samples": int(settings.n_samples), "true_weight": settings.true_weight}
    data = NOTEBOOKS_DATA if from_notebook else OWN_DATA.format(**words)
    return f"""import numpy as np

noise = {1.0 if from_notebook else settings.noise!r}  # σ, which is known
penalty_strength = {settings.penalty_strength!r}  # λ

# %% The data, y = wx + ε
{data.strip()}
likeliest = x @ y / (x @ x)  # the weight of least squared error
{PRIORS[settings.prior]}{TEXT}
{picture_cell([panel(PICTURE)])}"""
