"""A lecture room without internet: what the browser asks for, it asks this server for."""

from tests.browser import Page


def test_a_page_loads_nothing_from_another_machine(page: Page) -> None:
    page.open("/lab")
    assert page.loaded()
    assert [address for address in page.loaded() if not address.startswith((page.address, "data:", "blob:"))] == []
