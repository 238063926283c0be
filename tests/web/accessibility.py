"""What axe (axe/axe.min.js, version 4.10.3, Mozilla Public License 2.0) finds on a page.

The library is a file of the tests, so that they need no network and always check the same rules.
"""

from pathlib import Path

from tests.browser import Page

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(found => done(found.violations.map(violation => ({
    rule: violation.id, impact: violation.impact, where: violation.nodes.map(node => node.html.slice(0, 200))}))));
"""


def violations(page: Page) -> list[dict[str, object]]:
    """The serious and critical violations on the page as it stands, each with its rule and where it is."""
    if not page.run("return !!window.axe"):
        page.run(AXE)
    found = page.driver.execute_async_script(RUN)
    return [violation for violation in found if violation["impact"] in {"serious", "critical"}]
