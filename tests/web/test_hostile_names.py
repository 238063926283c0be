"""Names of columns that are markup: on no page do they become a link, a formula or a template."""

import re

import orjson
import pytest

from nnviz.page.registry import discover
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.web.drawing import draw_page
from tests.user_data.tables import own_text

LINKS = ('<a href="//evil.example">x</a>', "`[x](//evil.example)", r"$\href{//evil.example}{x}$")

PAGES = [
    (lesson, name, control)
    for lesson in discover().values()
    for name, control in lesson.settings.controls().items()
    if isinstance(control, UserData)
]


def rows(control, name):
    """Rows that the page takes, all columns named alike but for a number."""
    n_features = control.n_features[-1]
    head, *lines = own_text(control.tasks[-1], n_features).split("\n")
    names = [f"{name}{place}" for place in range(n_features + 1)]
    return "\n".join([",".join([head.split(",")[0], *names]), *lines])


@pytest.mark.parametrize("name", LINKS)
@pytest.mark.parametrize(("lesson", "field", "control"), PAGES, ids=[lesson.slug for lesson, _, _ in PAGES])
def test_a_name_is_no_link_in_any_figure_and_in_no_text(lesson, field, control, name):
    settings = lesson.settings.parse({"data": OWN_DATA, field: rows(control, name)})
    assert getattr(settings, field), "the page takes these rows"
    drawn = draw_page(lesson, settings)
    figures = orjson.dumps(dict(drawn.figures)).decode()
    assert "<a" not in figures
    assert r"$\\href" not in figures
    for text in drawn.texts.values():
        assert "evil" not in re.sub(r"<code>[^<]*</code>", "", text)


def test_some_figures_show_the_names():
    lesson, field, control = PAGES[0]
    drawn = draw_page(lesson, lesson.settings.parse({"data": OWN_DATA, field: rows(control, LINKS[0])}))
    assert "&lt;a href" in orjson.dumps(dict(drawn.figures)).decode()


TITLES = (
    "return [...document.querySelectorAll('.js-plotly-plot .xtitle, .js-plotly-plot .ytitle')].map(t => t.textContent)"
)


def test_on_an_axis_in_the_browser_a_name_is_read_as_it_is_written(page):
    _, field, control = next(found for found in PAGES if found[0].slug == "lab")
    page.open("/lab")
    page.run("localStorage.setItem('nnviz:' + arguments[0], arguments[1])", field, rows(control, LINKS[0]))
    page.open(f"/lab?data={OWN_DATA}")
    page.wait_for(lambda: f"{LINKS[0]}0" in page.run(TITLES), "the name on an axis")
    assert page.run("return document.querySelectorAll('.js-plotly-plot a[*|href]').length") == 0
    page.run("localStorage.clear()")
