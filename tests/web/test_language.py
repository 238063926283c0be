"""The language of a page: `lang=` in the link, else the browser's, else English; the catalogue of the interface."""

import json
import re
import string
from pathlib import Path

import pytest

from nnviz.page.page import ENGLISH
from nnviz.page.registry import discover
from nnviz.web import catalogue as module
from nnviz.web.catalogue import IN_THE_BROWSER, LANGUAGES, catalogue, counted, for_browser, message, speaking
from nnviz.web.document import ASSETS
from nnviz.web.drawing import TEXT, answer, draw_page
from nnviz.web.language import named_language
from nnviz.web.page_config import page_config
from nnviz.web.server import create_app
from tests.web.asking import CALLBACKS, navigation

OTHERS = LANGUAGES[1:]
ODDS = discover()["odds"]
WEB = Path(module.__file__).parent


@pytest.fixture(scope="module")
def client():
    return create_app().server.test_client()


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_string_with_the_same_names_in_braces(language):
    assert set(catalogue(language)) == set(catalogue(ENGLISH))
    for key, text in catalogue(ENGLISH).items():
        assert names_in(catalogue(language)[key]) == names_in(text), key
        assert catalogue(language)[key].strip()


def test_every_string_that_the_interface_asks_for_is_in_the_catalogue():
    source = "".join(path.read_text(encoding="utf-8") for path in WEB.rglob("*.py"))
    asked = set(re.findall(r'message\(\s*"([^"]+)"', source))
    assert asked
    assert asked | keys_of_user_data() <= set(catalogue(ENGLISH))


def keys_of_user_data() -> set[str]:
    """What is said of a table: the keys stand where it is read, and `counted` has the words of one and of many."""
    source = "".join(path.read_text(encoding="utf-8") for path in (WEB.parent / "user_data").glob("*.py"))
    counted = set(re.findall(r'counted\(\s*"([^"]+)"', source))
    said = set(re.findall(r'"(table\.[a-z0-9-]+)"', source)) - counted
    assert said
    return said | {f"{key}-{number}" for key in counted for number in ("one", "many")}


MODULES = [path for path in ASSETS.rglob("*.mjs") if "vendor" not in path.parts]
KEYS = re.compile(r'"([a-z-]+\.[a-z0-9-]+)"')


def keys_of_modules() -> set[str]:
    """What the browser's modules ask the catalogue for; `counted` asks for the words of one thing and of many."""
    source = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    asked = {key for key in KEYS.findall(source) if key.partition(".")[0] in IN_THE_BROWSER}
    counted = set(re.findall(r'counted\(\s*"([^"]+)"', source))
    return (asked - counted) | {f"{key}-{number}" for key in counted for number in ("one", "many")}


def test_every_string_that_the_modules_ask_for_is_sent_to_the_browser():
    assert len(keys_of_modules()) > 50
    for language in LANGUAGES:
        assert keys_of_modules() <= set(for_browser(language))


def test_no_string_is_in_the_catalogue_that_nobody_asks_for():
    source = "".join(path.read_text(encoding="utf-8") for path in WEB.rglob("*.py"))
    asked = set(re.findall(r'"([a-z-]+\.[a-z0-9-]+)"', source)) | keys_of_modules() | keys_of_user_data()
    made = re.findall(r'f"([a-z-]+\.)\{', source)  # such as sections.{section}
    assert {key for key in catalogue(ENGLISH) if key not in asked and not key.startswith(tuple(made))} == set()


def test_every_section_of_the_navigation_has_a_name_in_the_catalogue():
    sections = {lesson.page.section for lesson in discover().values()}
    assert {f"sections.{section}" for section in sections} == {key for key in catalogue(ENGLISH) if "sections." in key}


def test_pages_are_translated_only_into_languages_of_the_interface():
    assert {language for lesson in discover().values() for language in lesson.page.translations} <= set(LANGUAGES)


def test_a_string_is_in_the_language_that_is_spoken_and_english_otherwise():
    with speaking("de"):
        assert message("playback.play") == "Abspielen"
        with speaking("xx"):
            assert counted("playback.steps-a-second", 5) == "5 steps/s"
        assert counted("playback.steps-a-second", 5) == "5 Schritte/s"
    assert message("playback.play") == "Play"
    with pytest.raises(KeyError):
        message("playback.nothing")


