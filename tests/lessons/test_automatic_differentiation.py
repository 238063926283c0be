import numpy as np
import pytest

from nnviz.core.autodiff.expressions import FUNCTIONS, MOST_NODES, OPERATORS
from nnviz.core.autodiff.reverse_mode import RULES
from nnviz.lessons.automatic_differentiation import LESSON
from nnviz.lessons.automatic_differentiation.descents import TASKS, descents
from nnviz.lessons.automatic_differentiation.graph import COMPLETE, MOST_STEPS, Computation, checked, computation
from nnviz.lessons.automatic_differentiation.rules import LOCAL, SYMBOLS
from nnviz.lessons.automatic_differentiation.settings import EXAMPLES, TYPED, AutodiffSettings
from nnviz.runs.protocol import StepBudget

each_example = pytest.mark.parametrize("example", EXAMPLES)


@each_example
def test_the_derivatives_of_every_example_agree_with_finite_differences(example):
    settings = AutodiffSettings(example=example)
    for automatic, numeric in checked(settings, computation(settings)).values():
        assert automatic == pytest.approx(numeric, rel=1e-8, abs=1e-9)


@each_example
def test_every_example_ends_with_all_its_values_and_derivatives(example):
    settings = AutodiffSettings(example=example)
    chunk = LESSON.run.resume(settings, LESSON.run.start(settings).checkpoint, StepBudget(MOST_STEPS))
    assert chunk.ending == COMPLETE
    assert np.isfinite(chunk.frames["value_y"][-1]).all()
    expected = {name: slope for name, (slope, _) in checked(settings, computation(settings)).items()}
    np.testing.assert_allclose(sorted(chunk.frames["gradient"][-1]), sorted(expected.values()), rtol=1e-12)


def test_the_sentence_of_a_backward_step_says_the_product_and_the_rule():
    rules = computation(AutodiffSettings(expression="x*y", x=2.0, y=3.0)).drawn.rules
    assert "Forward: x * y = 6" in rules
    assert rules[-1].split("<br>") == [
        "Backward from x * y:",
        "x receives 1 · 3 = 3    (slope: q)",
        "y receives 1 · 2 = 2    (slope: p)",
    ]


def test_a_square_written_as_a_product_names_both_slopes():
    rules = computation(AutodiffSettings(expression="x*x", x=2.0)).drawn.rules
    assert [line[-9:] for line in rules[-1].split("<br>")[1:]] == ["slope: q)", "slope: p)"]


def test_every_operation_that_can_be_typed_has_a_symbol_and_a_rule_in_words():
    typed = {*OPERATORS.values(), *(operation for operation, _ in FUNCTIONS.values()), "negative"}
    assert set(SYMBOLS) == set(LOCAL) == typed
    assert all(len(LOCAL[operation]) == len(RULES[operation].derivatives) for operation in typed)


@pytest.mark.parametrize("model", TASKS)
def test_the_descent_whose_gradient_nobody_derived_reaches_the_same_weights(model):
    both = descents(model, 0.1, 0)
    np.testing.assert_allclose(both.automatic, both.derived, rtol=1e-12, atol=1e-12)
    assert both.derived_loss[-1] < both.derived_loss[0]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("x.__class__", "a dot after a name"),
        ("import os", "Not understood"),
        ("x" * 10_000, "more than 300"),
        ("9^9^9", "exponent"),
        ("log(x - x)", "no finite value"),
        ("max(x, 1/0)", "no finite value"),
        ("(x - x)^0.5", "slope"),
    ],
)
def test_what_cannot_be_computed_gets_a_sentence_and_a_page_without_a_run(text, part):
    settings = AutodiffSettings.parse({"expression": text})
    assert part in LESSON.notice(settings)
    LESSON.summary(settings)
    start = LESSON.run.start(settings)
    chunk = start.then(LESSON.run.resume(settings, start.checkpoint, StepBudget(50)))
    assert chunk.ending == COMPLETE or "step" in chunk.frames


