"""The script of the page: entropy, cross entropy and divergence of the coin and of the bars."""

from nnviz.code_export.picture_code import panel, picture_cell
from nnviz.lessons.entropy.bars import bars
from nnviz.lessons.entropy.settings import EntropySettings

BASES = {"bits": "2.0", "nats": "np.e"}
"""The word of a unit -> the base of its logarithm."""

TEXT = '''

# %% Surprise, and its means
def information(p):
    """−log p, the surprise of an outcome: infinite where it was ruled out."""
    return -np.log(p) / np.log(base)


def entropy(p):
    """H(p) = −Σ pᵢ log pᵢ, the mean surprise; what never happens adds nothing."""
    p = p[p > 0.0]
    return (p * information(p)).sum() + 0.0


def cross_entropy(p, q):
    """H(p, q) = −Σ pᵢ log qᵢ, the mean surprise of one who expects q."""
    return (p[p > 0.0] * information(q[p > 0.0])).sum() + 0.0


def divergence(p, q):
    """KL(p‖q) = Σ pᵢ log(pᵢ/qᵢ), what it costs to expect q where p holds."""
    p, q = p[p > 0.0], q[p > 0.0]
    return max((p * np.log(p / q)).sum() / np.log(base), 0.0)


# %% The coin, the die, and the bars
sums = {}
for name, (p, q) in {"coin": (coin, belief), "bars": (bars_p, bars_q)}.items():
    sums[name] = entropy(p), divergence(p, q), cross_entropy(p, q)
    print(name + ": H(p) = {:.6g}, KL(p‖q) = {:.6g}, H(p, q) = {:.6g}".format(*sums[name]))
die = entropy(np.full(faces, 1.0 / faces))  # log n
print(f"a fair die with {faces} faces: {die:.6g}")
'''
PICTURE = """
places = np.arange(len(bars_p))
axis.bar(places - 0.2, bars_p, width=0.4, label="p")
axis.bar(places + 0.2, bars_q, width=0.4, label="q")
axis.set(xlabel="outcome", ylabel="probability", xticks=places, xticklabels="ABCDEFGHIJKLMNOP"[: len(bars_p)])
axis.legend()
"""


def code(settings: EntropySettings) -> str:
    """The distributions of the settings."""
    typed = bars(settings)
    return f"""import numpy as np

np.seterr(divide="ignore")  # what is ruled out is infinitely surprising

base = {BASES[settings.unit]}  # of the logarithm: the unit is {settings.unit}
coin = np.array([{settings.heads!r}, 1.0 - {settings.heads!r}])  # heads and tails as they are
belief = np.array([{settings.guess!r}, 1.0 - {settings.guess!r}])  # and as they are expected
faces = {int(settings.faces)}
bars_p = np.array({list(typed.weights["p"])!r})
bars_q = np.array({list(typed.weights["q"])!r})
bars_p, bars_q = bars_p / bars_p.sum(), bars_q / bars_q.sum()
{TEXT}
{picture_cell([panel(PICTURE)])}"""
