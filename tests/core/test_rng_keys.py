import numpy as np
import pytest

from nnviz.core import rng_keys
from nnviz.core.rng_keys import generator

PURPOSES = [value for name, value in vars(rng_keys).items() if name.isupper()]


def test_no_purpose_shares_its_stream_with_another_or_with_an_epoch():
    assert len(PURPOSES) == len(set(PURPOSES)) >= 5
    streams = [generator(seed, rng_key) for seed in range(3) for rng_key in PURPOSES]
    streams += [np.random.default_rng([seed, epoch]) for seed in range(3) for epoch in range(10)]
    first_draws = {rng.random() for rng in streams}
    assert len(first_draws) == len(streams)


def test_a_purpose_below_one_is_refused_because_it_would_be_an_epoch():
    with pytest.raises(ValueError, match="at least 1"):
        generator(0, 0)
