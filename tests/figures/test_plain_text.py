"""A user's text in a figure is shown sign by sign."""

import numpy as np
import pytest

from nnviz.core.models.flat_weights import LayerShape
from nnviz.figures.examples import Examples
from nnviz.figures.network_diagram import network_diagram
from nnviz.figures.plain_text import plain_text

LINK = '<a href="https://example.org">x</a>'


@pytest.mark.parametrize(
    ("sign", "told"), [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("$", "&#36;"), ("%", "&#37;")]
)
def test_no_sign_stays_that_begins_something(sign, told):
    assert plain_text(f"a{sign}{sign}b") == f"a{told}{told}b"


def test_other_signs_stay_what_they_are():
    assert plain_text("Länge (cm), x₁ ² “a”") == "Länge (cm), x₁ ² “a”"


def test_the_names_of_examples_and_of_a_diagram_are_no_links():
    examples = Examples(np.zeros((3, 1)), np.zeros(3), (LINK,), LINK)
    assert examples.target_name == examples.feature_names[0] == plain_text(LINK)
    assert "<a" not in network_diagram([LayerShape(1, 1, True)], [LINK]).to_json()
