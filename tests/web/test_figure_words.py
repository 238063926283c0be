"""The tools by the keyboard; what figures say in words, at the ends of their curves and for screen readers."""

import pytest
from selenium.webdriver.common.keys import Keys

ENDS = """
const plot = nnviz.plotIn(arguments[0]), { left, right, top, bottom } = plot.getBoundingClientRect();
const names = [...plot.querySelectorAll(".end-labels > line + text")];
const boxes = names.map((name) => name.getBoundingClientRect());
const isInside = (box) => box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
const isOff = (one, other) => one.bottom - other.top <= 4 || other.bottom - one.top <= 4;
const isApart = (box) => boxes.every((other) => other === box || isOff(box, other));
const legend = plot.querySelectorAll(".legend .legendtext").length;
return [names.map((name) => name.textContent), boxes.every(isInside), boxes.every(isApart), legend];
"""
FOCUS = "return document.activeElement.id"


def test_arrow_keys_go_through_the_tools_which_are_one_stop_of_the_tab_key(lab):
    lab.run("document.getElementById('tool-code').focus()")
    step = lab.run("return nnviz.inspect().playback.step")
    lab.driver.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    second = lab.run(FOCUS)
    assert second.startswith("tool-")
    assert second != "tool-code"
    lab.driver.switch_to.active_element.send_keys(Keys.END)
    assert lab.run(FOCUS) == "tool-keys"
    stops = "return [...document.querySelectorAll('#tools button')].filter(tool => tool.tabIndex === 0).map(e => e.id)"
    assert lab.run(stops) == ["tool-keys"]
    lab.driver.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    assert lab.run(FOCUS) == lab.run("return document.querySelector('#tools button').id")
    assert lab.run("return nnviz.inspect().playback.step") == step


def test_a_sentence_says_the_loss_that_the_numbers_say(lab):
    lab.click("step-forward")
    said = lab.wait_for(
        lambda: (text := lab.text("lab-loss--sentence")).startswith("At step 1: ") and text, "the sentence on step 1"
    )
    loss = lab.run(
        "const {frames, index} = nnviz.inspect().playback;"
        "return Number(frames.now('training_loss', index)[0].toPrecision(4)).toString()"
    )
    assert f"training {loss}" in said


@pytest.mark.parametrize(
    ("link", "figure", "names"),
    [
        ("/lab?step=60", "lab-loss", ["batch", "training", "validation"]),
        ("/dropout?step=60&lead=validation", "dropout-validation", ["dropout", "inverted", "without"]),
    ],
)
def test_curves_are_named_where_they_end_inside_the_figure_and_none_over_another(page, link, figure, names):
    page.open(link)
    page.wait_for(lambda: page.run("return nnviz.inspect().playback?.step >= 60"), "the step")
    page.wait_for(lambda: page.run(ENDS, figure)[0] == names, "the names")
    assert page.run(ENDS, figure) == [names, True, True, 0]
    place = "return document.querySelector('.end-labels text:last-child').getAttribute('y')"
    before = page.run(place)
    page.click("step-back")
    page.click("step-back")
    page.wait_for(lambda: page.run(place) != before, "a name that follows its curve")
    assert page.console() == []


def test_the_least_validation_loss_is_marked_and_on_a_phone_a_legend_stands_instead_of_names_at_the_ends(page, window):
    page.open("/lab?learning_rate=1&step=60")
    said = "return [...document.querySelectorAll('#lab-loss .end-labels text')].map((text) => text.textContent)"
    page.wait_for(lambda: len(page.run(said)) == 4, "the names and the mark")
    legend = "return [...document.querySelectorAll('#lab-loss .legendtext')].map((text) => text.textContent)"
    assert page.run(legend) == []
    losses = page.run("return [...nnviz.inspect().playback.frames.grown({y: 'validation_loss'}, 60).y]")
    least = min(range(len(losses)), key=losses.__getitem__)
    assert page.run(said)[0] == f"least validation loss {losses[least]:.4g}, step {least}"
    assert sorted(page.run(said)[1:]) == ["batch", "training", "validation"]
    window(390, 844)
    page.wait_for(lambda: page.run(legend), "a legend")
    assert sorted(page.run(legend)) == ["batch", "training", "validation"]
    assert page.run(said) == []
    assert page.console() == []
