"""What the odds lesson says about the event above its figures."""

from nnviz.lessons.odds.settings import OddsSettings, log_odds, odds


def summary(settings: OddsSettings) -> str:
    """The event in three ways."""
    p, o, t = settings.probability, odds(settings), log_odds(settings)
    ratio = f"{o:.4g} to 1" if o >= 1 else f"1 to {1 / o:.4g}"
    return (
        f"One event: probability **{p:.4g}** = odds **{o:.4g}** ({ratio}) = log-odds **{_signed(t)}**. "
        f"The opposite event: {1 - p:.4g}, {1 / o:.4g}, {_signed(-t)}."
    )


def _signed(value: float) -> str:
    return f"{value:.4g}".replace("-", "−") if abs(value) > 1e-12 else "0"
