"""The addresses of the pages that are no lessons, and of the files that they load.

The bare address was the laboratory's: a link that says something of it still leads there, with all that it says.
"""

import json
import re
from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any
from urllib.parse import parse_qsl

from dash import Dash, html
from flask import Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from nnviz.page.registry import discover
from nnviz.web.addresses import below_prefix
from nnviz.web.app_shell import before_the_front, dialogs_of_the_front
from nnviz.web.catalogue import message, speaking, spoken
from nnviz.web.document import PLOTLY, address, front_document
from nnviz.web.front_door.glossary import glossary
from nnviz.web.front_door.home import home
from nnviz.web.front_door.learning import learning
from nnviz.web.language import language_of, query_of_request
from nnviz.web.links import WORDS_BESIDE_FIELDS
from nnviz.web.search import INDICES, index
from nnviz.web.static_files import add_static_file
from nnviz.web.static_html import static_html

LABORATORY = "lab"

SOURCE = re.compile(r'<script src="([^"]+)"')


def add_front_door(app: Dash) -> None:
    """Answer at `/` and `/glossary`, and with the files of these pages; `/` is Dash's no longer."""
    app.server.view_functions["/"] = partial(_bare_address, app)
    app.server.add_url_rule("/glossary", endpoint="glossary", view_func=_glossary)
    add_static_file(app, learning().name, learning)
    for name, language in INDICES.items():
        add_static_file(app, name, partial(index, language))


def _bare_address(app: Dash) -> AnyResponse:
    words = {name for name, _ in parse_qsl(request.query_string.decode("utf-8", "replace"), keep_blank_values=True)}
    if words & (WORDS_BESIDE_FIELDS | set(discover()[LABORATORY].settings.model_fields)):
        return redirect(f"{below_prefix(f'/{LABORATORY}')}?{request.query_string.decode('ascii', 'replace')}")
    return _page("front", home, ("front.title", "front.about"), _scripts_of_lessons(app))


def _scripts_of_lessons(app: Dash) -> str:
    """The addresses of the large scripts that every lesson loads first, for assets/js/front/ahead.mjs, as HTML."""
    addresses = [address(PLOTLY), *SOURCE.findall(app._generate_scripts_html())]
    return f'<script type="application/json" id="ahead">{json.dumps(addresses)}</script>'


def _glossary() -> Response:
    return _page("glossary", glossary, ("glossary.title", "glossary.about"))


def _page(name: str, content: Callable[[], list[Any]], says: tuple[str, str], more: str = "") -> Response:
    """The document of a page in the language of the request; `says` are the messages of its title and description.

    `more` is what else stands in its head.
    """
    with speaking(language_of(query_of_request())):
        main = html.Main(content(), id="main", className=name, tabIndex="-1")
        body = static_html([*before_the_front(), main, *dialogs_of_the_front()])
        title, description = (message(key) for key in says)
        head = f'<title>{escape(title)} · nnviz</title><meta name="description" content="{escape(description)}">{more}'
        return Response(front_document(head, body, spoken()), mimetype="text/html")
