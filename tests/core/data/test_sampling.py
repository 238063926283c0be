import numpy as np

from nnviz.core.data.sampling import balanced_order


def test_the_order_is_a_permutation_that_depends_on_the_generator():
    labels = np.array([0.0, 1.0, 0.0, 1.0, 1.0])
    orders = {tuple(balanced_order(labels, np.random.default_rng(seed))) for seed in range(20)}
    assert all(sorted(order) == list(range(5)) for order in orders)
    assert len(orders) > 1


def test_every_beginning_holds_the_classes_in_their_shares():
    labels = np.random.default_rng(0).permutation(np.repeat([0.0, 1.0, 2.0], [60, 30, 10]))
    ordered = labels[balanced_order(labels, np.random.default_rng(1))]
    for n in range(1, 101):
        for label, share in ((0.0, 0.6), (1.0, 0.3), (2.0, 0.1)):
            assert abs((ordered[:n] == label).sum() - n * share) < 2.0
    assert set(ordered[:3]) == {0.0, 1.0, 2.0}


def test_without_classes_every_example_comes_first_equally_often():
    rng = np.random.default_rng(0)
    firsts = np.bincount([balanced_order(np.zeros(4), rng)[0] for _ in range(4_000)], minlength=4)
    assert np.abs(firsts - 1_000).max() < 4 * np.sqrt(4_000 * 0.25 * 0.75)
