import numpy as np
import pytest

from nnviz.core import rng_keys
from nnviz.core.random_source import EPOCHS_BETWEEN_STATES, FEW, MANY, KeyedSource, LegacySource


def same(first, second):
    return (first.order == second.order).all() and (first.uniforms == second.uniforms).all()


def test_keyed_draws_of_an_epoch_are_those_of_its_own_generator_order_first():
    drawn = KeyedSource(5).of_epoch(3, 10, 4)
    generator = np.random.default_rng([5, 3])
    assert (drawn.order == generator.permutation(10)).all()
    assert (drawn.uniforms == generator.random(4)).all()


def test_the_order_does_not_depend_on_how_many_neurons_may_drop():
    assert (KeyedSource(5).of_epoch(3, 10, 0).order == KeyedSource(5).of_epoch(3, 10, 99).order).all()


def test_every_epoch_shuffles_anew():
    orders = {tuple(KeyedSource(5).of_epoch(epoch, 30, 0).order) for epoch in range(20)}
    assert len(orders) == 20


@pytest.mark.parametrize("n_epochs", [3, MANY, 3 * MANY])
@pytest.mark.parametrize(("seed", "first"), [(0, 0), (5, 7), (2**32 - 1, 2**32 - 40), (2**40 + 3, 1)])
def test_many_epochs_at_once_draw_what_each_draws_by_itself(seed, first, n_epochs):
    source, epochs = KeyedSource(seed), range(first, first + n_epochs)
    together = source.of_epochs(epochs, 10, 4)
    for epoch, drawn in zip(epochs, together, strict=True):
        assert same(drawn, source.of_epoch(epoch, 10, 4))


def test_the_initial_weights_come_from_their_own_key():
    expected = rng_keys.generator(5, rng_keys.WEIGHTS).standard_normal(6)
    assert (KeyedSource(5).normal(6) == expected).all()


def test_legacy_draws_are_the_stream_in_sequence():
    random_source, stream = LegacySource(np.random.RandomState(1)), np.random.RandomState(1)
    assert (random_source.normal(3) == stream.normal(size=3)).all()
    for epoch in range(3):
        assert (random_source.of_epoch(epoch, 12, 0).order == stream.permutation(12)).all()


@pytest.mark.parametrize("asked", [[4, 4], [4, 0], [4, 2, 3, 1], [0, 3, 3, 5, 2]])
def test_legacy_draws_of_an_epoch_are_the_same_whenever_they_are_asked(asked):
    in_sequence = LegacySource(np.random.RandomState(1))
    known = [in_sequence.of_epoch(epoch, 12, 5) for epoch in range(6)]
    random_source = LegacySource(np.random.RandomState(1))
    for epoch in asked:
        assert same(random_source.of_epoch(epoch, 12, 5), known[epoch])


def test_far_epochs_of_a_legacy_stream_are_the_same_from_a_kept_state():
    asked = [2 * EPOCHS_BETWEEN_STATES + 3, 5, EPOCHS_BETWEEN_STATES + 7, 2 * EPOCHS_BETWEEN_STATES + 3, 0]
    stream = np.random.RandomState(1)
    known = [stream.permutation(3) for _ in range(max(asked) + 1)]
    random_source = LegacySource(np.random.RandomState(1))
    for epoch in asked:
        assert (random_source.of_epoch(epoch, 3, 0).order == known[epoch]).all()


class CountingStream(np.random.RandomState):
    n_shuffles = 0

    def permutation(self, x):
        self.n_shuffles += 1
        return super().permutation(x)


def test_the_epoch_drawn_last_is_not_drawn_again():
    stream = CountingStream(1)
    random_source = LegacySource(stream)
    assert same(random_source.of_epoch(9, 3, 2), random_source.of_epoch(9, 3, 2))
    assert stream.n_shuffles == 10


def test_a_kept_state_spares_the_shuffles_before_it():
    stream = CountingStream(1)
    random_source = LegacySource(stream)
    far = 3 * EPOCHS_BETWEEN_STATES
    random_source.of_epoch(far, 3, 0)
    for epoch in (0, far - 1, 1, far + 1):
        stream.n_shuffles = 0
        random_source.of_epoch(epoch, 3, 0)
        assert stream.n_shuffles <= EPOCHS_BETWEEN_STATES


def test_draws_that_all_who_look_at_a_seed_share_cannot_be_changed():
    drawn = KeyedSource(3).of_epoch(2, 10, 4)
    assert drawn is KeyedSource(3).of_epoch(2, 10, 4)
    with pytest.raises(ValueError, match="read-only"):
        drawn.order[0] = 0
    assert KeyedSource(3).of_epoch(2, FEW + 1, 0) is not KeyedSource(3).of_epoch(2, FEW + 1, 0)
