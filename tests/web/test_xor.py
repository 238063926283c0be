FIGURES = {"xor-diagram": "y", "xor-log-surface": "z", "xor-hidden": "z"}
"""The figure and the attribute that its traces move."""


def shown(page, figure, attribute):
    page.run("document.getElementById(arguments[0]).scrollIntoView({block: 'center'})", figure)
    page.wait_for(
        lambda: not page.run("return window.nnviz.inspect().animator.stale.has(arguments[0])", figure), figure
    )
    return [trace.get(attribute) for trace in page.figure(figure)["data"]]


def at_step(page, step):
    page.set_value("timeline", step)
    page.wait_for(lambda: page.text("xor-step") == str(step), f"step {step}")
    page.wait_for(lambda: not page.run("return window.nnviz.inspect().playback.pending"), "the frame itself")
    return {figure: shown(page, figure, attribute) for figure, attribute in FIGURES.items()}


def test_diagram_and_surfaces_follow_the_timeline_forth_and_back(page):
    page.open("/xor?step=60")
    page.wait_for(lambda: page.text("xor-step") == "60", "step 60")
    late, early = at_step(page, 59), at_step(page, 3)
    assert {figure for figure in FIGURES if late[figure] != early[figure]} == set(FIGURES)
    assert at_step(page, 59) == late
    assert page.console() == []
