import numpy as np

from nnviz.diagram_frames import coarse, edge_keyframes

STEP = np.array([3])


def test_a_width_is_the_root_of_the_weights_share_of_the_widest():
    frames = edge_keyframes(STEP, np.array([[2.5, -10.0, 0.0, 40.0]]), widest=10.0)
    np.testing.assert_array_equal(frames["edges_positive"].values, [[128, 0, 0, 255]])
    np.testing.assert_array_equal(frames["edges_negative"].values, [[0, 255, 0, 0]])


def test_undefined_weights_have_no_width():
    frames = edge_keyframes(STEP, np.array([[np.nan, np.nan]]), widest=10.0)
    assert not frames["edges_positive"].values.any()
    assert not frames["edges_negative"].values.any()


def test_coarse_values_keep_three_significant_digits_and_what_is_undefined():
    values = np.random.default_rng(0).normal(size=1000) * 10.0 ** np.arange(-5, 5).repeat(100)
    np.testing.assert_allclose(coarse(values), values, rtol=5e-4)
    assert np.isnan(coarse(np.array([np.nan]))).all()
