"""Printing as the notebook does, and a comparison that can fail."""

import re

import numpy as np
import pytest

from nnviz.core.notebook.printed import ALL_DIGITS, ARRAY, FOUR_COLUMNS, PRINTED, SCORES, lines, numbers_in, tidy


def test_there_are_28_results_and_68_lines():
    assert len(PRINTED) == 28
    assert sum(len(printed) for printed in PRINTED.values()) == 68


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([6.000000000000001, 4.0], "[6. 4.]"),
        ([5.917945, 3.90542865], "[5.917945 3.90542865]"),
        ([5.02107606, 3.00162683, -0.00254383624], "[5.02107606e+00 3.00162683e+00 -2.54383624e-03]"),
        ([np.nan, np.nan], "[nan nan]"),
    ],
)
def test_an_array_is_printed_as_numpy_prints_it_but_for_the_padding(numbers, text):
    assert ARRAY.text(np.array(numbers)) == text == tidy(str(np.array(numbers)))


def test_numbers_are_read_from_a_line_but_not_from_its_words():
    text = PRINTED["bias_summary"][""]
    np.testing.assert_array_equal(numbers_in(text), [0.937, 2901.1253, 2910.9408, -1448.6, 14870.0, 1.0632])
    assert SCORES.text(numbers_in(text)) == text
    np.testing.assert_array_equal(numbers_in("[nan -2.5e-03 0.]"), [np.nan, -0.0025, 0.0])


def test_a_matrix_is_printed_row_after_row():
    assert FOUR_COLUMNS.text(np.arange(8.0)) == "[[0. 1. 2. 3.] [4. 5. 6. 7.]]"


def test_a_difference_in_the_first_digit_not_printed_does_not_count_and_in_the_last_printed_one_does():
    printed = "[6.01132196 3.96247175]"
    assert ARRAY.agrees(np.array([6.011321961, 3.962471749]), printed)
    assert not ARRAY.agrees(np.array([6.01132197, 3.96247175]), printed)


def test_undefined_numbers_agree_only_with_undefined_ones():
    assert ARRAY.agrees(np.full(3, np.nan), "[nan nan nan]")
    assert not ARRAY.agrees(np.zeros(3), "[nan nan nan]")
    assert not ALL_DIGITS.agrees(np.full(4, np.nan), PRINTED["xor_mse"]["predictions"])


def test_digits_that_depend_on_the_machine_may_differ_by_1e_12_and_no_more():
    printed = PRINTED["xor_mse"]["predictions"]
    numbers = numbers_in(printed)
    assert ALL_DIGITS.text(numbers) == printed
    assert ALL_DIGITS.agrees(numbers + 9e-13, printed)
    assert not ALL_DIGITS.agrees(numbers + 1.1e-12, printed)
    assert not ALL_DIGITS.agrees(numbers[:3], printed)


def test_a_line_stands_behind_its_word():
    assert lines("batch_sizes")[0] == "8: [6.05434008 3.95548771]"
    assert lines("ols") == ["[6.01132196 3.96247175]"]
    assert all(re.match(r"(\w+(\.\d+)?: )?\S", line) for name in PRINTED for line in lines(name))
