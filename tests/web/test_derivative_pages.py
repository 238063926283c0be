"""What is special to the pages on derivatives: an expression that is typed, numbers that move on a diagram."""

import pytest

from nnviz.page.registry import discover
from tests.web.test_every_page import LENGTH, STEP, open_run, step_forward

LESSONS = discover()
AUTODIFF, NEURONS, BACKPROPAGATION = (
    LESSONS[slug] for slug in ("automatic-differentiation", "neurons", "backpropagation")
)
GRADIENT = "const p = nnviz.inspect().playback; return Array.from(p.frames.now('gradient', p.index))"


def type_expression(page, text):
    box = page.find("automatic-differentiation-expression")
    box.clear()
    box.send_keys(text + "\n")


def values(page, slug, figure, name):
    """The trace of that name as it is on the screen, None while there is none."""
    traces = page.figure(f"{slug}-{figure}")["data"]
    return next((trace for trace in traces if trace.get("name") == name), None)


def test_a_typed_expression_becomes_a_graph_whose_last_step_knows_its_derivatives(page):
    open_run(page, AUTODIFF)
    type_expression(page, "x^2*y")
    page.wait_for(lambda: "expression=x" in page.path(), "the expression in the link")
    page.wait_for(lambda: page.run(LENGTH) == 6, "two operations, the seed, and what they pass on")
    page.run("nnviz.inspect().playback.seek(99)")
    x, y = 1.5, 0.5
    page.wait_for(lambda: page.run(GRADIENT) == pytest.approx([2 * x * y, x * x]), "the derivatives of the last step")

    def drawn():
        shown = values(page, "automatic-differentiation", "graph", "derivative of f")
        return any(number == pytest.approx(2 * x * y) for number in (shown or {"customdata": []})["customdata"])

    page.wait_for(drawn, "the derivative in the graph")


def test_what_is_not_understood_gets_a_sentence_and_the_page_goes_on(page):
    open_run(page, AUTODIFF)
    for text in ("x.real", "open(x)", "9^9^9", "x +"):
        type_expression(page, text)
        page.wait_for(lambda: page.text("automatic-differentiation--notice"), f"a sentence on {text}")
        type_expression(page, "x*y")
        page.wait_for(lambda: not page.text("automatic-differentiation--notice"), "the sentence to go")
    assert page.console() == []


def test_moving_an_input_keeps_the_step_and_moves_the_numbers(page):
    open_run(page, AUTODIFF, "?step=7")
    page.wait_for(lambda: page.run(STEP) == 7, "step 7")
    before = page.run(GRADIENT)
    page.set_value("automatic-differentiation-y", 50)
    page.wait_for(lambda: page.run(LENGTH) > 1 and page.run(GRADIENT) != before, "other derivatives")
    assert page.run(STEP) == 7


def test_the_weight_slider_turns_the_neuron_s_curve_over(page):
    open_run(page, NEURONS)

    def rise():
        y = values(page, "neurons", "neuron", "fit")["y"]
        return y[-1] - y[0]

    page.wait_for(lambda: len(values(page, "neurons", "neuron", "fit")["y"]) > 1 and rise() > 0, "the rising curve")
    page.set_value("neurons-weight", 0)
    page.wait_for(lambda: rise() < 0, "the falling curve")


def test_every_step_of_training_moves_the_numbers_on_the_diagram(page):
    open_run(page, BACKPROPAGATION)
    weights = "const p = nnviz.inspect().playback; return Array.from(p.frames.now('gradient_values', p.index))"
    for _ in range(3):
        step_forward(page)
        trained = pytest.approx(page.run(weights))
        page.wait_for(
            lambda trained=trained: values(page, "backpropagation", "diagram", "gradient")["customdata"] == trained,
            "the gradient on the diagram",
        )
    assert page.console() == []
