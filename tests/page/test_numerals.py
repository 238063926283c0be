"""How numbers stand in prose."""

import pytest

from nnviz.page.numerals import decimals, plural


@pytest.mark.parametrize("value", [-0.0, -1e-17, 1e-17, 0.0])
def test_what_rounds_to_0_is_0_without_a_sign(value):
    assert decimals(value, 4) == "0.0000"


def test_other_numbers_keep_their_digits_and_their_sign():
    assert decimals(-1.23456, 2) == "-1.23"
    assert decimals(6.65211962, 8) == "6.65211962"


def test_a_count_decides_the_form_of_its_word():
    assert (plural(1, "step"), plural(2, "step"), plural(0, "step")) == ("step", "steps", "steps")
    assert plural(0.5, "epoch") == "epochs"
    assert plural(2, "weight is", "weights are") == "weights are"