def test_an_expression_that_is_not_understood_is_not_said_to_be_complete():
    settings = AutodiffSettings(expression="x +")
    assert (
        "nothing to compute" in LESSON.run.resume(settings, LESSON.run.start(settings).checkpoint, StepBudget(5)).ending
    )


def test_a_chosen_example_greys_out_the_box_and_unused_inputs_are_greyed_out():
    assert "expression" in LESSON.disabled_reasons(AutodiffSettings(example="a neuron"))
    assert set(LESSON.disabled_reasons(AutodiffSettings(example=TYPED))) == {"w", "b", "v"}


def test_the_most_steps_are_enough_for_the_most_nodes():
    assert 2 * MOST_NODES + 1 <= MOST_STEPS
    product = "*".join(f"({'+'.join(f'{part}({name})' for name in 'xywbv')})" for part in ("sin", "cos", "exp"))
    longest = computation(AutodiffSettings(expression=product))
    assert isinstance(longest, Computation)
    assert MOST_NODES - 6 <= len(longest.sweeps.nodes) <= MOST_NODES
    assert longest.sweeps.n_steps <= MOST_STEPS


@pytest.mark.parametrize(
    ("expression", "x", "said"),
    [
        ("relu(x)", 0.0, "along x the slope is 0 from below and 1 from above, and the backward sweep gives 0."),
        ("abs(x)", 0.0, "along x the slope is −1 from below and 1 from above, and the backward sweep gives 0."),
        ("abs(3*x - 0.3)", 0.1, "along x the slope is −3 from below and 3 from above"),
        ("1000000000 + x", 0.3, "agree to"),
        ("sigmoid(1000*x)", 0.0, "agree to"),
        ("x*abs(x)", 0.0, "agree to"),
        ("abs(x)", 1.1, "agree in all digits"),
        ("x^2", 0.0, "agree in all digits"),
        ("x^0", 0.0, "agree in all digits"),
        ("log(x)", 0.0, "nothing to compare"),
        ("1/x", 0.0, "nothing to compare"),
    ],
)
def test_what_is_said_of_the_check_is_so_at_kinks_and_where_nothing_is_finite(expression, x, said):
    settings = LESSON.settings(example=TYPED, expression=expression, x=x)
    assert said in LESSON.summary(settings)
    assert "nan" not in LESSON.summary(settings)
    assert "inf" not in LESSON.summary(settings)
    assert "slope" not in LESSON.notice(settings)


@pytest.mark.parametrize(
    ("expression", "steep"), [("x^0.5", "x^0.5"), ("(x - x)^0.5", "(x - x)^0.5"), ("y*abs(x)^0.3", "abs(x)^0.3")]
)
def test_where_a_slope_is_not_finite_the_page_says_which(expression, steep):
    said = LESSON.notice(LESSON.settings(example=TYPED, expression=expression, x=0.0))
    assert said.startswith(f"The slope of {steep} is not finite")


def test_the_sentence_at_a_kink_of_max_says_the_half_that_is_passed_on():
    at_the_kink = computation(AutodiffSettings(expression="max(x, y)", x=1.0, y=1.0)).drawn.rules[-1]
    assert "x receives 1 · 0.5 = 0.5    (slope: 1 where p > q, ½ where p = q, else 0)" in at_the_kink


@pytest.mark.parametrize("seed", range(0, 40, 10))
def test_two_descents_whose_rounding_grew_are_not_said_to_agree(seed):
    for rate in (0.1, 1.0):
        settings = AutodiffSettings(learning_rate=rate, seed=seed)
        apart = descents("network", rate, seed).apart
        said = "agree in every weight" if apart < 1e-12 else f"come up to {apart:.1g} apart"
        assert said in LESSON.summary(settings)


def test_two_linear_descents_that_diverge_are_said_to():
    settings = AutodiffSettings(model="linear regression", learning_rate=1.0)
    both = descents("linear regression", 1.0, 0)
    assert not np.isfinite(both.automatic[-1]).all() or not np.isfinite(both.derived[-1]).all()
    assert "both diverge at this learning rate" in LESSON.summary(settings)
