"""What the page of the notebook claims of its results and of its run."""

import re

import numpy as np

from nnviz.core.analysis.inference import regression_table
from nnviz.core.notebook.chain import CHAIN, XOR
from nnviz.core.notebook.fits import notebook_fit
from nnviz.core.notebook.printed import PRINTED, numbers_in
from nnviz.core.notebook.retraining import UPDATES_AT_ONCE, make, pieces_of
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.solvers.lasso import lasso
from nnviz.core.training.experiment import initial_state
from nnviz.lessons.notebook import messages
from nnviz.lessons.notebook.entries import ENTRIES
from nnviz.lessons.notebook.run import LINES, N_STEPS, plan, updates_before
from nnviz.page.settings import Settings
from tests.lessons.claims import Claims


def has_68_lines(_settings: Settings) -> None:
    assert len(LINES) == sum(map(len, PRINTED.values())) == 68


def has_more_than_a_million_updates(settings: Settings) -> None:
    assert updates_before(settings.entries)[-1] == 1_056_000


def overflows(_settings: Settings) -> None:
    """The loss is no number after 56 steps, the weights after 113; the notebook prints the loss after each step."""
    _, run = notebook_fit("scaled_diverges")
    A, w, finite = np.column_stack([np.ones(len(run.y)), run.X]), initial_state(run).weights.copy(), []
    with np.errstate(over="ignore", invalid="ignore"):
        for epoch in range(10):
            order = run.random_source.of_epoch(epoch, len(run.y), 0).order
            for rows in (order[i : i + 64] for i in range(0, len(order), 64)):
                w = w - 0.1 * 2.0 * A[rows].T @ (A[rows] @ w - run.y[rows]) / len(rows)
                loss = np.mean((A[rows] @ w - run.y[rows]) ** 2)
                finite.append((np.isfinite(loss), np.isfinite(w).all()))
    assert [column.index(False) + 1 for column in zip(*finite, strict=True)] == [56, 113]
    assert PRINTED["scaled_diverges"][""] == "[nan nan nan]"


def clipped_fits_are_more_than_half(_settings: Settings) -> None:
    everything = updates_before(tuple(ENTRIES))[-1]
    assert updates_before(("clipped",))[-1] > everything / 2


def no_piece_is_longer(_settings: Settings) -> None:
    assert max(piece.last - piece.first for piece in plan(tuple(ENTRIES))) == UPDATES_AT_ONCE == 2048
    assert len(plan(tuple(ENTRIES))) == N_STEPS


def ends(name: str) -> np.ndarray:
    """The numbers of the last line of an entry, made again."""
    weights = None
    for piece in pieces_of(name):
        weights, found = make(piece, weights)
    return next(reversed(found.values()))


def is_the_true_line(_settings: Settings) -> None:
    assert np.allclose(ends("ols_noiseless"), [6.0, 4.0], rtol=0.0, atol=1e-12)


def library_zeroes_the_useless(_settings: Settings) -> None:
    assert ends("lasso_exact_noise")[2] == 0.0


def descent_does_not_reach_zero(_settings: Settings) -> None:
    _, run = notebook_fit("lasso_gd_noise")
    assert 0.0 < abs(ends("lasso_gd_noise")[2]) < 0.01
    assert lasso(run.X, run.y, 2.0, bias=True)[2] == 0.0


def bias_is_not_told_from_zero(_settings: Settings) -> None:
    *_, lower, upper = numbers_in(PRINTED["bias_summary"]["const"])
    assert lower < 0.0 < upper


def ten_epochs_come_near(_settings: Settings) -> None:
    exact = numbers_in(PRINTED["standardised_ols"][""])
    away = {word: np.abs(numbers_in(text) - exact).max() for word, text in PRINTED["standardised_gd"].items()}
    assert away["10"] < 0.05 < 1.0 < away["1"]


def second_column_is_around_50(_settings: Settings) -> None:
    _, run = notebook_fit("scaled_diverges")
    assert abs(run.X[:, 1].mean() - 50.0) < 1.0


def steps_of_the_longest(_settings: Settings) -> None:
    assert max(piece.n_updates for piece in pieces_of("scaled_slow")) == 160_000
    assert {piece.place for piece in pieces_of("scaled_slow")} == {0, 1, 2, 3}


