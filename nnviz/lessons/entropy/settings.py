"""The settings of the entropy lesson."""

from typing import Annotated

from nnviz.core.analysis.information import UNITS
from nnviz.page.settings import Choice, Settings, Slider, TextBox, linear_grid

MOST_FACES = 20
SHARES = linear_grid(0, 1, 0.01)


class EntropySettings(Settings):
    """A coin and a belief about it, a die, two distributions, and the unit in which information counts."""

    heads: Annotated[
        float,
        Slider(
            "Coin: heads",
            SHARES,
            symbol="p",
            effect="redraw",
            help="How often the coin really shows heads.",
            effect_of_increase="its entropy grows up to p = 0.5, where the coin is least certain, and then falls to "
            "0 again.",
        ),
    ] = 0.8
    guess: Annotated[
        float,
        Slider(
            "Coin: believed",
            SHARES,
            symbol="q",
            effect="redraw",
            help="How often somebody, or a model, expects heads.",
            effect_of_increase="the cross entropy falls until q = p, where it equals the entropy, and then grows.",
        ),
    ] = 0.4
    faces: Annotated[
        float,
        Slider(
            "Faces of the die",
            linear_grid(1, MOST_FACES, 1),
            symbol="n",
            effect="redraw",
            help="The number of faces of a fair die: every face has the probability 1/n.",
            effect_of_increase="the entropy grows like the logarithm of n: twice the faces are one bit more.",
        ),
    ] = 6
    p: Annotated[
        str,
        TextBox(
            "Bars: weights of p",
            effect="redraw",
            help="The true probabilities, one number per outcome such as 4 3 2 1. They are divided by their sum.",
        ),
    ] = "4 3 2 1"
    q: Annotated[
        str,
        TextBox(
            "Bars: weights of q",
            effect="redraw",
            help="The expected probabilities, one number per outcome such as 1 1 1 1. They are divided by their sum.",
        ),
    ] = "1 1 1 1"
    unit: Annotated[
        str,
        Choice(
            "Unit",
            tuple(UNITS),
            effect="redraw",
            help="The unit of information: bits come from logarithms to base 2, nats from those to base e.",
        ),
    ] = "bits"
