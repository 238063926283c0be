"""A page that is left leaves nothing behind: a lecture goes through many, and lasts two hours."""

from nnviz.page.registry import discover

COLLECT, METRICS = "HeapProfiler.collectGarbage", "Performance.getMetrics"

IS_OPEN = """
const [slug] = arguments;
return nnviz.inspect().page?.lesson === slug && document.getElementById(`${slug}--page`) !== null;
"""


def kept(page):
    """The nodes and listeners that the browser keeps, and the elements of the document."""
    for _ in range(2):
        page.driver.execute_cdp_cmd(COLLECT, {})
    metrics = page.driver.execute_cdp_cmd(METRICS, {})["metrics"]
    return {metric["name"]: metric["value"] for metric in metrics if metric["name"] in {"Nodes", "JSEventListeners"}}


def go_through(page, slugs):
    """Open pages one after another, by their links in the bar."""
    for slug in slugs:
        page.run("document.querySelector(`.bar nav a[href$='/${arguments[0]}']`).click()", slug)
        page.wait_for(lambda slug=slug: page.run(IS_OPEN, slug), f"the page {slug}")
        page.wait_until_drawn()


def test_pages_that_were_left_leave_no_nodes_and_listeners_behind(page):
    page.driver.execute_cdp_cmd("Performance.enable", {})
    slugs = [*discover()]
    page.open(f"/{slugs[-1]}")
    go_through(page, slugs)  # what is made once, such as what measures a text, is there after it
    before = kept(page)
    go_through(page, slugs)
    after = kept(page)
    assert after["Nodes"] <= 1.02 * before["Nodes"]
    assert after["JSEventListeners"] <= 1.02 * before["JSEventListeners"]
