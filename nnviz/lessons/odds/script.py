"""The script of the page: one event in three ways, and the formulas that floating point can and cannot compute."""

from nnviz.code_export.picture_code import panel, picture_cell
from nnviz.lessons.odds.settings import OddsSettings

TEXT = '''
# %% Probability, odds and log-odds: three ways to say the same
odds = p / (1.0 - p)  # how often it happens for each time it does not
log_odds = np.log(odds)
slope = p * (1.0 - p)  # of the sigmoid at the log-odds
print(f"probability {p:g}, odds {odds:.6g}, log-odds {log_odds:.6g}, slope of the sigmoid {slope:.6g}")


def sigmoid(t):
    """The way back: σ(t) = 1/(1 + e⁻ᵗ)."""
    return 1.0 / (1.0 + np.exp(-t))


print(f"the sigmoid of the log-odds: {sigmoid(log_odds):.6g}")


# %% On paper these are one function, in double precision they are not
def naive_log_loss(t):
    """−ln σ(t) as it stands: infinite once e⁻ᵗ is."""
    return -np.log(sigmoid(t))


def stable_log_loss(t):
    """−ln σ(t) = ln(1 + e⁻ᵗ), the larger term taken out of the sum first: no overflow at any t."""
    return np.logaddexp(0.0, -t)


quotient = np.exp(t) / (1.0 + np.exp(t))  # ∞/∞ for t above 709.78
print(f"t = {t:g}: σ by 1/(1 + e⁻ᵗ) = {sigmoid(t):g}, by eᵗ/(1 + eᵗ) = {quotient:g}")
losses = {"label 1": (naive_log_loss(t), stable_log_loss(t))}
losses["label 0"] = (-np.log(1.0 - sigmoid(t)), stable_log_loss(-t))  # 1 − σ(t) = σ(−t)
for label, (naive, stable) in losses.items():
    print(f"log loss of {label}: naive {naive:g}, stable {stable:g}")
'''
PICTURE = """
shares = np.linspace(0.001, max(p, 0.9), 300)
axis.plot(shares, shares / (1.0 - shares))
axis.plot(p, odds, "o")
axis.set(xlabel="probability", ylabel="odds", yscale="{scale}")
"""
SCALES = {"linear": "linear", "logarithmic": "log"}


def code(settings: OddsSettings) -> str:
    """The event and the extreme log-odds of the settings."""
    return f"""import numpy as np

np.seterr(all="ignore")  # overflow is the subject

p = {settings.probability!r}  # the probability of the event
t = np.float64({settings.logit!r})  # log-odds at which the formulas are compared
{TEXT}
{picture_cell([panel(PICTURE, scale=SCALES[settings.odds_axis])])}"""