def settings_of_fits_are_told(settings: Settings) -> None:
    """Rates, batches, epochs and how many fits, as the notes of the results say them."""
    for name in settings.entries:
        note = ENTRIES[name].note
        fits = [fit for entry in CHAIN if entry.name == name for fit in entry.answers if hasattr(fit, "optimizer")]
        for rate in re.findall(r"η = ([\d.]*\d)", note):
            assert {fit.optimizer.learning_rate for fit in fits} == {float(rate)}
        for size in re.findall(r"(?:batches of|B =) (\d+)", note):
            assert {fit.optimizer.batch_size for fit in fits} == {int(size)}
        for count in re.findall(r"([\d,]+) (?:epochs|steps on|steps from)", note):
            assert {fit.n_epochs for fit in fits} == {int(count.replace(",", ""))}


def three_thousand_on_xor(_settings: Settings) -> None:
    assert pieces_of("xor_mse")[-1].n_updates == 3000
    assert XOR.hidden == (4,)
    assert XOR.activation == "sigmoid"
    assert {word: piece.last for piece in pieces_of("xor_mse") for word in piece.words}["predictions"] == 2999


def is_the_same_plane(_settings: Settings) -> None:
    """Both exact fits predict the same."""
    _, scaled = notebook_fit("scaled_slow")
    _, standardised = notebook_fit("standardised_gd")
    predictions = [
        design_matrix(run.X) @ ends(name) for run, name in ((scaled, "scaled_ols"), (standardised, "standardised_ols"))
    ]
    np.testing.assert_allclose(*predictions, rtol=1e-10)


def explains_nothing(_settings: Settings) -> None:
    """The weight of the third column cannot be told from 0."""
    _, run = notebook_fit("ridge_gd_noise")
    assert regression_table(run.X, run.y).p_values[2] > 0.5


RESULTS = Claims(
    watch={
        "Run all": has_68_lines,
        "Longest fits": has_more_than_a_million_updates,
        "A divergence": overflows,
    },
    sentences={
        "More than half of them belong to the clipped fits": clipped_fits_are_more_than_half,
        "at most 2,048 updates of the weights": no_piece_is_longer,
        "10 epochs in batches of 64; the weights overflow.": overflows,
        "y = 6 + 4x: the weights are the true ones.": is_the_true_line,
        "Its weight is exactly 0.": library_zeroes_the_useless,
        "The weight of the useless feature ends near 0, not at 0.": descent_does_not_reach_zero,
        "the table cannot tell it from 0": bias_is_not_told_from_zero,
        "After ten epochs every weight is within 0.05": ten_epochs_come_near,
        "with x₂ around 50.": second_column_is_around_50,
        "Four fits, the longest of 160,000 steps.": steps_of_the_longest,
        "five fits, over a million steps.": has_more_than_a_million_updates,
        "Four sigmoid neurons, 3,000 steps": three_thousand_on_xor,
        "The predictions are made before the last update.": three_thousand_on_xor,
        "η =": settings_of_fits_are_told,
        "500 epochs each": settings_of_fits_are_told,
        "15 steps from (0, 0).": settings_of_fits_are_told,
        "The same plane in other units.": is_the_same_plane,
        "A third column that explains nothing.": explains_nothing,
    },
    computed={
        "updates of weights.": messages.summary,
        "The notebook's digits are those of": messages.summary,
    },
    definitions={
        "Nothing here is stored but the printed digits": "names what the table compares with",
        "one legacy generator with the seed 777": "names the source of the draws",
        "makes only the draws before it": "says what a button does",
        "is the same text": "defines agreement",
        "so they are compared to 1e-12": "defines agreement for these lines",
        "all results in their order, or one": "names the options",
        "Printed lines whose numbers": "names a readout",
        "Lines found in which": "names a readout",
        "Gradient steps of all fits": "names a readout",
        "y = 6 + 4x + ε, 1,000 points.": "names the data",
        "The subgradient 2·sign(w)": "names the method",
        "stopped after three rounds": "names the method",
        "(1/2N) Σ(y − Xw)²": "names the objective",
        "Least Σ(y − Xw)² + 2 Σw²": "names the objective",
    },
)
