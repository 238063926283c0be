"""The notebook's printed digits, every one of them, through the same core that the pages use."""

import re

import numpy as np
import pytest

from nnviz.core.notebook.printed import PRINTED
from nnviz.core.notebook.retraining import UPDATES_AT_ONCE, make, pieces_of, printed_by, style_of


@pytest.fixture(scope="module")
def answers():
    """The whole chain, found once: name -> word -> numbers."""
    return {name: found_by(pieces_of(name)) for name in PRINTED}


def found_by(pieces):
    found, weights = {}, None
    for piece in pieces:
        weights, numbers = make(piece, weights if piece.first else None)
        found |= numbers
    return found


@pytest.mark.parametrize("name", PRINTED)
def test_every_printed_digit_comes_out_again(name, answers):
    assert list(answers[name]) == list(PRINTED[name])
    for word, numbers in answers[name].items():
        style, printed = style_of(name, word), PRINTED[name][word]
        assert style.agrees(numbers, printed), f"{word}: {style.text(numbers)} against {printed}"


LAST_DIGIT = re.compile(r"\d(?=\D*$)")
LAST_DIGIT_THAT_COUNTS = re.compile(r"(?<=\.\d{11})\d")


def with_one_digit_changed(name, word):
    """The last digit, or of those that depend on the machine the last one that counts, one higher or 9 to 8."""
    digit = LAST_DIGIT_THAT_COUNTS if style_of(name, word).tolerance else LAST_DIGIT
    return digit.sub(lambda found: "8" if found[0] == "9" else str(int(found[0]) + 1), PRINTED[name][word], count=1)


@pytest.mark.parametrize("name", [name for name in PRINTED if name != "scaled_diverges"])
def test_one_digit_changed_is_caught(name, answers):
    for word, numbers in answers[name].items():
        changed = with_one_digit_changed(name, word)
        assert changed != PRINTED[name][word]
        assert not style_of(name, word).agrees(numbers, changed), changed


def test_a_divergence_that_did_not_happen_is_caught(answers):
    assert not style_of("scaled_diverges", "").agrees(np.zeros(3), PRINTED["scaled_diverges"][""])
    assert np.isnan(answers["scaled_diverges"][""]).all()


def test_pieces_follow_each_other_and_none_is_long():
    for name in PRINTED:
        pieces = pieces_of(name)
        assert sum(len(piece.words) for piece in pieces) == len(PRINTED[name])
        last = {}
        for piece in pieces:
            assert piece.first == last.get(piece.place, 0)
            assert piece.last - piece.first <= UPDATES_AT_ONCE
            last[piece.place] = piece.last
            assert piece.last <= piece.n_updates


def test_a_piece_made_again_has_the_same_bytes():
    first, second, third = pieces_of("clipped")[:3]
    weights, _ = make(first, None)
    through = make(third, make(second, weights)[0])[0]
    make(first, None)
    assert make(third, make(second, weights)[0])[0].tobytes() == through.tobytes()


def test_only_exact_answers_were_printed_by_a_library():
    by_a_library = [name for name in PRINTED if printed_by(name)]
    assert by_a_library == [
        "ols_noiseless",
        "ols",
        "logit_newton",
        "ridge_exact",
        "lasso_exact",
        "ridge_exact_noise",
        "lasso_exact_noise",
        "bias_summary",
        "scaled_ols",
        "standardised_ols",
    ]
    assert all(len(pieces_of(name)) == 1 for name in by_a_library)


def test_an_unknown_entry_is_refused():
    with pytest.raises(KeyError):
        pieces_of("nothing of that name")
