"""A question has two to four answers, one of them right."""

import pytest

from nnviz.page.question import Question


@pytest.mark.parametrize("answers", [("yes",), ("yes", "yes"), ("a", "b", "c", "d", "e"), ()])
def test_there_are_two_to_four_different_answers(answers):
    with pytest.raises(ValueError, match="answers"):
        Question("Will it?", answers, "yes", "It will.")


def test_the_right_answer_is_one_of_them():
    with pytest.raises(ValueError, match="none of the answers"):
        Question("Will it?", ("yes", "no"), "perhaps", "It will.")
