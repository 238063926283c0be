import numpy as np
import pytest

from nnviz.core.training.affine_maps import FEW_STEPS, NoSeamError, composed, example_maps, walk

RNG = np.random.default_rng(3)
INPUTS = np.column_stack([np.ones(40), RNG.normal(size=(40, 2))])
Y = RNG.normal(size=40)
MAPS = example_maps(INPUTS, Y, learning_rate=0.05)
START = np.array([1.0, -2.0, 0.5])


def gradient_step(weights, x, y, learning_rate):
    return weights - learning_rate * 2.0 * (x @ weights - y) * x


def test_the_map_of_an_example_is_one_step_down_the_gradient_of_its_squared_error():
    for i, (x, y) in enumerate(zip(INPUTS, Y, strict=True)):
        by_map = MAPS[:, 0, i] + MAPS[:, 1:, i] @ START
        np.testing.assert_allclose(by_map, gradient_step(START, x, y, 0.05), rtol=1e-14, atol=1e-14)


def test_the_map_of_a_block_is_its_steps_one_after_the_other():
    blocks = MAPS.reshape(3, 4, 5, 8)  # eight blocks of five steps
    of_blocks = composed(blocks)
    for block in range(8):
        weights = START
        for step in range(5):
            weights = blocks[:, 0, step, block] + blocks[:, 1:, step, block] @ weights
        by_map = of_blocks[:, 0, block] + of_blocks[:, 1:, block] @ START
        np.testing.assert_allclose(by_map, weights, rtol=1e-13, atol=1e-13)


@pytest.mark.parametrize("n_steps", [0, 1, FEW_STEPS, FEW_STEPS + 1, 97, 1000, 20_011])
def test_a_walk_in_blocks_is_the_walk_step_by_step(n_steps):
    order = RNG.integers(0, len(Y), size=n_steps)
    expected, weights = np.empty((n_steps, 3)), START
    for step, i in enumerate(order):
        weights = expected[step] = gradient_step(weights, INPUTS[i], Y[i], 0.05)
    np.testing.assert_allclose(walk(MAPS, order, START), expected, rtol=0, atol=1e-12)


def test_blocks_that_stretch_too_much_to_be_composed_are_refused():
    tripling = np.array([[[1.0], [3.0]]])  # w ← 3w + 1 stays at −1/2, but a block's own map is 3⁷¹w + (3⁷¹ − 1)/2
    with np.errstate(all="ignore"), pytest.raises(NoSeamError):
        walk(tripling, np.zeros(20_000, dtype=np.int64), np.array([-0.5]))
