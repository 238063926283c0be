"""What is made in pieces is the same however it is called."""

import pytest

from nnviz.page.in_pieces import UnfinishedError, in_pieces, one_piece_a_call


@pytest.fixture
def squares():
    made = []

    @in_pieces(maxsize=4)
    def squares(n):
        for number in range(n):
            made.append(number)
            yield
        return [number**2 for number in range(n)]

    return squares, made


def test_a_plain_call_makes_all_pieces_once(squares):
    function, made = squares
    assert function(3) == function(3) == [0, 1, 4]
    assert made == [0, 1, 2]


def test_an_impatient_call_makes_one_piece_until_all_are_made(squares):
    function, made = squares
    with one_piece_a_call():
        for n_made in (1, 2, 3):
            with pytest.raises(UnfinishedError):
                function(3)
            assert len(made) == n_made
        assert function(3) == [0, 1, 4]
        assert function(3) == [0, 1, 4]
    assert made == [0, 1, 2]


def test_a_plain_call_goes_on_where_an_impatient_one_stopped(squares):
    function, made = squares
    with one_piece_a_call(), pytest.raises(UnfinishedError):
        function(3)
    assert function(3) == [0, 1, 4]
    assert made == [0, 1, 2]
