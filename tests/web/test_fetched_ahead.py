"""The scripts of a lesson are fetched when somebody on the front page is about to open one, and not before."""

import json
import re

from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By

from nnviz.web.server import create_app
from tests.web.test_front_door import open_front

AHEAD = "return JSON.parse(document.getElementById('ahead').textContent)"
FETCHED = "return performance.getEntriesByType('resource').map(({ name }) => name.replace(location.origin, ''))"


def test_they_are_those_that_every_lesson_loads_in_their_order():
    client = create_app().server.test_client()
    ahead = json.loads(re.search('id="ahead">(.*?)</script>', client.get("/").text)[1])
    loaded = re.findall(r'<script src="([^"]+)"></script>', client.get("/odds").text)
    assert loaded[-len(ahead) :] == ahead
    assert any("plotly" in address for address in ahead)
    assert 'id="ahead"' not in client.get("/glossary").text


def test_a_pointer_on_the_way_to_a_lesson_fetches_them(page):
    open_front(page)
    ahead = page.run(AHEAD)
    assert not set(ahead) & set(page.run(FETCHED))
    ActionChains(page.driver).move_to_element(page.driver.find_element(By.CSS_SELECTOR, ".begin")).perform()
    page.wait_for(lambda: set(ahead) <= set(page.run(FETCHED)), "the scripts")
    assert page.console() == []
