import numpy as np
import pytest

from nnviz.core.analysis.class_regions import margins, straight_borders

generator = np.random.default_rng(4)
W = generator.normal(size=(40, 4, 3))
BOX = ((-3.0, 2.0), (-1.5, 2.5))
PAIRS = [(i, j) for i in range(4) for j in range(i + 1, 4)]


def logits(w, points):
    return w[:, :1] + w[:, 1:] @ points.T


def test_on_a_border_two_logits_are_equal_and_no_other_is_larger():
    found = straight_borders(W, *BOX)
    assert found.shape == (40, 6, 2, 2)
    assert np.isfinite(found).any()
    for w, pieces in zip(W, found, strict=True):
        for (i, j), ends in zip(PAIRS, pieces, strict=True):
            if np.isfinite(ends).all():
                z = logits(w, ends[0] + np.linspace(0.0, 1.0, 7)[:, None] * (ends[1] - ends[0]))
                np.testing.assert_allclose(z[i], z[j], atol=1e-10)
                np.testing.assert_allclose(z.max(axis=0), z[i], atol=1e-10)


def test_a_border_ends_where_a_third_class_begins_or_at_the_side_of_the_rectangle():
    for w, pieces in zip(W, straight_borders(W, *BOX), strict=True):
        for end in pieces[np.isfinite(pieces).all(axis=(1, 2))].reshape(-1, 2):
            at_a_side = min(abs(end[axis] - side) for axis in (0, 1) for side in BOX[axis]) < 1e-9
            z = np.sort(logits(w, end[None])[:, 0])
            assert at_a_side or z[-1] - z[-3] < 1e-9


def test_no_border_is_left_out():
    """Neighbours on a fine grid that are of two classes have the border of these two between them."""
    x, y = np.linspace(*BOX[0], 60), np.linspace(*BOX[1], 60)
    points = np.column_stack([np.tile(x, 60), np.repeat(y, 60)])
    for w, pieces in zip(W[:10], straight_borders(W[:10], *BOX), strict=True):
        said = logits(w, points).argmax(axis=0).reshape(60, 60)
        seen = {tuple(sorted(pair)) for pair in zip(said[:, :-1].ravel(), said[:, 1:].ravel(), strict=True)}
        drawn = {pair for pair, ends in zip(PAIRS, pieces, strict=True) if np.isfinite(ends).all()}
        assert {(int(i), int(j)) for i, j in seen if i != j} <= drawn


@pytest.mark.parametrize("broken", [np.zeros((1, 3, 3)), np.full((1, 3, 3), np.nan)])
def test_where_classes_do_not_differ_or_a_run_has_diverged_there_is_no_border(broken):
    assert np.isnan(straight_borders(broken, *BOX)).all()


def test_the_margin_is_the_difference_of_the_two_largest_for_both():
    one = np.array([[3.0], [1.0], [2.5]])
    assert margins(one)[:, 0].tolist() == [0.5, -2.0, -0.5]


def test_where_two_are_equal_no_class_leads():
    assert margins(np.array([[2.0], [2.0], [0.0]]))[:, 0].tolist() == [0.0, 0.0, -2.0]


def test_the_margin_is_above_zero_for_the_class_that_is_said_and_no_other():
    z = generator.normal(size=(5, 4, 200))
    found = margins(z)
    np.testing.assert_array_equal((found > 0.0).sum(axis=-2), 1)
    np.testing.assert_array_equal(found.argmax(axis=-2), z.argmax(axis=-2))
