import numpy as np

from nnviz.runs.published_fits import PublishedFit, digits

FIT = PublishedFit("scaled_slow", 0, "[0.45991644 2.27156008 3.10917524]")


def test_digits_are_printed_as_numpy_does_without_padding():
    assert digits(np.array([4.2681595, 0.5, 30.0])) == "[4.2681595 0.5 30.]"


def test_a_weight_that_differs_in_the_last_printed_digit_does_not_agree():
    weights = np.array([0.45991644, 2.27156008, 3.10917524])
    assert FIT.agrees(weights)
    assert not FIT.agrees(weights + np.array([0.0, 0.0, 1e-8]))


def test_the_verdict_says_which():
    assert "every printed digit agrees" in FIT.verdict(np.array([0.45991644, 2.27156008, 3.10917524]))
    assert "differ" in FIT.verdict(np.zeros(3))


def test_it_is_replayed_from_the_notebooks_stream():
    fit, experiment = FIT.replay()
    assert fit.n_epochs == 100
    assert experiment.X.shape == (1000, 2)
