"""A loss and a penalty are one entry each: with that alone they train, pass the gradient check and have a script."""

import numpy as np
import pytest

from nnviz.code_export.trained import Training
from nnviz.code_export.training_script import training_script
from nnviz.core.autodiff.autodiff_network import mean_loss_of
from nnviz.core.autodiff.reverse_mode import apply, gradient_of
from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.batch_norm import AFTER, BEFORE, BatchNormalisation
from nnviz.core.models.gradients import loss_gradient
from nnviz.core.models.network import Network
from nnviz.core.objectives.loss_rules import identity
from nnviz.core.objectives.losses import LOSSES, Loss, LossSource
from nnviz.core.objectives.penalties import PENALTIES, Penalty
from nnviz.core.objectives.penalty_kinds import PenaltyKind, PenaltyRules, PenaltySource
from nnviz.core.random_source import KeyedSource
from nnviz.core.solvers.penalised import SOLVERS
from nnviz.core.training.advance import Experiment, advance, initial_state, mean_loss
from nnviz.core.training.optimizers import GradientDescent
from nnviz.page.registry import discover
from tests.code_export.executed import executed
from tests.core.models.test_gradients import assert_gradient_is_right, experiment_on
from tests.core.numeric import numeric_gradient


def huber(r):
    return np.where(np.abs(r) <= 1.0, 0.5 * r * r, np.abs(r) - 0.5)


def traced_huber(z, y):
    size = apply("abs", z - y)
    inner = -apply("maximum", -size, -1.0)
    return 0.5 * inner**2 + size - inner


HUBER_LOSS = Loss(
    lambda z, y: huber(z - y),
    lambda z, y, out: np.clip(z - y, -1.0, 1.0, out),
    identity,
    traced_huber,
    LossSource(
        "huber",
        "ℓ = ½(z − y)² near y and |z − y| − ½ farther out, and its derivative by z.",
        value="np.where(np.abs(r) <= 1.0, 0.5 * r * r, np.abs(r) - 0.5)",
        derivative="np.clip(r, -1.0, 1.0)",
        before=("r = z - y",),
    ),
    formula=r"h(\hat y_i - y_i)",
)
HUBER_PENALTY = PenaltyKind(
    PenaltyRules(
        lambda w, numbers: huber(w),
        lambda w, numbers: np.clip(w, -1.0, 1.0),
        radius=lambda direction, size, numbers: np.full(direction.shape[1], np.sqrt(2.0 * size)),  # up to a size of ½
        proximal=lambda w, t, numbers: np.where(np.abs(w) <= 1.0 + t, w / (1.0 + t), w - t * np.sign(w)),
        curvature=lambda numbers: None,
    ),
    PenaltySource(
        "huber",
        slope="np.clip(w, -1.0, 1.0)",
        slope_meaning="The gradient of Σh(w).",
        step="np.where(np.abs(w) <= 1.0 + t, w / (1.0 + t), w - t * np.sign(w))",
        step_meaning="The u that minimises ½‖u − w‖² + t·Σh(u).",
    ),
    formula=lambda numbers: r"\sum_j h(w_j)",
    slope_formula=lambda numbers: "h'(w_j)",
)
LESSONS = discover()  # before an entry is added: a page reads the registries when it is imported
MODELS = {"line": Network(2), "network": Network(2, (5, 3), "tanh")}


@pytest.fixture(autouse=True)
def huber_in_the_registries(monkeypatch):
    monkeypatch.setitem(LOSSES, "Huber loss", HUBER_LOSS)
    monkeypatch.setitem(PENALTIES, "Huber", HUBER_PENALTY)


def run_of(model, loss="Huber loss", penalty=None, proximal=False, batch_size=10):
    data = make_dataset("two Gaussians", 60, 1.0, 1)
    optimizer = GradientDescent(0.1, batch_size, proximal=proximal)
    source, provenance = KeyedSource(1), data.provenance
    return Experiment(
        data.X, data.y, model, LOSSES[loss], optimizer, penalty, random_source=source, provenance=provenance
    )


def assert_the_script_has_the_weights(run, n_steps=200):
    _, state = advance(run, initial_state(run), n_steps)
    names = executed(training_script([{"": Training(run, n_steps)}]))
    assert np.abs(names["w"] - state.weights).max() <= 1e-12 * np.abs(state.weights).max()
    return state.weights


@pytest.mark.parametrize("model", MODELS)
def test_a_loss_is_one_entry_that_passes_the_gradient_check_by_both_kinds_of_differentiation(model):
    run = run_of(MODELS[model])
    start = initial_state(run).weights
    expected = numeric_gradient(lambda w: run.loss.of_batch(run.model.outputs(w, run.X), run.y), start)
    np.testing.assert_allclose(loss_gradient(run.model, run.loss, start, run.X, run.y), expected, rtol=1e-6, atol=1e-9)
    by_autodiff = gradient_of(lambda w: mean_loss_of(run.model, "Huber loss", w, run.X, run.y), start)
    np.testing.assert_allclose(by_autodiff, expected, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("model", MODELS)
def test_a_loss_is_one_entry_that_trains_and_whose_script_finds_the_same_weights(model):
    run = run_of(MODELS[model])
    end, start = assert_the_script_has_the_weights(run), initial_state(run).weights
    losses = mean_loss(run.model, run.loss, np.array([start, end]), run.X, run.y)
    assert losses[1] < 0.5 * losses[0]


@pytest.mark.parametrize("model", MODELS)
def test_a_penalty_is_one_entry_that_passes_the_gradient_check(model):
    assert_gradient_is_right(experiment_on(MODELS[model], "Huber loss", Penalty("Huber", 0.7)))


@pytest.mark.parametrize("proximal", [False, True])
@pytest.mark.parametrize("model", MODELS)
def test_a_penalty_is_one_entry_that_trains_and_whose_script_finds_the_same_weights(model, proximal):
    free = assert_the_script_has_the_weights(run_of(MODELS[model], "log loss"))
    held = assert_the_script_has_the_weights(run_of(MODELS[model], "log loss", Penalty("Huber", 0.1), proximal))
    touched = MODELS[model].penalised()
    assert huber(held[touched]).sum() < huber(free[touched]).sum()


@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize("batch_size", [None, 10])
def test_a_normalised_network_with_dropout_has_a_script_that_finds_the_same_weights(batch_size, inverted):
    normalisation = BatchNormalisation((BEFORE, AFTER))
    model = Network(2, (5, 3), "tanh", 0.2, 0.3, inverted, normalisation=normalisation)
    assert_the_script_has_the_weights(run_of(model, "log loss", batch_size=batch_size), n_steps=40)


def test_pages_offer_the_penalties_that_they_can_show():
    offered = {
        slug: LESSONS[slug].settings.model_fields["penalty"].metadata[0].options for slug in ("lab", "penalties")
    }
    known = [word for word in PENALTIES if word != "Huber"]
    assert list(offered["penalties"]) == known == list(SOLVERS)
    assert list(offered["lab"]) == [word for word in known if PENALTIES[word].rules.proximal is not None]
