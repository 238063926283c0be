"""Every term has a formula that is drawn, and a lesson that shows it; every lesson shows a term."""

from urllib.parse import parse_qsl

import pytest

from nnviz.page.registry import discover
from nnviz.web.formulas import mathml
from nnviz.web.front_door.terms import terms
from nnviz.web.links import starting_settings
from nnviz.web.server import create_app
from tests.web.test_formulas import untranslated

LESSONS = discover()
WITHOUT_FORMULA = {"notebook", "seed"}


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.anchor)
def test_a_term_is_shown_by_a_lesson_at_settings_that_it_understands(term):
    slug, _, query = term.shown.partition("?")
    said = dict(parse_qsl(query))
    settings = starting_settings(LESSONS[slug], said).as_text()
    assert {name: settings[name] for name in said if name in settings} == said
    assert set(said) <= {*settings, "step", "autoplay", "lead"}


def test_terms_have_places_of_their_own_and_are_called_differently():
    assert len({term.anchor for term in terms()}) == len(terms())
    assert len({term.de for term in terms()}) == len(terms())


def test_every_term_but_those_that_have_none_has_a_formula_that_is_drawn():
    for term in terms():
        assert bool(term.formula) == (term.name not in WITHOUT_FORMULA), term.name
        if term.formula:
            assert untranslated(mathml(term.formula, display=True)) == set(), term.name


def test_every_lesson_shows_a_term():
    assert {term.slug for term in terms()} == set(LESSONS)


@pytest.mark.parametrize("language", ["en", "de"])
def test_all_terms_stand_on_the_page(language):
    text = create_app().server.test_client().get(f"/glossary?lang={language}").text
    for term in terms():
        assert f'id="{term.anchor}"' in text
        assert term.called(language) in text
        assert term.says in text
