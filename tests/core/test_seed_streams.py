import numpy as np
import pytest

from nnviz.core.seed_streams import BELOW, generators


@pytest.mark.parametrize(("seed", "first"), [(0, 0), (3, 7), (BELOW - 1, 5), (12345, BELOW - 41), (7, 100_000)])
def test_generators_of_many_epochs_are_in_the_states_of_their_own(seed, first):
    for epoch, made in enumerate(generators(seed, first, 40), first):
        assert made.bit_generator.state == np.random.default_rng([seed, epoch]).bit_generator.state


@pytest.mark.parametrize(("seed", "first"), [(-1, 0), (0, -1), (BELOW, 0), (0, BELOW - 1)])
def test_what_is_no_word_is_refused(seed, first):
    with pytest.raises(ValueError, match="32 bits"):
        next(generators(seed, first, 2))
