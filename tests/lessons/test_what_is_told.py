"""What the notebook speaks of is on a page, by its name."""

import pytest

from nnviz.page.registry import discover
from tests.lessons.test_claims import on_the_page

LESSONS = discover()

TOLD = {
    "automatic-differentiation": ("\\ln \\sigma(z) - (1 - y)", "\\max(z, 0) - yz"),
    "backpropagation": ("\\hat y - y :", "the chain rule, from the back"),
    "batch-normalization": (
        "internal covariate shift",
        "Santurkar et al. (2018) doubt it",
        "The features that enter the network want the same",
        "a whole batch could be normalised by itself",
        "Averages that follow the batches",
    ),
    "bias": ("The usual rule is not to regularise the bias",),
    "constraint-geometry": ("*Lagrange multiplier*",),
    "dropout": (
        "Srivastava et al. (2014)",
        "*co-adaptation*",
        "*thinner* network",
        "20 % for inputs and 50 % for hidden neurons; the output is never dropped",
    ),
    "entropy": (
        "equally likely outcomes tells $\\log_2 n$",
        "$N$ bits are enough to name one of $2^N$ outcomes",
        "two decimal digits are to name one of 100",
        "$\\log_2$ and $\\ln$ differ by this factor alone",
    ),
    "feature-scaling": (
        "standardises the new examples with the $\\mu_j$ and $\\sigma_j$ of the training data",
        "Methods that look at the curvature, such as Newton's",
        "There are other normalisations",
        "They all look at the whole data set",
    ),
    "gradient-clipping": ("Gradients explode for several reasons", "By value, each entry is cut"),
    "gradient-descent": (
        "**local minimum**",
        "Fewer examples mostly need a smaller rate",
        "A loss that does not fall is a signal",
    ),
    "lab": ("is also called a mini-batch; usual sizes are 8 to 1,024",),
    "least-squares": (
        "\\operatorname{E}(\\varepsilon_i \\mid X) = 0",
        "**law of large numbers**",
        "**central limit theorem**",
        "Least squares as maximum likelihood",
        "If the noise is Normal",
    ),
    "logistic-regression": (
        "= \\frac{\\hat y - y}{\\hat y (1 - \\hat y)}",
        "\\sigma'(z) = \\hat y (1 - \\hat y)",
        "cancels: $(\\hat y - y)$ times $(1, x)$ is left",
    ),
    "neurons": (
        "for short 3-2-1",
        "called **shallow**, one with two or more **deep**",
        "The hidden layer has such a unit too",
        "A penalty on the weights usually leaves the biases out",
    ),
    "odds": (
        "= \\frac{1}{1 + e^{-t}} \\cdot \\frac{e^{-t}}{1 + e^{-t}} = \\sigma(t)\\,(1 - \\sigma(t))",
        "= e^{X\\beta}, \\qquad \\ln \\frac{p}{1 - p} = X\\beta",
    ),
    "penalties": ("Logistic regression takes the same penalties",),
    "priors": ("Both priors have their centre at $\\mu = 0$", "## Both scales at 1"),
    "stochastic-gradient-descent": ("also called a mini-batch; usual sizes are 8 to 1,024",),
}


def said_at_first(lesson):
    """What a page says at its defaults, in one line."""
    return " ".join(on_the_page(lesson, lesson.settings()).split())


@pytest.mark.parametrize(("slug", "words"), [(slug, words) for slug, all_words in TOLD.items() for words in all_words])
def test_what_the_notebook_speaks_of_is_on_a_page(slug, words):
    assert words in said_at_first(LESSONS[slug])


def follows_losses_of_batches(lesson):
    """Whether a trace of a figure shows what the batches of the steps have lost."""
    figures = [slot.draw(lesson.settings()) for slot in lesson.figures]
    return any("batch_loss" in str(trace.meta) for figure in figures for trace in figure.data)


WITH_BATCHES = [lesson for lesson in LESSONS.values() if follows_losses_of_batches(lesson)]


def test_some_pages_show_losses_of_batches():
    assert len(WITH_BATCHES) >= 6


@pytest.mark.parametrize("lesson", WITH_BATCHES, ids=lambda lesson: lesson.slug)
def test_a_page_that_shows_losses_of_batches_says_that_they_are_those_before_the_step(lesson):
    said = said_at_first(lesson)
    assert "before the step" in said or "before its step" in said


@pytest.mark.parametrize("letter", ["D(", "D_{", "\\mathrm{D}"])
def test_the_divergence_has_no_name_that_an_outcome_has(letter):
    assert letter not in said_at_first(LESSONS["entropy"])
