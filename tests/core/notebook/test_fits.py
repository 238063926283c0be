import numpy as np
import pytest

from nnviz.core.notebook.fits import n_steps_of, notebook_fit
from nnviz.core.training.advance import advance, initial_state


def test_a_fit_that_was_trained_does_not_disturb_the_next_one():
    weights = []
    for _ in range(2):
        _, experiment = notebook_fit("standardised_gd", 1)
        weights.append(advance(experiment, initial_state(experiment), 40)[1].weights)
    assert weights[0].tobytes() == weights[1].tobytes()


def test_the_fits_of_an_entry_come_in_its_order():
    assert [notebook_fit("clipped", place)[0].n_epochs for place in range(5)] == [1000, 5000, 10000, 20000, 30000]


def test_the_longest_fit_makes_480_000_updates():
    fit, experiment = notebook_fit("clipped", 4)
    assert n_steps_of(fit, len(experiment.y)) == 480_000


def test_a_fit_on_all_data_makes_one_update_an_epoch():
    fit, experiment = notebook_fit("gd_3000")
    assert n_steps_of(fit, len(experiment.y)) == 3000


def test_it_prints_the_published_digits():
    fit, experiment = notebook_fit("standardised_gd", 1)
    _, state = advance(experiment, initial_state(experiment), n_steps_of(fit, 1000))
    assert str(np.array(state.weights)) == "[156.45440292   3.96343058  30.96520361]"


def test_an_unknown_fit_is_refused():
    with pytest.raises(KeyError):
        notebook_fit("nonsense")
    with pytest.raises(IndexError):
        notebook_fit("clipped", 5)
