"""Named settings of the penalties page, each with the sentence that says what to watch."""

from nnviz.lessons.penalties.printed import PRINTED
from nnviz.lessons.penalties.settings import COPIED, PenaltySettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

PRESETS = (
    Preset(
        "Lasso: exact zero or oscillation",
        PenaltySettings(),
        "The last weight: the proximal step reaches 0 and stays there; the subgradient step jumps across it for ever.",
        question=Question(
            "The last weight is of no use. Which kind of step brings it to exactly 0?",
            ("both", "only the proximal step", "only the subgradient step"),
            right="only the proximal step",
            because="Near 0 the subgradient still has its full length and jumps across; the proximal step stops at 0.",
            after=300,
        ),
    ),
    Preset(
        "Lasso in small batches",
        PenaltySettings(batch_size=8, n_useless=3, penalty_strength=1.0, learning_rate=0.02),
        "Each batch pulls elsewhere, yet the proximal step holds the useless weights at 0 most of the time.",
    ),
    Preset(
        "Ridge never reaches zero",
        PenaltySettings(penalty="L2", n_useless=3),
        "Ridge has a slope of 0 at 0: both methods shrink the useless weights, none becomes exactly 0.",
    ),
    Preset(
        "Copied feature, ridge",
        PenaltySettings(penalty="L2", data=COPIED, penalty_strength=0.1),
        "Ridge gives the feature and its copy the same weight: two halves have smaller squares than one whole.",
        question=Question(
            "One feature stands in the data twice. What does ridge do with its weight?",
            ("give it to one of them", "share it half and half", "give each of them all of it"),
            right="share it half and half",
            because="(w/2)² + (w/2)² is half of w²: two halves are the cheapest way.",
            after=300,
        ),
    ),
    Preset(
        "Copied feature, lasso",
        PenaltySettings(penalty="L1", data=COPIED, penalty_strength=0.1),
        "To the lasso every split of the weight is as good as any other: the solver and the runs find different ones.",
    ),
    Preset(
        "p = 0.5: two minima",
        PenaltySettings(penalty="p-norm", exponent=0.5, slice_weight="weight of x", penalty_strength=2.0),
        "Along this weight the objective has two local minima, one at 0. Descent never settles there: for each seed "
        "from 0 to 39 it ends at the lower one, near 3.6.",
    ),
    Preset(
        "Notebook: ridge in batches of 64",
        PRINTED["ridge_64"].settings,
        "After 100 epochs the subgradient weights (for L2 the gradient) are the printed digits.",
        speed=500,
        from_notebook=True,
    ),
    Preset(
        "Notebook: eight batch sizes",
        PRINTED["ridge_batch_sizes"].settings,
        "Small batches shrink the weights more, because a step on B examples uses λ/B. 500 epochs of eight runs.",
        speed=100,
        from_notebook=True,
    ),
    Preset(
        "Eight batch sizes, λ not divided",
        PRINTED["ridge_batch_sizes"].settings.model_copy(update={"divided_by_batch": False, "penalty_strength": 0.02}),
        "The cure: with the same λ in every step all batch sizes tend to the same weights.",
        speed=100,
    ),
    Preset(
        "Notebook: exact ridge",
        PRINTED["ridge_exact"].settings,
        "λ = 2/N = 0.002: the exact weights in the table are those of scikit-learn's Ridge(alpha=2).",
        speed=500,
        from_notebook=True,
    ),
    Preset(
        "Notebook: lasso",
        PRINTED["lasso_gd"].settings,
        "λ = 2 is scikit-learn's alpha = 1. Both weights stay far from 0, so both methods end at the same digits.",
        speed=200,
        from_notebook=True,
    ),
    Preset(
        "Notebook: exact ridge, useless feature",
        PRINTED["ridge_exact_noise"].settings,
        "Ridge keeps a small weight on the useless feature.",
        speed=500,
        from_notebook=True,
    ),
    Preset(
        "Notebook: ridge, useless feature",
        PRINTED["ridge_gd_noise"].settings,
        "After 1,000 epochs the weights are the printed digits, not yet at the minimum: the useless weight and the "
        "bias can make up for each other, so that the descent between them is slow.",
        speed=200,
        from_notebook=True,
    ),
    Preset(
        "Notebook: lasso, useless feature",
        PRINTED["lasso_gd_noise"].settings,
        "The printed weight of the useless feature is −0.0025, one point of an oscillation; the proximal step gives 0.",
        speed=200,
        from_notebook=True,
    ),
)
