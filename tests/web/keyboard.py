"""Keys pressed in a page, wherever the focus is."""

from selenium.webdriver import ActionChains

from tests.browser import Page


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        ActionChains(page.driver).send_keys(key).perform()
