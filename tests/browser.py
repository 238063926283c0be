"""A page of the dashboard in headless Chrome, with the few things a test does to it and reads from it."""

import json
import shutil
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from dash.testing.browser import Browser
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

PATIENCE = 20.0
"""Seconds after which something that should appear on a page counts as missing."""

OPTIONS = (
    "--headless=new",
    "--window-size=1280,800",
    "--no-sandbox",  # containers and continuous integration run as root
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

WITHOUT_SPACE = ("--disable-3d-apis",)
"""No WebGL: drawing figures in space in software takes more than half of the time of a page that has one."""

WITH_SPACE = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
"""WebGL in software, so that figures in space are drawn on a machine without a graphics card."""

BLANK = "about:blank"

ADVICE = ("GL Driver Message", "willReadFrequently")
"""Chrome's advice on speed: to its own software rendering, and to Plotly's measuring of text for 3D axes."""

WHEN_DRAWN = """
const opened = () => !!document.getElementById(`${nnviz.inspect().page?.lesson}--page`);
const root = document.querySelector("#react-entry-point");
return document.readyState === "complete" && !!root && !root.querySelector("._dash-loading")
    && (!root.querySelector("main.lesson") || opened()) && !window.nnviz?.isDrawing()
    && !document.querySelector("[data-dash-is-loading='true']") && root.childElementCount > 0
    && document.querySelector("#_pages_content")?.childElementCount > 0
    && [...document.querySelectorAll(".dash-graph")].every(
        graph => graph.querySelector(".js-plotly-plot")?._fullLayout);
"""

SET_VALUE = """
const [element, value] = arguments;
Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value").set.call(element, value);
for (const kind of ["input", "change"]) element.dispatchEvent(new Event(kind, {bubbles: true}));
"""

FIGURE = """
const plot = document.getElementById(arguments[0])?.querySelector(".js-plotly-plot");
if (!plot?._fullLayout) return null;
const plain = (key, value) => ArrayBuffer.isView(value) ? Array.from(value) : value;
return JSON.stringify({data: plot.data, layout: plot.layout}, plain);
"""


def chrome_options(*, in_space: bool = False) -> ChromeOptions:
    """Headless Chrome that keeps everything a page writes to its console, with figures in space or without."""
    options = ChromeOptions()
    for option in (*OPTIONS, *(WITH_SPACE if in_space else WITHOUT_SPACE)):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return options


class HeadlessChrome(Browser):
    """The browser of dash.testing with these options, which waits for nothing that it was not told to wait for.

    It is driven by the chromedriver on the PATH. Used with `with`, it is closed at the end.
    """

    def __init__(self, *, in_space: bool = False) -> None:
        self.chrome_options = chrome_options(in_space=in_space)
        super().__init__("Chrome", wait_timeout=int(PATIENCE), percy_run=False)
        self.driver.implicitly_wait(0)

    def get_webdriver(self) -> Chrome:
        """Chrome with our options alone: those of dash.testing keep no warnings, and turn off drawing in space."""
        return Chrome(options=self.chrome_options, service=Service(shutil.which("chromedriver")))


class Page:
    """One browser window on the server at `address`; components are named by their id."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.driver = browser.driver
        self.address = address

    def clear(self) -> None:
        """Leave what is there: nothing is loaded, and the console is empty.

        The page itself goes, so Chrome keeps its process and what that has compiled: a third of the next page's time.
        """
        if self.driver.current_url != BLANK:
            self.run("location.replace(arguments[0])", BLANK)
            self.wait_for(lambda: self.driver.current_url == BLANK, "the empty page")
        self.driver.get_log("browser")

    def open(self, path: str) -> None:
        """Load a path such as `/lab?seed=3` and wait until the page and its figures are drawn."""
        self.driver.get(self.address + path)
        self.wait_until_drawn()

    def reload(self) -> None:
        """Load the link in the address bar again."""
        self.driver.refresh()
        self.wait_until_drawn()

    def wait_until_drawn(self) -> None:
        """Wait until the page has loaded, no callback is under way, and every figure is drawn."""
        self.wait_for(lambda: self.run(WHEN_DRAWN), "the page to be drawn")

    def wait_for(self, condition: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
        """The first true value of `condition()`; an AssertionError with `what` and the console when there is none."""
        begun = time.monotonic()
        while (waited := time.monotonic() - begun) < patience:
            if value := condition():
                return value
            time.sleep(min(0.01 + waited / 10, 0.2))  # whoever asks all the time takes it from the page that is at work
        raise AssertionError(f"waited in vain for {what}; the console says {self.console()}")

    def path(self) -> str:
        """What the address bar shows behind the server's address, query included."""
        parts = urlsplit(self.driver.current_url)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    def find(self, component: str) -> WebElement:
        """The element with this id, waiting for it to be there."""
        return self.wait_for(lambda: self.driver.find_elements(By.ID, component), f"#{component}")[0]

    def click(self, component: str) -> None:
        """Click a component."""
        self.find(component).click()

    def text(self, component: str) -> str:
        """The text a component shows, stripped; also where it is scrolled out of view."""
        return self.run(
            "const [e] = arguments; return e.matches('input') ? e.value : e.textContent", self.find(component)
        ).strip()

    def value(self, component: str) -> str:
        """The value of an input: a slider's position, the word chosen."""
        return self.run("return arguments[0].value", self.find(component))

    def set_value(self, component: str, value: object) -> None:
        """Move a slider to a position or choose a word, as one change."""
        self.run(SET_VALUE, self.find(component), str(value))

    def figure(self, component: str) -> dict[str, Any]:
        """The figure on the screen as Plotly holds it: its `data` and its `layout`, typed arrays as lists."""
        return json.loads(self.wait_for(lambda: self.run(FIGURE, component), f"figure #{component}"))

    def run(self, script: str, *arguments: object) -> Any:
        """Run JavaScript in the page and return what it returns."""
        return self.driver.execute_script(script, *arguments)

    def console(self) -> list[str]:
        """Warnings and errors that the page has written to its console since this was asked last."""
        entries = self.driver.get_log("browser")
        loud = [entry["message"] for entry in entries if entry["level"] in {"WARNING", "SEVERE"}]
        return [message for message in loud if not any(advice in message for advice in ADVICE)]

    def loaded(self) -> list[str]:
        """The addresses of everything that the page has loaded or asked for."""
        return self.run("return performance.getEntriesByType('resource').map(entry => entry.name)")
