"""How numbers stand in prose."""

import pytest

from nnviz.page.numerals import decimals, digits, named, plural, short


@pytest.mark.parametrize("value", [-0.0, -1e-17, 1e-17, 0.0])
def test_what_rounds_to_0_is_0_without_a_sign(value):
    assert decimals(value, 4) == "0.0000"


def test_nothing_is_written_with_a_minus_sign_when_it_rounds_to_zero():
    assert short(-0.0) == "0"
    assert digits(-0.0, 3) == "0"
    assert decimals(-0.0006, 3) == "-0.001"


def test_other_numbers_keep_their_digits_and_their_sign():
    assert decimals(-1.23456, 2) == "-1.23"
    assert decimals(6.65211962, 8) == "6.65211962"


def test_a_count_decides_the_form_of_its_word():
    assert [plural(count, "point") for count in (0, 1, 1.5, 2)] == ["points", "point", "points", "points"]
    assert plural(2, "axis", "axes") == "axes"


def test_several_numbers_stand_in_a_sentence_each_after_its_name():
    assert named(("bias", "w1"), (6.0113219, -0.5)) == "bias 6.01132, w1 −0.5"
