import numpy as np
import pytest

from nnviz.core.data.datasets import make_dataset
from nnviz.core.data.redundant_features import with_copied_feature, with_useless_features

LINE = make_dataset("toy line", 40_000, 1.0, seed=0)


@pytest.mark.parametrize("correlation", [-0.9, 0.0, 0.5, 1.0])
def test_useless_features_have_the_correlation_asked_for(correlation):
    X = with_useless_features(LINE, 2, correlation, seed=0).X
    found = np.corrcoef(X.T)
    assert found[0, 1] == pytest.approx(correlation, abs=0.02)
    assert found[0, 2] == pytest.approx(correlation, abs=0.02)
    assert found[1, 2] == pytest.approx(correlation**2, abs=0.02)


def test_more_useless_features_leave_the_others_and_the_target_as_they_are():
    few, many = with_useless_features(LINE, 1, 0.3, seed=1), with_useless_features(LINE, 4, 0.3, seed=1)
    np.testing.assert_array_equal(many.X[:, :2], few.X)
    np.testing.assert_array_equal(many.y, LINE.y)
    assert many.true_weights.tolist() == [6.0, 4.0, 0.0, 0.0, 0.0, 0.0]
    assert many.feature_names == ("x", "useless 1", "useless 2", "useless 3", "useless 4")


def test_a_copied_feature_is_the_feature_itself():
    copied = with_copied_feature(LINE)
    np.testing.assert_array_equal(copied.X[:, 1], LINE.X[:, 0])
    assert copied.feature_names == ("x", "copy of x")


def test_a_correlation_beyond_one_is_refused():
    with pytest.raises(ValueError, match="between -1 and 1"):
        with_useless_features(LINE, 1, 1.5, seed=0)
