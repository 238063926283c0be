"""The page of all terms: what each means, its formula, and a link to the lesson that shows it."""

from typing import Any

from dash import html

from nnviz.page.page import ENGLISH
from nnviz.page.registry import discover
from nnviz.web.addresses import below_prefix
from nnviz.web.catalogue import message, spoken
from nnviz.web.formulas import mathml
from nnviz.web.front_door.terms import Term, terms
from nnviz.web.language import in_language_of_request
from nnviz.web.static_html import Written

Component = Any


def glossary() -> list[Component]:
    """The content of the page; its sentences are English, the names of the terms those of the interface."""
    letters = sorted({_letter(term) for term in terms()})
    jumps = [html.A(letter, href=f"#{letter}") for letter in letters]
    return [
        html.H1(message("glossary.title")),
        html.P(message("glossary.about")),
        html.Nav(jumps, className="letters", **{"aria-label": message("glossary.letters")}),
        *(_of_letter(letter) for letter in letters),
    ]


def _letter(term: Term) -> str:
    return term.called(spoken())[0].upper()


def _of_letter(letter: str) -> Component:
    there = sorted(
        (term for term in terms() if _letter(term) == letter), key=lambda term: term.called(spoken()).lower()
    )
    return html.Section([html.H2(letter, id=letter), html.Dl([_entry(term) for term in there])])


def _entry(term: Term) -> Component:
    formula = [Written(html=mathml(term.formula, display=True))] if term.formula else []
    lesson = discover()[term.slug].page.in_language(spoken()).title
    address = in_language_of_request(below_prefix(f"/{term.shown}"))
    shown = html.P(html.A(message("glossary.shown", lesson=lesson), href=address), lang=spoken())
    name = term.called(spoken())
    other = [html.Span(f" {term.name}", lang=ENGLISH, className="quiet")] if name != term.name else []
    named = html.Dt([name, *other], id=term.anchor)
    return html.Div([named, html.Dd([html.P(term.says), *formula, shown], lang=ENGLISH)], className="term")
