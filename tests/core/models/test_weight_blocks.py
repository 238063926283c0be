import numpy as np
import pytest

from nnviz.core.models.network import Network
from nnviz.core.models.weight_blocks import BLOCK_BYTES, blocks


@pytest.mark.parametrize("itemsize", [4, 8])
@pytest.mark.parametrize("n_samples", [1, 200, 10_000_000])
@pytest.mark.parametrize("hidden", [(), (3, 8, 2)])
def test_blocks_cover_every_weight_vector_once_and_fit_their_memory_if_one_does(n_samples, hidden, itemsize):
    covered = np.zeros(1_000)
    for block in blocks(1_000, Network(2, hidden), n_samples, itemsize):
        covered[block] += 1
        assert block.stop <= len(covered)
        in_bytes = len(covered[block]) * n_samples * max(hidden, default=1) * itemsize
        assert in_bytes <= BLOCK_BYTES or len(covered[block]) == 1
    np.testing.assert_array_equal(covered, 1)
