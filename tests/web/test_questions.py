"""Predict first: a preset asks before it plays, explains afterwards, and a link can leave the questions out."""

from dataclasses import replace

from nnviz.page.registry import discover
from nnviz.web.page_config import page_config

LAB = discover()["lab"]
ASKING = next(place for place, preset in enumerate(LAB.presets) if preset.question)
QUESTION = LAB.presets[ASKING].question
VERDICT = "return document.querySelector('#question .verdict')?.textContent"


def press_preset(page, place):
    page.run(f"document.querySelector('[data-preset=\"{place}\"]').click()")


def answer(page, text):
    page.run(
        "[...document.querySelectorAll('#question button')].find(item => item.textContent === arguments[0]).click()",
        text,
    )


def verdict(page):
    return page.wait_for(lambda: page.run(VERDICT), "the explanation")


def test_a_link_can_hide_the_questions():
    asked = [preset["question"] for preset in page_config(LAB, {})["presets"]]
    assert asked[ASKING]["right"] == QUESTION.right
    for query in ({"hide": "questions"}, {"hide": "text,questions"}):
        assert not any(preset["question"] for preset in page_config(LAB, query)["presets"])


def test_a_preset_without_a_question_has_none_in_the_declaration():
    plain = replace(LAB, presets=(replace(LAB.presets[ASKING], question=None),))
    assert page_config(plain, {})["presets"][0]["question"] is None


def test_a_question_is_asked_before_the_run_and_explained_after_it(page):
    page.open("/lab")
    press_preset(page, ASKING)
    assert page.text("question").startswith(QUESTION.text)
    assert page.text("watch") == ""
    assert page.run("return nnviz.inspect().values") == LAB.presets[ASKING].settings.as_text()
    run = "const {step, playing} = nnviz.inspect().playback; return [step, playing]"
    page.wait_for(lambda: page.run(run) == [0, False], "the run to stand at its start")
    assert not page.find("lab--notice").is_displayed()
    answer(page, QUESTION.right)
    assert verdict(page) == f"Right. {QUESTION.because}"
    assert page.run("return nnviz.inspect().playback.step") >= min(QUESTION.after, 1)
    assert page.run("return nnviz.inspect().values") == LAB.presets[ASKING].settings.as_text()
    assert page.text("watch") == LAB.presets[ASKING].watch
    assert page.console() == []


def test_a_page_without_a_run_shows_its_preset_only_after_the_answer(page):
    place, preset = next((i, item) for i, item in enumerate(discover()["odds"].presets) if item.question)
    page.open("/odds?probability=0.3")
    press_preset(page, place)
    assert page.run("return nnviz.inspect().values.probability") == "0.3"
    answer(page, "Just show")
    assert verdict(page) == preset.question.because
    assert page.run("return nnviz.inspect().values") == preset.settings.as_text()
