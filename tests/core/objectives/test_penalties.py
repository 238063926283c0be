import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from sklearn.linear_model import ElasticNet

from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import PENALTIES, Penalty
from nnviz.core.objectives.penalty_kinds import soft_threshold
from nnviz.core.training.advance import Experiment, advance, initial_state
from nnviz.core.training.optimizers import GradientDescent

weights = np.array([1.5, -2.0, 0.3, 0.0])
CLOSED = [word for word, kind in PENALTIES.items() if kind.rules.proximal is not None]


@pytest.mark.parametrize(
    ("penalty", "expected"),
    [
        (Penalty("L1", 2.0), 2.0 * 3.8),
        (Penalty("L2", 2.0), 2.0 * 6.34),
        (Penalty("elastic net", 2.0), 3.8 + 6.34),
        (Penalty("elastic net", 1.0, l1_share=0.25), 0.25 * 3.8 + 0.75 * 6.34),
        (Penalty("p-norm", 1.0, exponent=3.0), 1.5**3 + 2.0**3 + 0.3**3),
    ],
)
def test_a_value_is_the_strength_times_the_size(penalty, expected):
    assert penalty.value(weights) == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize("kind", PENALTIES)
def test_a_weight_that_is_not_penalised_adds_nothing(kind):
    mask = np.array([False, True, True, True])
    assert Penalty(kind, 1.0).value(weights, mask) == pytest.approx(Penalty(kind, 1.0).value(weights[1:]))


def test_p_norms_with_exponents_1_and_2_are_the_l1_and_the_l2_penalty():
    for p, kind in ((1.0, "L1"), (2.0, "L2")):
        norm, plain = Penalty("p-norm", 1.0, exponent=p), Penalty(kind, 1.0)
        assert norm.value(weights) == pytest.approx(plain.value(weights), rel=1e-15)
        np.testing.assert_allclose(norm.subgradient(weights), plain.subgradient(weights), rtol=1e-15)


@pytest.mark.parametrize("kind", PENALTIES)
@pytest.mark.parametrize("p", [0.5, 1.0, 3.0])
def test_the_subgradient_at_zero_is_zero_so_that_a_weight_stays_alive(kind, p):
    assert Penalty(kind, 1.0, exponent=p).subgradient(np.zeros(3)).tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("kind", CLOSED)
@pytest.mark.parametrize("weight", [-3.0, -0.2, 0.0, 0.4, 2.0])
def test_a_proximal_step_minimises_the_distance_plus_the_penalty(kind, weight):
    penalty, step = Penalty(kind, 1.0, l1_share=0.3), 0.4
    got = penalty.proximal_step(np.array([weight]), step)[0]

    def objective(u):
        return 0.5 * (u - weight) ** 2 + step * penalty.size(np.array([u]))

    best = minimize_scalar(objective, bounds=(-4.0, 4.0), method="bounded", options={"xatol": 1e-10}).x
    assert got == pytest.approx(best, abs=1e-6)
    assert objective(got) <= objective(best) + 1e-15


def test_soft_thresholding_sets_small_weights_exactly_to_zero():
    assert soft_threshold(weights, 0.5).tolist() == [1.0, -1.5, 0.0, 0.0]


def test_a_p_norm_has_no_proximal_step():
    with pytest.raises(ValueError, match="no formula"):
        Penalty("p-norm", 1.0).proximal_step(weights, 0.1)


@pytest.mark.parametrize("kind", PENALTIES)
@pytest.mark.parametrize("p", [0.5, 1.0, 2.0, 4.0])
def test_an_outline_has_the_size_it_is_drawn_for_at_every_point(kind, p):
    penalty = Penalty(kind, 1.0, l1_share=0.4, exponent=p)
    outline = np.column_stack(penalty.outline(1.7))
    np.testing.assert_allclose(penalty.size(outline), 1.7, rtol=1e-12)
    assert outline.shape == (361, 2)
    np.testing.assert_allclose(outline[0], outline[-1], atol=1e-12)


