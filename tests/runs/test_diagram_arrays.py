import numpy as np

from nnviz.figures import network_edges
from nnviz.runs.diagram_arrays import FULL_WIDTH, edges, quantise


def test_a_width_is_the_root_of_the_weights_share_of_the_widest():
    shown = edges(np.array([[2.5, -10.0, 0.0, 40.0]]), widest=10.0)
    np.testing.assert_array_equal(shown["edges_positive"], [[128, 0, 0, 255]])
    np.testing.assert_array_equal(shown["edges_negative"], [[0, 255, 0, 0]])


def test_undefined_weights_have_no_width():
    shown = edges(np.array([[np.nan, np.nan]]), widest=10.0)
    assert not shown["edges_positive"].any()
    assert not shown["edges_negative"].any()


def test_coarse_values_keep_three_significant_digits_and_what_is_undefined():
    values = np.random.default_rng(0).normal(size=1000) * 10.0 ** np.arange(-5, 5).repeat(100)
    np.testing.assert_allclose(quantise(values), values, rtol=5e-4)
    assert np.isnan(quantise(np.array([np.nan]))).all()


def test_the_figure_takes_the_same_byte_for_the_full_width():
    assert network_edges.FULL_WIDTH == FULL_WIDTH
