"""A folder in the room of lessons is a lesson: nothing else has to be told of it."""

import shutil
import sys
from pathlib import Path

import pytest

import nnviz.lessons
from nnviz.page.registry import discover
from nnviz.web.drawing import TEXT, draw_page
from nnviz.web.layout import page
from nnviz.web.page_config import page_config

LESSONS = Path(nnviz.lessons.__file__).parent


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """The folder of a copy of `odds` under another name, with a title of its own, where lessons are looked for."""
    folder = tmp_path / "chances"
    shutil.copytree(LESSONS / "odds", folder, ignore=shutil.ignore_patterns("__pycache__", "page.de.md"))
    for module in folder.glob("*.py"):
        module.write_text(module.read_text(encoding="utf-8").replace("lessons.odds", "lessons.chances"), "utf-8")
    prose = (folder / "page.md").read_text(encoding="utf-8")
    (folder / "page.md").write_text(prose.replace('"Odds and the sigmoid"', '"Chances"'), encoding="utf-8")
    monkeypatch.setattr(nnviz.lessons, "__path__", [*nnviz.lessons.__path__, str(tmp_path)])
    yield folder
    for name in [name for name in sys.modules if name.startswith("nnviz.lessons.chances")]:
        del sys.modules[name]
    del nnviz.lessons.chances


def test_a_copied_folder_is_a_page_with_pictures_text_and_presets_of_its_own(copied):
    found = discover.__wrapped__()
    assert set(found) == {*discover(), "chances"}
    chances, odds = found["chances"], discover()["odds"]
    assert chances.title == "Chances"
    assert chances.settings is not odds.settings
    drawn = draw_page(chances, chances.settings())
    assert set(drawn.figures) == {slot.name for slot in odds.figures}
    assert drawn.texts[TEXT] == draw_page(odds, odds.settings()).texts[TEXT]
    assert len(page_config(chances, {})["presets"]) == len(odds.presets)
    assert page(chances, {}).attributes["id"] == "chances--page"
