"""What the page of the notebook claims of the notebook's flaws, with what it claims of the results."""

from functools import cache

import numpy as np

from nnviz.core.notebook.chain import CHAIN, XOR
from nnviz.core.notebook.fits import n_steps_of, notebook_fit
from nnviz.core.notebook.printed import PRINTED, numbers_in
from nnviz.core.notebook.published import replay
from nnviz.core.solvers.closed_form import least_squares
from nnviz.core.solvers.newton import newton
from nnviz.core.training.advance import advance
from nnviz.core.training.experiment import State, initial_state
from nnviz.lessons.notebook import flaws, wrong_derivatives, wrong_networks, wrong_regularisation
from nnviz.page.settings import Settings
from tests.lessons.claims import Claims
from tests.lessons.claims.notebook_results import RESULTS

AT_ONCE = 16_000


@cache
def shortest_clipped() -> tuple[int, float]:
    """How many steps the clipped fits make, and the length of the shortest gradient before it is clipped."""
    n_updates, shortest = 0, np.inf
    for fit, run in replay(CHAIN, "clipped"):
        state: State = initial_state(run)
        for _ in range(n_steps_of(fit, len(run.y)) // AT_ONCE):
            recording, state = advance(run, state, AT_ONCE)
            n_updates, shortest = n_updates + AT_ONCE, min(shortest, recording.gradient_norm.min())
    return n_updates, float(shortest)


def every_gradient_was_clipped(_settings: Settings) -> None:
    n_updates, shortest = shortest_clipped()
    assert n_updates == 1_056_000
    assert f"{shortest:.2f}" == "9.69"
    assert shortest > flaws.CLIP_NORM


def liblinear_stops_early(_settings: Settings) -> None:
    _, run = notebook_fit("logit_100")
    exact = newton(run.X, run.y, np.zeros(2)).weights[-1]
    assert f"{np.abs(exact - [6.65211771, 4.5026188]).max():.0e}" == "2e-06"


def weights_of_one_number_move_together(_settings: Settings) -> None:
    assert np.ndim(flaws._notebooks_clip(np.array([3.0, -1.0]), flaws.CLIP_NORM)) == 0


def batch_factor_is_not_of_the_mean(_settings: Settings) -> None:
    fits = [fit.penalty for entry in CHAIN if entry.name.startswith(("ridge_b", "lasso_gd")) for fit in entry.answers]
    assert {(penalty.kind, penalty.divided_by_batch) for penalty in fits} == {("L2", True), ("L1", False)}


def a_free_bias_keeps_the_sign(_settings: Settings) -> None:
    found = wrong_regularisation.ridge_sign()
    assert found["library"] > 0.0 > found["free_bias"] > found["least_squares"]
    _, run = notebook_fit("ridge_gd_noise")
    assert abs(run.X[:, 1].mean() - 0.5) < 0.02
    assert 0.0 < numbers_in(PRINTED["ridge_exact_noise"][""])[0] < least_squares(run.X, run.y)[0]


def elastic_step_is_a_divided_one(_settings: Settings) -> None:
    assert wrong_regularisation.elastic_net_work()["apart"] <= 1e-12


def comparison_shows_less(_settings: Settings) -> None:
    found = wrong_regularisation.prior_variances()
    assert found["same_variance_at_0"] > found["laplace_at_0"] > found["normal_at_0"]


def least_loss_is_at_a_corner(_settings: Settings) -> None:
    found = wrong_regularisation.corner()
    assert np.count_nonzero(found["diamond"]) == 1
    assert np.count_nonzero(found["circle"]) == 2


def gamma_and_beta_give_back(_settings: Settings) -> None:
    assert wrong_networks.plain_normalisation()["given_back"] <= 1e-12


def typo_has_the_point_inside(_settings: Settings) -> None:
    found = flaws.circle()
    assert found["typo"] < 2.0 < found["norm"]


def output_has_no_bias(_settings: Settings) -> None:
    assert not XOR.biases[-1]
    assert wrong_networks.bias_unit()["n_weights"] == XOR.hidden[-1]


def squared_error_vanishes(_settings: Settings) -> None:
    found = wrong_derivatives.sure_and_wrong()
    assert found["factor"] < 1e-12
    assert abs(found["slope"] + 1.0) < 1e-6


def laplace_constant_has_no_slope(_settings: Settings) -> None:
    assert wrong_derivatives.laplace_mean()["slope"] == -wrong_derivatives.laplace_mean()["theirs"]


CLAIMS = Claims(
    watch=RESULTS.watch,
    sentences={
        **RESULTS.sentences,
        "stops 2e-06 from the exact weights": liblinear_stops_early,
        "Every weight then moves down by the same number": weights_of_one_number_move_together,
        "the shortest gradient has the length 9.69, so every one of them was clipped": every_gradient_was_clipped,
        "It vanishes with the squared error": squared_error_vanishes,
        "The lasso's factor is not divided by anything": batch_factor_is_not_of_the_mean,
        "Its bias is shrunk as well": a_free_bias_keeps_the_sign,
        "at 1,001 weights the two agree to 1e-12": elastic_step_is_a_divided_one,
        "The constant falls out of the derivative": laplace_constant_has_no_slope,
        "so the comparison shows less than there is": comparison_shows_less,
        "a corner; in its circle": least_loss_is_at_a_corner,
        "inside; the point is outside the circle that is drawn": typo_has_the_point_inside,
        "weights lead to the output, one for each hidden neuron": output_has_no_bias,
        "the mean they come back, to 1e-12": gamma_and_beta_give_back,
    },
    computed={
        **RESULTS.computed,
        "and the limit 5 it returns": flaws.clipping,
        "its weights end at": flaws.clipping,
        "what the code uses divided by the gradient of the mean": flaws.factors,
        "times what the formula gives": wrong_derivatives.first_bias,
        "and yet the slope of the loss along": wrong_derivatives.sure_and_wrong,
        "is −1, that of": wrong_derivatives.footnote,
        "give 10.": wrong_derivatives.log_odds,
        "give 20.": wrong_derivatives.log_odds,
        "so the same problem has": flaws.batch_penalty,
        "Least squares gives it": wrong_regularisation.ridge_sign,
        "With the bias left alone the weight is": wrong_regularisation.ridge_sign,
        "the exact answer to its own problem is": wrong_regularisation.ridge_sign,
        "divisions more, beside": wrong_regularisation.elastic_net_work,
        "away, the notebook's own descent,": flaws.early_end,
        "the logarithm is −1.3863": flaws.laplace,
        "by finite differences, and the formula gives": wrong_derivatives.laplace_mean,
        "to have much more density at the centre:": wrong_regularisation.prior_variances,
        "With scale 1 their variances are": wrong_regularisation.prior_variances,
        "and the norm of their sum is": wrong_regularisation.corner,
        "the loss there is 1.061": wrong_regularisation.lowest_point,
        "ends at 9.": wrong_regularisation.lowest_point,
        "the sum of eight neurons under 100,000 random masks": flaws.dropout,
        "and the scaled network has": wrong_networks.subnets,
        "the scaled network's 0.104": wrong_networks.subnets,
        "With all of them at 0 the output is": wrong_networks.bias_unit,
        "a neuron that is constant in a batch becomes": wrong_networks.plain_normalisation,
        "lose their mean": wrong_networks.plain_normalisation,
        "and gets nan; the loss is": flaws.sure_log_loss,
        "over epochs 2 to 20 the mean is": flaws.after_the_step,
    },
    definitions={
        **RESULTS.definitions,
        "lack the factor 2, and the code drops": "quotes the notebook; the ratio after it is computed",
        "It is another problem for every": "algebra: the minimised sum names B",
        "needs no such care": "algebra: a sum without B is the same for every B",
        "the library's derivative is said to lack the constant 2": "quotes the notebook",
        "Ridge, it says, can only shrink": "quotes the notebook",
        "The elastic net is said to need": "quotes the notebook",
        "On an edge both weights differ": "geometry of the diamond",
        "The label of the L2 ball reads": "quotes the notebook",
        "At the rate 0.5 of its example the two are the same": "algebra: 1 − 0.5 = 0.5",
        "it points to its own network": "quotes the notebook",
        'Only "mean zero, deviation one" is told': "quotes the notebook",
        "so the file keeps only the second": "a file that is written twice holds what was written last",
        "The gradient does not use it": "algebra: the gradient is −(y − q)x",
    },
)
