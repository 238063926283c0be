"""A page in another language stays in it: when settings change, in the link, and on the way to the next page."""

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
