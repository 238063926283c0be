"""The modules of the front end: each is loaded once and kept for ever, none imports itself by way of others."""

import json
import re
from graphlib import TopologicalSorter
from urllib.parse import urlsplit

from nnviz.web.document import (
    ASSETS,
    FRONT,
    LAYERS,
    MAIN,
    OFFLINE,
    address,
    import_map,
    imported,
    modules,
    reached_from,
    styles,
)
from nnviz.web.server import create_app

THE_FACADE = "js/testing.mjs"
IMPORTED_STYLES = """
const [first, ...others] = document.getElementById("plotly.js-style-global").sheet.cssRules;
const imports = others.filter(rule => rule instanceof CSSImportRule);
return [[...first.nameList], ...imports.map(rule => [rule.styleSheet && rule.href, rule.layerName])];
"""


def test_every_module_is_reached_from_one_that_a_page_names_and_there_is_no_cycle():
    graph = {path: imported(path) for path in modules()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(graph)
    assert {*reached_from(MAIN), *reached_from(FRONT), *reached_from(OFFLINE)} == {*graph}
    assert {name for names in graph.values() for name in names} == {*graph} - {MAIN, FRONT, OFFLINE}


def test_there_is_no_global_of_ours_beside_the_one_for_tests():
    texts = {path: (ASSETS / path).read_text(encoding="utf-8") for path in modules()}
    assert [path for path, text in texts.items() if re.search(r"\b(window|globalThis)\.nnviz\b", text)] == [THE_FACADE]


def test_the_import_map_leads_to_addresses_that_name_the_content():
    client = create_app().server.test_client()  # first, since addresses begin with the application's prefix
    leads = json.loads(import_map())["imports"]
    assert leads == {f"/assets/{path}": address(path) for path in modules()}
    with client.get(leads["/assets/main.mjs"]) as response:
        assert response.status_code == 200
        assert response.mimetype.endswith("/javascript")
        assert "immutable" in response.headers["Cache-Control"]


def test_a_page_loads_every_module_once_at_an_address_that_can_be_kept(page):
    page.open("/lab")
    loaded = [urlsplit(name) for name in page.loaded() if name.endswith(".mjs") or ".mjs?" in name]
    assert sorted(part.path for part in loaded) == sorted(f"/assets/{path}" for path in reached_from(MAIN))
    assert {f"{part.path}?{part.query}" for part in loaded} == {address(path) for path in reached_from(MAIN)}
    assert page.console() == []


def test_what_dash_asks_first_is_asked_once_and_before_its_scripts_are_there(page):
    page.driver.execute_cdp_cmd("Network.clearBrowserCache", {})  # another test of this browser has had the scripts
    page.open("/odds?probability=0.3")
    entries = page.run("return performance.getEntriesByType('resource').map(({name, startTime}) => [name, startTime])")
    names = [name.split("?")[0].rpartition("/")[2] for name, _ in entries]
    for question in ("_dash-layout", "_dash-dependencies", "_dash-update-component"):
        assert names.count(question) == 1, question
    asked = next(start for name, start in entries if name.endswith("_dash-update-component"))
    assert asked < page.run(
        "return performance.getEntriesByName(arguments[0])[0].responseEnd", entries_of_plotly(entries)
    )


def entries_of_plotly(entries):
    """The address of the script that is the last to be there."""
    return next(name for name, _ in entries if "plotly.min.js" in name)


def test_every_style_sheet_is_in_the_layer_of_its_folder_and_none_is_in_no_layer(page):
    page.open("/odds")
    declared, *imported = page.run(IMPORTED_STYLES)
    assert declared == list(LAYERS)
    assert imported == [[address(path), path.split("/")[-2]] for path in styles()]
    assert {layer for _, layer in imported} == set(LAYERS)
    assert page.console() == []