def test_one_thing_and_several_have_their_own_words():
    assert counted("playback.steps-a-second", 1) == "1 step/s"
    assert counted("playback.steps-a-second", 5000) == "5,000 steps/s"
    with speaking("de"):
        assert counted("playback.steps-a-second", 1) == "1 Schritt/s"


@pytest.mark.parametrize(
    ("named", "language"), [("de", "de"), ("DE-at", "de"), ("en", "en"), ("xx", ""), ("", ""), ("../de", "")]
)
def test_a_link_names_a_language_or_none(named, language):
    assert named_language({"lang": named}) == language


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [
        ("", "", "en"),
        ("", "de-AT,de;q=0.9,en;q=0.5", "de"),
        ("", "fr,de;q=0.8,en;q=0.5", "de"),
        ("", "fr", "en"),
        ("?lang=de", "en", "de"),
        ("?lang=en", "de", "en"),
        ("?lang=xx", "de", "de"),
    ],
)
def test_the_document_is_in_the_language_of_the_link_or_of_the_browser(client, query, accepted, language):
    answered = client.get(f"/odds{query}", headers={"Accept-Language": accepted} if accepted else {})
    title = {"en": "Odds and the sigmoid", "de": "Chancen und die Sigmoidfunktion"}[language]
    assert f'<html lang="{language}" ' in answered.text
    assert f'<meta property="og:title" content="{title} · nnviz">' in answered.text
    assert {"en": "Your data", "de": "Eigene Daten"}[language] in answered.text
    assert "Accept-Language" in answered.headers["Vary"]


def test_the_lessons_menu_keeps_the_language_that_the_link_names(client):
    assert 'href="/xor?lang=de"' in client.get("/odds?lang=de").text
    assert 'href="/xor"' in client.get("/odds", headers={"Accept-Language": "de"}).text


def opened(client, path: str, search: str, accepted: str) -> dict:
    """What Dash's pages answer when the browser opens an address."""
    answered = client.post(CALLBACKS, json=navigation(path, search), headers={"Accept-Language": accepted})
    assert answered.status_code == 200, answered.text
    return answered.json["response"]


@pytest.mark.parametrize(("search", "accepted"), [("?lang=de", "en"), ("", "de-DE")])
def test_a_translated_page_has_its_title_and_its_prose_in_that_language(client, search, accepted):
    answered = opened(client, "/odds", search, accepted)
    page = json.dumps(answered["_pages_content"]["children"], ensure_ascii=False)
    assert answered["_pages_store"]["data"]["title"] == "Chancen und die Sigmoidfunktion · nnviz"
    assert "Drei Arten zu sagen" in page
    assert "Regler" in page
    assert '"language": "de"' in page
    assert '"lang": "de"' in page


def test_a_page_without_a_translation_is_english_under_a_translated_interface(client):
    page = json.dumps(opened(client, "/entropy", "?lang=de", "en")["_pages_content"]["children"], ensure_ascii=False)
    assert "How much one outcome tells" in page
    assert "Voreinstellungen" in page
    assert '"lang": "en"' in page


def test_no_such_page_says_so_in_the_language_of_the_link(client):
    page = json.dumps(opened(client, "/nothing", "?lang=de", "en")["_pages_content"]["children"], ensure_ascii=False)
    assert "Diese Seite gibt es nicht" in page


def test_the_texts_are_drawn_for_each_language_and_the_figures_once_for_all():
    english, german = (draw_page(ODDS, ODDS.settings(), language=language) for language in ("en", "de"))
    assert english.texts[TEXT].startswith("<h2>Three ways")
    assert german.texts[TEXT].startswith("<h2>Drei Arten")
    assert all(german.figures[name] is figure for name, figure in english.figures.items())
    assert draw_page(ODDS, ODDS.settings(), language="xx") is english


def test_what_is_drawn_anew_is_in_the_language_of_the_page():
    with speaking("de"):
        language = page_config(ODDS, {})["language"]
    asked = {"lesson": "odds", "settings": {"probability": "0.5"}, "tags": {}, "language": language}
    assert answer(asked)["texts"][TEXT].startswith("<h2>Drei Arten")
