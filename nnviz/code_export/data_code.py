"""The recipes of examples as source text, keyed by the words of their steps."""

import textwrap
from collections.abc import Mapping

import numpy as np

from nnviz.code_export.given_rows import Names, names_code
from nnviz.core.data.added_features import ADDED_FEATURES
from nnviz.core.data.digits import DARKEST, SIDE
from nnviz.core.data.provenance import GIVEN, Number, ProvenanceStep
from nnviz.core.training.experiment import Experiment
from nnviz.core.types import FloatArray

GENERATOR = '''
def generator(purpose):
    """Random numbers for one purpose: 1 data, 2 split, 3 first weights, 5 noise, 7 features that explain nothing."""
    return np.random.default_rng([SEED, 0, purpose])
'''
CLASSES = "y = (np.arange({n_samples}) % 2).astype(float)  # two classes, in turn"
THREE_CLASSES = "y = np.arange({n_samples}) % 3.0  # three classes, in turn"
DISPLACED = "X = X + {noise!r} * generator(5).standard_normal(X.shape)"

SOURCES: dict[str, str] = {
    "toy line": """
# y = 6 + 4x + ε with x ~ N(0, 1)
X = generator(1).standard_normal(({n_samples}, 1))
y = 6.0 + X @ [4.0] + {noise!r} * generator(5).standard_normal({n_samples})
""",
    "unequal scales": """
# y = 6 + 4x₁ + 3x₂ + ε with x₁ ~ N(0, 1) and x₂ ~ N(50, 10²)
X = generator(1).standard_normal(({n_samples}, 2)) * [1.0, 10.0] + [0.0, 50.0]
y = 6.0 + X @ [4.0, 3.0] + {noise!r} * generator(5).standard_normal({n_samples})
""",
    "two scales": """
# y = 6 + 4x₁ + 3x₂ + ε with x₁ ~ N(0, 1) and x₂ ~ N({centre:g}, {scale:g}²)
X = generator(1).standard_normal(({n_samples}, 2)) * [1.0, {scale!r}] + [0.0, {centre!r}]
y = 6.0 + X @ [4.0, 3.0] + {noise!r} * generator(5).standard_normal({n_samples})
""",
    "two Gaussians": f"""
# Two round Normal clouds around (−1.5, −1.5) and (1.5, 1.5)
{CLASSES}
X = 1.5 * (2.0 * y - 1.0)[:, None] + generator(1).standard_normal(({{n_samples}}, 2))
{DISPLACED}
""",
    "circle": f"""
# A disc of radius 2.5 inside a ring from 3.5 to 5
{CLASSES}
turn, share = generator(1).random(({{n_samples}}, 2)).T
inner, outer = np.where(y == 1.0, 0.0, 3.5), np.where(y == 1.0, 2.5, 5.0)
radius = np.sqrt(inner**2 + (outer**2 - inner**2) * share)
X = np.stack([radius * np.cos(2.0 * np.pi * turn), radius * np.sin(2.0 * np.pi * turn)], axis=1)
{DISPLACED}
""",
    "XOR": f"""
# Four squares, one in each quadrant; class 1 where the signs differ
{CLASSES}
first = np.where(np.arange({{n_samples}}) // 2 % 2 == 0, -1.0, 1.0)
signs = np.stack([first, np.where(y == 1.0, -first, first)], axis=1)
X = signs * (0.5 + 4.5 * generator(1).random(({{n_samples}}, 2)))
{DISPLACED}
""",
    "spiral": f"""
# Two arms that turn 1¼ times, half a turn apart
{CLASSES}
t = 0.1 + 0.9 * generator(1).random({{n_samples}})
angle = 2.0 * np.pi * (1.25 * t + 0.5 * y)
X = np.stack([5.0 * t * np.cos(angle), 5.0 * t * np.sin(angle)], axis=1)
{DISPLACED}
""",
    "moons": f"""
# Two half circles that reach into each other; the lower one is the upper one turned about the origin
{CLASSES}
angle = np.pi * generator(1).random({{n_samples}})
upper = np.stack([np.cos(angle), np.sin(angle)], axis=1) - [0.5, 0.25]
X = 10.0 / 3.0 * upper * np.where(y == 1.0, -1.0, 1.0)[:, None]
{DISPLACED}
""",
    "three Gaussians": f"""
# Three round Normal clouds, at 90°, 210° and 330° on a circle
{THREE_CLASSES}
angle = 2.0 * np.pi * (0.25 + np.arange(3) / 3)
X = 2.2 * np.stack([np.cos(angle), np.sin(angle)], axis=1)[y.astype(int)]
X = X + generator(1).standard_normal(({{n_samples}}, 2))
{DISPLACED}
""",
    "three arms": f"""
# Three arms that turn once, a third of a turn apart
{THREE_CLASSES}
t = 0.1 + 0.9 * generator(1).random({{n_samples}})
angle = 2.0 * np.pi * (t + y / 3)
X = np.stack([5.0 * t * np.cos(angle), 5.0 * t * np.sin(angle)], axis=1)
{DISPLACED}
""",
    "random labels": """
# Labels with P(y = 1) = σ(b + wx), b = {bias:g} and w = {weight:g}, over x ~ N(0, 1)
X = generator(1).standard_normal(({n_samples}, 1))
p = 1.0 / (1.0 + np.exp(-({bias!r} + {weight!r} * X[:, 0])))
y = (generator(5).random({n_samples}) < p).astype(float)
""",
    "separable labels": """
# Labels that are 1 exactly where b + wx > 0, b = {bias:g} and w = {weight:g}, over x ~ N(0, 1)
X = generator(1).standard_normal(({n_samples}, 1))
y = ({bias!r} + {weight!r} * X[:, 0] > 0.0).astype(float)
""",
}
"""The word of a source -> how X (n_samples, n_features) and y (n_samples,) are drawn."""

