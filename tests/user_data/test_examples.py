import numpy as np
import pytest

from nnviz.core.data.datasets import make_dataset
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.user_data.examples import HELD_OUT, ChosenData, own_kind
from nnviz.user_data.table import OwnTable
from tests.user_data.tables import own_text

TEXT = own_text(n_rows=30)


def chosen(text=TEXT, **options):
    return ChosenData(OWN_DATA, text, instead="moons", **options)


@pytest.mark.parametrize("task", ["regression", "classification"])
@pytest.mark.parametrize("n_features", [1, 2])
def test_the_examples_are_the_rows_of_the_text(task, n_features):
    text = own_text(task, n_features)
    dataset = chosen(text).draw(3, 9.0, 7)
    head, *lines = text.split("\n")
    np.testing.assert_array_equal(np.column_stack([dataset.X, dataset.y]), [eval(line) for line in lines])
    assert (dataset.task, *dataset.feature_names, dataset.target_name) == tuple(head.split(","))
    assert chosen(text).kind.n_features == n_features


def test_two_texts_never_share_their_examples():
    first, second = (chosen(own_text(seed=seed)).draw(1, 0.0, 0) for seed in (1, 2))
    assert not np.array_equal(first.X, second.X)


def test_the_examples_cannot_be_written_into():
    with pytest.raises(ValueError, match="read-only"):
        chosen().draw(1, 0.0, 0).X[0] = 1.0


def test_without_rows_the_other_data_set_is_drawn_and_the_notice_says_so():
    missing = chosen("")
    np.testing.assert_array_equal(missing.draw(20, 0.5, 3).X, make_dataset("moons", 20, 0.5, 3).X)
    assert not missing.is_own
    assert "“moons” is shown" in missing.notice(UserData())
    assert missing.disabled_reasons("noise") == {}


def test_another_choice_ignores_the_rows():
    other = ChosenData("circle", TEXT, instead="moons")
    assert (other.name, other.is_own, other.notice(UserData())) == ("circle", False, "")
    np.testing.assert_array_equal(other.draw(20, 0.5, 3).X, make_dataset("circle", 20, 0.5, 3).X)


def test_standardised_features_have_mean_0_and_deviation_1_and_the_page_says_so():
    own = chosen(standardised=True)
    X = own.draw(1, 0.0, 0).X
    np.testing.assert_allclose([X.mean(axis=0), X.std(axis=0)], [[0, 0], [1, 1]], atol=1e-12)
    assert "standardised" in own.notice(UserData())
    assert chosen().notice(UserData()) == ""


def test_of_too_many_rows_some_of_both_classes_are_drawn_by_the_seed_and_the_page_says_so():
    own = chosen(most_rows=10)
    drawn = [own.draw(1, 0.0, seed) for seed in (0, 0, 1)]
    assert np.bincount(drawn[0].y.astype(int)).tolist() == [5, 5]
    np.testing.assert_array_equal(drawn[0].X, drawn[1].X)
    assert not np.array_equal(drawn[0].X, drawn[2].X)
    assert "10 of your 30 rows" in own.notice(UserData())


def test_a_standardised_target_has_mean_0_and_deviation_1_and_the_page_says_so():
    own = chosen(own_text("regression", 1), standardised=True, standardised_target=True)
    y = own.draw(1, 0.0, 0).y
    np.testing.assert_allclose([y.mean(), y.std()], [0, 1], atol=1e-12)
    assert "Your feature and target are standardised here" in own.notice(UserData())


def test_a_part_of_the_rows_has_two_different_numbers_in_every_column_whatever_is_drawn():
    rows = [[0, 0, 0]] * 30 + [[0, 1, 0], [1, 0, 2], [0, 0, 1]]
    text = OwnTable("regression", ("a", "b", "y"), tuple(tuple(map(float, row)) for row in rows)).text
    for seed in range(20):
        drawn = chosen(text, most_rows=6).draw(1, 0.0, seed)
        assert len(drawn.y) == 6
        assert np.ptp(np.column_stack([drawn.X, drawn.y]), axis=0).all()


def test_three_tenths_of_the_rows_are_held_out_and_no_row_is_on_both_sides():
    training, held_out = chosen(held_out=HELD_OUT).draw_parts((5, 5), 0.0, 0)
    assert (len(training.y), len(held_out.y)) == (21, 9)
    assert len(np.unique(np.vstack([training.X, held_out.X]), axis=0)) == 30


def test_rows_held_out_have_no_say_in_the_scale_and_the_page_says_so():
    own, raw = (chosen(standardised=is_scaled, held_out=HELD_OUT) for is_scaled in (True, False))
    (training, held_out), (rows, others) = (data.draw_parts((5, 5), 0.0, 3) for data in (own, raw))
    np.testing.assert_allclose([training.X.mean(axis=0), training.X.std(axis=0)], [[0, 0], [1, 1]], atol=1e-12)
    np.testing.assert_allclose(held_out.X, (others.X - rows.X.mean(axis=0)) / rows.X.std(axis=0), atol=1e-12)
    assert own.notice(UserData()) == (
        "30% of your rows are held out. "
        "Your features are standardised here, by mean and standard deviation of the rows to train on."
    )


def test_no_field_is_said_to_leave_alone_what_is_standardised():
    own = chosen(standardised=True)
    assert "as they are" not in own.notice(UserData()) + own.disabled_reasons("noise")["noise"]


def test_data_sets_drawn_from_the_seed_are_parted_as_asked():
    training, held_out = ChosenData("moons", "", instead="moons").draw_parts((12, 8), 0.5, 4)
    np.testing.assert_array_equal(np.vstack([training.X, held_out.X]), make_dataset("moons", 20, 0.5, 4).X)
    assert len(training.y) == 12


def test_a_text_that_is_no_table_is_no_kind():
    with pytest.raises(ValueError, match="no table"):
        own_kind("")
