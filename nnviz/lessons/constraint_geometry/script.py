"""The script of the page: where the contours of the loss first touch the ball of a p-norm."""

from nnviz.code_export.picture_code import panel, picture_cell
from nnviz.lessons.constraint_geometry.settings import LINE, NOTEBOOKS, GeometrySettings

TWO_FEATURES = """
def generator(purpose):
    return np.random.default_rng([{seed}, 0, purpose])


first, own = generator(1).standard_normal(({n_samples}, 2)).T
rho = {correlation!r}  # the correlation of the features
X = np.column_stack([first, rho * first + np.sqrt(1.0 - rho**2) * own])
y = X @ [{first_weight!r}, {second_weight!r}] + {noise!r} * generator(5).standard_normal({n_samples})
A, y = X - X.mean(axis=0), y - y.mean()  # the bias is at its best for every pair of weights
"""
ONE_FEATURE = """
def generator(purpose):
    return np.random.default_rng([{seed}, 0, purpose])


x = generator(1).standard_normal({n_samples})
y = 6.0 + 4.0 * x + {noise!r} * generator(5).standard_normal({n_samples})
A = np.column_stack([np.ones(len(x)), x])  # the two weights are bias and slope
"""
NOTEBOOKS_LINE = """
stream = np.random.RandomState(777)  # the notebook's random numbers
x = stream.normal(size=(1000, 1))[:, 0]
y = 6.0 + 4.0 * x + stream.normal(size=1000)
A = np.column_stack([np.ones(len(x)), x])  # the two weights are bias and slope
"""
DATA = {LINE: ONE_FEATURE, NOTEBOOKS: NOTEBOOKS_LINE}

TEXT = '''
# %% The loss is a bowl
centre = np.linalg.lstsq(A, y, rcond=None)[0]  # the least squares weights
H = A.T @ A / len(y)


def loss(w):
    """L(w) = (1/N) Σ(y − Aw)² = L(ŵ) + (w − ŵ)ᵀH(w − ŵ)."""
    away = w - centre
    return np.mean((y - A @ centre) ** 2) + ((away @ H) * away).sum(axis=-1)


def outline(angle):
    """The weights with (Σ|w|ᵖ)^(1/p) = t in these directions."""
    direction = np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    return size * direction / (np.abs(direction) ** p).sum(axis=-1, keepdims=True) ** (1.0 / p)


# %% The lowest place of the ball: the centre if the ball holds it, else a place of its outline
if (np.abs(centre) ** p).sum() <= size**p:
    best = centre
else:
    middle, width = 0.0, np.pi
    for _ in range(12):  # look ever closer around the lowest place seen
        angle = middle + np.linspace(-width, width, 2001)
        middle = angle[np.argmin(loss(outline(angle)))]
        width = width / 500.0
    corners = size * np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])
    places = np.vstack([outline(np.array([middle])), corners])
    best = places[np.argmin(loss(places))]

gradient = 2.0 * (best - centre) @ H
strength = max(-(gradient @ best) / (p * size**p), 0.0)  # the λ for which L(w) + λΣ|w|ᵖ is level at best
print(f"least squares {centre}, in the ball {best}, loss {loss(best):.9g}, λ = {strength:.6g}")
'''
PICTURE = """
far = 1.2 * max(np.abs(centre).max(), size)
a = np.linspace(-far, far, 200)
heights = loss(np.stack(np.meshgrid(a, a), axis=-1))
axis.contour(a, a, np.sqrt(heights), levels=20, colors="grey")  # of a root, so that they stand evenly
ball = outline(np.linspace(0.0, 2.0 * np.pi, 2001))
axis.fill(ball[:, 0], ball[:, 1], alpha=0.3)
axis.plot(centre[0], centre[1], "k+", markersize=12, label="least squares")
axis.plot(best[0], best[1], "o", label="the lowest place of the ball")
axis.set(xlabel="first weight", ylabel="second weight", aspect="equal")
axis.legend()
"""


def code(settings: GeometrySettings) -> str:
    """The ball and the data of the settings."""
    whole = {"seed": int(settings.seed), "n_samples": int(settings.n_samples)}
    data = DATA.get(settings.data, TWO_FEATURES).format(**{**settings.model_dump(), **whole})
    return f"""import numpy as np

size = {settings.size!r}  # t: how large the ball is
p = {settings.exponent!r}  # the exponent of its norm


# %% The data
{data.strip()}
{TEXT}
{picture_cell([panel(PICTURE)])}"""
