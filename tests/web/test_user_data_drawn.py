"""A page that a link opens on data of one's own: its pictures are of them, whenever each of them is drawn."""

import pytest

from nnviz.page.registry import discover
from nnviz.web.drawing import draw_page
from tests.web.own_data_dialog import LINE, WORDS, opened, paste, use
from tests.web.test_every_page import open_run

pytestmark = pytest.mark.usefixtures("empty_storage")


IN_SPACE = {"surface"}


def test_a_link_to_own_data_draws_every_figure_for_them_down_to_the_last(page):
    slug = "gradient-descent"
    opened(page, f"/{slug}")
    paste(page, LINE, "6 examples: “speed” to predict “distance”, a number.")
    use(page)
    words = page.run(WORDS)
    open_run(page, discover()[slug], "?data=your+own")
    page.wait_for(lambda: page.run(WORDS) == words, "the rows")
    page.wait_until_drawn()
    for name, figure in draw_page(discover()[slug], discover()[slug].settings.parse(words)).figures.items():
        for axis, given in figure["layout"].items():
            if axis in ("xaxis", "yaxis") and "range" in given and name not in IN_SPACE:
                kept = page.run("return nnviz.asDrawn(arguments[0]).layout[arguments[1]]", name, axis)
                assert (kept["title"]["text"], kept["range"]) == (given["title"]["text"], given["range"])
                assert page.figure(f"{slug}-{name}")["layout"][axis]["range"] == given["range"]
    assert page.console() == []
