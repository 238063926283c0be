"""A page in another language stays in it: when settings change, in the link, and on the way to the next page."""

from tests.web.test_every_page import step_forward

PROSE = "odds--text"


def test_a_page_stays_in_the_language_that_its_link_names(page):
    page.open("/odds?lang=de")
    page.wait_for(lambda: page.text(PROSE).startswith("Drei Arten"), "the prose in German")
    assert page.run("return document.documentElement.lang") == "de"
    assert page.run("return document.title") == "Chancen und die Sigmoidfunktion · nnviz"
    page.run("document.querySelector('[data-preset=\"0\"]').click()")
    page.wait_for(lambda: "probability=0.5" in page.path(), "the link to follow")
    assert "lang=de" in page.path()
    page.wait_for(
        lambda: "0.5" in page.text(PROSE) and "0.8" not in page.text(PROSE).partition("Zum Ausprobieren")[0],
        "the numbers in the prose to follow",
    )
    assert page.text(PROSE).startswith("Drei Arten")
    page.run("document.querySelector('nav a[href^=\"/entropy\"]').click()")
    page.wait_for(lambda: page.path().startswith("/entropy?lang=de"), "the next page")
    page.wait_for(lambda: page.run("return !!document.getElementById('entropy--text')"), "its prose")
    assert page.run("return document.querySelector('.preset-group summary').textContent") == "Voreinstellungen"
    assert page.console() == []


def test_what_the_browser_says_is_in_the_language_of_the_page_and_stays_so_on_the_next(page):
    page.open("/xor?lang=de")
    step_forward(page)
    assert page.text("status").startswith("Angehalten bei Schritt ")
    page.run("document.querySelector('nav a[href^=\"/gradient-descent\"]').click()")
    page.wait_for(lambda: page.path().startswith("/gradient-descent?lang=de"), "the next page")
    page.wait_for(lambda: page.run("return nnviz.inspect().page?.lesson === 'gradient-descent'"), "its run")
    step_forward(page)
    assert page.text("status").startswith("Angehalten bei Schritt ")
    assert page.run("return document.getElementById('play').getAttribute('aria-label')") == "Abspielen"
    assert page.console() == []


def test_a_link_without_a_language_leads_to_a_page_in_the_same(page):
    page.open("/notebook?lang=de")
    page.wait_for(lambda: page.run("return !!document.querySelector('.live-table .group-head a')"), "a link")
    assert "lang=" not in page.run("return document.querySelector('.live-table .group-head a').href")
    page.run("document.querySelector('.live-table .group-head a').click()")
    page.wait_for(lambda: not page.path().startswith("/notebook"), "the next page")
    assert "lang=de" in page.path()