def test_the_outline_of_l1_is_a_diamond_with_its_corners():
    corners = np.column_stack(Penalty("L1", 1.0).outline(2.0))[[0, 90, 180, 270]]
    np.testing.assert_allclose(corners, [[2, 0], [0, 2], [-2, 0], [0, -2]], atol=1e-12)


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "L0"}, {"strength": -1.0}, {"strength": np.array([1.0, -1.0])}, {"l1_share": 1.5}, {"exponent": 0.0}],
)
def test_a_penalty_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValueError, match=r"penalty|strength"):
        Penalty(**{"kind": "L1", "strength": 1.0, **wrong})


def line_experiment(penalty, proximal, n_features=4):
    generator = np.random.default_rng(6)
    X = generator.normal(size=(60, n_features))
    y = 2.0 + 3.0 * X[:, 0] - 0.5 * X[:, 1] + 0.1 * generator.normal(size=60)
    optimizer = GradientDescent(0.1, proximal=proximal)
    return Experiment(X, y, Network(n_features), LOSSES["mean squared error"], optimizer, penalty)


def end_of(experiment, n_steps=2000):
    return advance(experiment, initial_state(experiment), n_steps, n_steps)[1].weights


@pytest.mark.parametrize(("kind", "l1_share"), [("L1", 1.0), ("elastic net", 0.5)])
def test_proximal_descent_ends_at_the_reference_librarys_solution(kind, l1_share):
    """scikit-learn minimises ½·MSE + α(ρ‖w‖₁ + ½(1 − ρ)‖w‖²); ours is MSE + λ(s‖w‖₁ + (1 − s)‖w‖²)."""
    strength = 0.4
    experiment = line_experiment(Penalty(kind, strength, l1_share=l1_share), proximal=True)
    l1, l2 = strength * l1_share / 2, strength * (1 - l1_share)
    reference = ElasticNet(alpha=l1 + l2, l1_ratio=l1 / (l1 + l2), tol=1e-14, max_iter=100_000)
    reference.fit(experiment.X, experiment.y)
    expected = [reference.intercept_, *reference.coef_]
    np.testing.assert_allclose(end_of(experiment), expected, rtol=1e-9, atol=1e-9)


def test_l1_sets_useless_weights_exactly_to_zero_by_proximal_steps_and_only_nearly_by_subgradients():
    proximal = end_of(line_experiment(Penalty("L1", 0.4), proximal=True))
    subgradient = end_of(line_experiment(Penalty("L1", 0.4), proximal=False))
    assert (proximal[3:] == 0.0).all()
    assert (subgradient[3:] != 0.0).all()
    np.testing.assert_allclose(subgradient, proximal, atol=0.1)


@pytest.mark.parametrize("bias", [False, True])
def test_ridge_descent_ends_at_its_closed_form_with_and_without_the_bias(bias):
    experiment = line_experiment(Penalty("L2", 0.3, bias), proximal=False)
    A = np.column_stack([np.ones(60), experiment.X])
    shrinkage = 60 * 0.3 * np.diag([float(bias), 1.0, 1.0, 1.0, 1.0])
    np.testing.assert_allclose(end_of(experiment), np.linalg.solve(A.T @ A + shrinkage, A.T @ experiment.y), rtol=1e-10)


@pytest.mark.parametrize("kind", CLOSED)
def test_a_very_strong_proximal_penalty_leaves_only_the_bias(kind):
    experiment = line_experiment(Penalty(kind, 1e6), proximal=True)
    end = end_of(experiment)
    assert end[0] == pytest.approx(experiment.y.mean(), rel=1e-4)
    np.testing.assert_allclose(end[1:], 0.0, atol=1e-4)


def test_a_strength_divided_by_the_batch_is_weaker_in_larger_batches():
    penalty = Penalty("L2", 1.0, divided_by_batch=True)
    assert penalty.strength_in_batch(8) == 0.125
    assert Penalty("L2", 1.0).strength_in_batch(8) == 1.0
