import numpy as np

from nnviz.figures.actual_against_predicted import actual_against_predicted
from tests.figures.gallery import LINE


def test_predictions_come_from_the_run_and_targets_stand_still():
    _, training, validation = actual_against_predicted(LINE).data
    assert training.meta == {"now": {"x": "predicted"}}
    assert validation.meta == {"now": {"x": "predicted_validation"}}
    np.testing.assert_array_equal(training.y, LINE.y)


def test_a_perfect_fit_lies_on_the_diagonal_over_all_targets():
    diagonal = actual_against_predicted(LINE).data[0]
    targets = np.concatenate([LINE.y, LINE.y_validation])
    assert tuple(diagonal.x) == tuple(diagonal.y) == (targets.min(), targets.max())
