"""The language of a request: `lang=` in its link, else the browser's first one that there is, else English."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from flask import has_request_context, request

from nnviz.page.page import ENGLISH
from nnviz.web.catalogue import LANGUAGES

IN_LINKS = "lang"
"""The word of a link that names the language."""

_SEARCH = {"id": "_pages_location", "property": "search"}


def language_of(query: Mapping[str, str]) -> str:
    """The language for the query of a link, asked for in the request that is being answered."""
    named = named_language(query)
    if named or not has_request_context():
        return named or ENGLISH
    return request.accept_languages.best_match(LANGUAGES) or ENGLISH


def named_language(query: Mapping[str, str]) -> str:
    """The language that a link names, if there is such a one: `de` for `lang=de` and for `lang=de-AT`."""
    named = query.get(IN_LINKS, "").strip().lower().partition("-")[0]
    return named if named in LANGUAGES else ""


def in_language_of_request(address: str) -> str:
    """The address of another page; a language that the link of this page names is the next page's too."""
    named = named_language(query_of_request()) if has_request_context() else ""
    if not named:
        return address
    page, hash_sign, place = address.partition("#")
    return f"{page}{'&' if '?' in page else '?'}{IN_LINKS}={named}{hash_sign}{place}"


def query_of_request() -> dict[str, str]:
    """The query of the page's address: of a document its own, of a callback of Dash's pages what it is told of it."""
    if request.method == "GET":
        return request.args.to_dict()
    inputs = (request.get_json(silent=True) or {}).get("inputs", [])
    search = next((item.get("value") for item in inputs if _SEARCH.items() <= item.items()), "")
    return dict(reversed(parse_qsl((search or "").removeprefix("?"))))