CHANGES: dict[str, str] = {
    "first": """
X, y = X[:{n}], y[:{n}]  # the others are held out
""",
    "training part, regression": """
kept = np.sort(generator(2).permutation(len(y))[:-{held_out}])  # the others are held out
X, y = X[kept], y[kept]
""",
    "training part, classification": """
# Examples at random, {held_out} held out so that the classes keep their shares: the k-th of a class stands at k/n
shuffled = generator(2).permutation(len(y))
place = np.empty(len(y))
for label in np.unique(y):
    members = y[shuffled] == label
    place[members] = np.arange(members.sum()) / members.sum()
kept = np.sort(shuffled[np.argsort(place, kind="stable")][:-{held_out}])
X, y = X[kept], y[kept]
""",
    "standardised": """
X = (X - X.mean(axis=0)) / X.std(axis=0)  # every feature at mean 0 and standard deviation 1
""",
    "standardised target": """
y = (y - y.mean()) / y.std()  # the target as well
""",
    "stretched x": """
X = {x_spread!r} * X  # the spread of x
""",
    "wider x": """
X, y = {x_spread!r} * X, y + {slope!r} * ({x_spread!r} - 1.0) * X[:, 0]  # x has another spread, the slope stays
""",
    "useless features": """
# Features of true weight 0, correlated with x: u = ρ·x + √(1 − ρ²)·e
rho = {correlation!r}
x = (X[:, 0] - X[:, 0].mean()) / X[:, 0].std()
e = generator(7).standard_normal(({n_useless}, len(x))).T
X = np.column_stack([X, rho * x[:, None] + np.sqrt(1.0 - rho**2) * e])
""",
    "copied feature": """
X = np.column_stack([X, X[:, :1]])  # the feature once more
""",
}
CHANGES |= {
    word: f"\nX = np.column_stack([X, {feature.source}])  # another feature: {word}\n"
    for word, feature in ADDED_FEATURES.items()
}
"""The word of a change -> what becomes of X and y."""


def data_code(run: Experiment) -> str:
    """The lines that make X and y: by their recipe where every step of it has a text, else as numbers."""
    steps = run.provenance.steps if run.provenance else ()
    if not steps or any(step.word not in {GIVEN, *SOURCES, *CHANGES} for step in steps):
        return numbers_code(run.X, run.y)
    return "".join(_text(step) for step in steps)


def changes_code(steps: tuple[ProvenanceStep, ...]) -> str:
    """The lines of steps that change examples."""
    return "".join(_text(step) for step in steps)


def _text(step: ProvenanceStep) -> str:
    if step.word == GIVEN:
        return given_code(step.numbers)
    return (SOURCES | CHANGES)[step.word].format(**step.numbers)


def given_code(given: Mapping[str, Number]) -> str:
    """The examples of the recipe of given rows, a text with a line for each, target last; and what they are called."""
    values = np.array([[float(cell) for cell in line.split(",")] for line in str(given["rows"]).split("\n")])
    rows = numbers_code(values[:, :-1], values[:, -1]).lstrip()
    return f"\n# The rows as they were given\n{names_code(Names.given(given))}{rows}"


def numbers_code(X: FloatArray, y: FloatArray) -> str:
    """The examples as they are; pictures in 17 shades of grey with a letter for each point."""
    if X.shape[1] == SIDE**2 and np.isin(X * DARKEST, np.arange(DARKEST + 1.0)).all():
        return PICTURES.format(rows="\n".join(map(_as_letters, X))) + f"{_assigned('y', y)}\n"
    return f"\n{_assigned('X', X)}\n{_assigned('y', y)}\n"


PICTURES = """
# Pictures by rows of 8 points, a letter for each point: 0 is white, g is 16
X = np.array([[int(letter, 17) for letter in picture] for picture in '''
{rows}
'''.split()]) / 16.0
"""


def _as_letters(picture: FloatArray) -> str:
    return "".join(LETTERS[int(point)] for point in DARKEST * picture)


LETTERS = "0123456789abcdefg"


def _assigned(name: str, values: FloatArray) -> str:
    written = repr(values.tolist())
    if len(written) < 100:
        return f"{name} = np.array({written})"
    lines = textwrap.wrap(written, 110, break_long_words=False)
    return f"{name} = np.array(\n" + textwrap.indent("\n".join(lines), "    ") + "\n)"
