"""The browser gets a part of Plotly, in two scripts: it has to be of the version that draws on the server.

That it knows every trace is tested where all pages are drawn (tests/lessons/test_all_lessons.py).
"""

import json
import re

from plotly.offline import get_plotlyjs_version

from nnviz.web.document import ASSETS, PLOTLY, PLOTLY_IN_SPACE, address
from tests.serving import ROOT

RULES = """
const [script, style, done] = arguments, texts = sheet => [...sheet.cssRules].map(rule => rule.cssText);
const ours = [...document.getElementById("plotly.js-style-global").sheet.cssRules].find(rule => rule.href === style);
const {contentDocument} = document.body.appendChild(document.createElement("iframe"));
const element = Object.assign(contentDocument.createElement("script"), {src: script});
element.onload = () => done([
    texts(contentDocument.getElementById("plotly.js-style-global").sheet), texts(ours.styleSheet)]);
contentDocument.head.append(element);
"""
"""The rules that the bundle adds to a document of its own, and those that ours imports."""

BANNER = re.compile(r"plotly\.js v(\S+) \((.*?)\)")


def bundled():
    heads = [(ASSETS / path).read_text(encoding="utf-8")[:300] for path in (PLOTLY, PLOTLY_IN_SPACE)]
    (version, flat), (other, in_space) = (BANNER.search(head).groups() for head in heads)
    assert version == other
    return version, {*flat.split(", "), *in_space.split(", ")}


def test_the_bundle_is_of_the_version_that_the_server_draws_with():
    package = json.loads((ROOT / "plotly" / "package.json").read_text())
    assert bundled()[0] == get_plotlyjs_version() == package["dependencies"]["plotly.js"]


def test_the_browser_is_told_to_compile_what_opens_a_page_at_once():
    with (ASSETS / PLOTLY).open(encoding="utf-8") as file:
        assert file.readline() == "//# allFunctionsCalledOnLoad\n"


def test_the_browser_draws_with_the_bundle_and_loads_no_other_plotly(page):
    page.open("/gradient-descent")
    assert page.run("return Plotly.version") == get_plotlyjs_version()
    scripts = [address.split("?")[0] for address in page.loaded() if not address.split("?")[0].endswith(".css")]
    assert [address for address in scripts if "plotly" in address] == [
        f"{page.address}/assets/{path}" for path in (PLOTLY, PLOTLY_IN_SPACE)
    ]


def test_a_page_without_figures_in_space_does_not_load_what_draws_them(page):
    page.open("/odds")
    assert not [address for address in page.loaded() if PLOTLY_IN_SPACE in address]


def test_the_style_sheet_has_the_rules_that_the_bundle_would_add_by_itself(page):
    page.open("/gradient-descent")
    added, imported = page.driver.execute_async_script(RULES, address(PLOTLY), address("vendor/plotly.css"))
    assert len(added) > 50
    assert imported == added
