"""A page that the browser translates: it puts every text into elements of its own, and the page goes on."""

from nnviz.page.registry import discover

TRANSLATE = """
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
while (texts.nextNode()) found.push(texts.currentNode);
for (const text of found) {
    if (!text.data.trim() || text.parentElement.closest("script, style, svg, option, textarea")) continue;
    const outer = document.createElement("font"), inner = document.createElement("font");
    inner.textContent = text.data.toUpperCase();
    outer.append(inner);
    text.replaceWith(outer);
}
"""
"""What Chrome and Edge do; React does not find its texts where it left them."""


def test_a_translated_page_follows_its_controls_and_shows_other_sentences(page):
    page.open("/odds")
    page.run(TRANSLATE)
    page.set_value("odds-probability", 3)
    page.wait_until_drawn()
    chosen = page.text("odds-probability-value")
    page.run("document.querySelector('[data-preset]:not(.asks)').click()")
    page.wait_for(lambda: page.text("odds-probability-value") != chosen, "the preset")
    page.wait_until_drawn()
    place = page.run("return Number(document.querySelector('[data-preset][aria-current]').dataset.preset)")
    assert page.text("watch") == discover()["odds"].presets[place].watch
    assert page.console() == []


def test_a_translated_page_plays_and_changes_its_reasons(page):
    page.open("/lab")
    page.run(TRANSLATE)
    page.click("play")
    page.wait_for(lambda: page.run("return nnviz.inspect().playback.step") > 5, "steps")
    page.set_value("lab-model", "network")
    page.wait_for(lambda: page.text("lab-dropout_rate-why") == "", "the reason to go")
    page.wait_until_drawn()
    assert page.run("return nnviz.inspect().values.model") == "network"
    assert page.console() == []
