"""The tools by the keyboard; a figure's numbers as they follow the page."""

from selenium.webdriver.common.keys import Keys

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
    assert lab.run(FOCUS) == "tool-code"
    assert lab.run("return nnviz.inspect().playback.step") == step


def test_a_sentence_says_the_loss_that_the_numbers_say(lab):
    lab.click("step-forward")
    said = lab.wait_for(
        lambda: (text := lab.text("lab-loss-now")).startswith("At step 1: ") and text, "the sentence on step 1"
    )
    loss = lab.run(
        "const {frames, index} = nnviz.inspect().playback;"
        "return Number(frames.now('training_loss', index)[0].toPrecision(4)).toString()"
    )
    assert f"training {loss}" in said
