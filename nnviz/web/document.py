"""The HTML document: what it loads in the head, the bar and the dialogs, and Dash's part between them.

Every file of ours has an address that carries the hash of its content, so that a browser keeps it for ever. A module
names another one by its path alone: an import map leads from there to the address, and each is loaded once. Links to
all modules spare the browser finding one after the other.
"""

import json
import mimetypes
import re
from base64 import b64encode
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path

from nnviz.web.addresses import below_prefix
from nnviz.web.catalogue import for_browser

_PACKAGE = Path(__file__).resolve().parents[1]

ASSETS = next(path for path in (_PACKAGE / "assets", _PACKAGE.parent / "assets") if path.is_dir())
"""In a wheel the folder is inside the package, in a checkout beside it."""

mimetypes.add_type("image/webp", ".webp")  # which Python knows from 3.13 on

IGNORED_BY_DASH = {"assets_ignore": r"\.(css|mjs)$", "assets_path_ignore": [r"^js$", r"^vendor$"]}
"""What Dash leaves to this module: every style sheet and every script, whose addresses it would make of their dates."""

PLOTLY = "vendor/plotly.min.js"
"""It comes before Dash's scripts, since its graphs want it."""

PLOTLY_IN_SPACE = "vendor/plotly-space.min.js"
"""What it needs to draw in space; the modules of a page that has such a figure load it (space_traces.mjs)."""

FORMULA_FONT = "vendor/stix-two-math.woff2"
"""A part of STIX Two Math, whose metrics browsers need to set MathML well."""

IN_THE_HEAD = ("js/early_answers.js", "js/theme/first_paint.js")
"""The scripts that come before all else: what Dash asks waits for nothing, and a dark page would flash white."""

BEFORE_DASH = tuple(f"js/{name}.js" for name in ("dash_calls", "dash_graph", "dash_components", "static_html"))
"""The scripts that are no modules, since Dash would seek them in vain."""

FIRST_PAINT = ("js/theme/first_paint.js",)
"""Those of them that a page without Dash wants."""

MAIN = "main.mjs"
"""The module that brings all of a lesson."""

FRONT = "front.mjs"
"""The module that brings what the pages need that are no lessons."""

OFFLINE = "js/offline/player.mjs"
"""The module that brings what plays a run in a file that has been taken away."""

_IMPORTED = re.compile(r"""^(?:import|export)\b(?:[\w\s{},*]*\bfrom)?\s*"(\.[^"]+)";""", re.MULTILINE)

LAYERS = ("vendor", "base", "parts", "themes")
"""The cascade layers of the style sheets, each named as its folder: a later one wins, whatever the selectors are."""

_PLOTLY_KEEPS_OUT = 'id="plotly.js-style-global" class="no-inline-styles"'
"""Plotly adds rules of its own, in no layer, unless an element says so: its rules are in vendor/plotly.css."""


def modules() -> list[str]:
    """The paths of all modules in assets/, those first that a page names."""
    return [MAIN, FRONT, *sorted(path.relative_to(ASSETS).as_posix() for path in (ASSETS / "js").rglob("*.mjs"))]


def imported(path: str) -> list[str]:
    """The paths of the modules that a module imports."""
    found = _IMPORTED.findall((ASSETS / path).read_text(encoding="utf-8"))
    return [(ASSETS / path).parent.joinpath(name).resolve().relative_to(ASSETS).as_posix() for name in found]


@cache
def reached_from(entry: str) -> tuple[str, ...]:
    """The paths of the modules that a page loads which names this one."""
    reached, waiting = {entry: None}, [entry]
    while waiting:
        new = [path for path in imported(waiting.pop()) if path not in reached]
        reached |= dict.fromkeys(new)
        waiting += new
    return tuple(reached)


def styles() -> list[str]:
    """The paths of all style sheets in assets/, in the order of their layers."""
    paths = sorted(path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*.css"))
    return sorted(paths, key=lambda path: LAYERS.index(_layer(path)))


def _layer(path: str) -> str:
    return Path(path).parent.name


def layered_styles() -> str:
    """The text of the style element that brings all style sheets, each into its layer."""
    imports = (f'@import url("{address(path)}") layer({_layer(path)});' for path in styles())
    return f"@layer {', '.join(LAYERS)};{''.join(imports)}{_formula_font()}"


def _formula_font() -> str:
    """The typeface of formulas, whose address a style sheet cannot know."""
    return f'@font-face{{font-family:"STIX Two Math";src:url("{address(FORMULA_FONT)}") format("woff2")}}'


def without_version(path: str) -> str:
    """The address of a file in assets/ as a module names it: relative to its own, which the prefix begins."""
    return below_prefix(f"/assets/{path}")


@cache
def version(path: str) -> str:
    """The hash of a file in assets/; raises OSError where there is none."""
    return blake2b((ASSETS / path).read_bytes(), digest_size=8).hexdigest()


@cache
def program_version() -> str:
    """The hash of the program: pages carry it, and answers, so that a page knows when the server has become another."""
    texts = (path for kind in ("py", "md", "toml") for path in sorted(_PACKAGE.rglob(f"*.{kind}")))
    whole = blake2b("".join(version(path) for path in [*modules(), *styles()]).encode(), digest_size=8)
    for path in texts:
        whole.update(path.read_bytes())
    return whole.hexdigest()


def address(path: str) -> str:
    """The address of a file in assets/, which another content would change."""
    return f"{without_version(path)}?m={version(path)}"


def import_map() -> str:
    """From the path that modules name to the address that is loaded, as the text of a script element."""
    return json.dumps({"imports": {without_version(path): address(path) for path in modules()}})


def import_map_hash() -> str:
    """The import map as the content security policy knows it."""
    return f"'sha256-{b64encode(sha256(import_map().encode()).digest()).decode()}'"


def scripts(paths: tuple[str, ...]) -> str:
    """Scripts that are no modules, in their order, as HTML."""
    return "".join(f'<script src="{address(path)}"></script>' for path in paths)


def styles_and_modules(entry: str) -> str:
    """What a page loads in its head that names this module, as HTML."""
    return "".join(
        [
            *(f'<link rel="preload" as="style" href="{address(path)}">' for path in styles()),
            f"<style {_PLOTLY_KEEPS_OUT}>{layered_styles()}</style>",
            f'<script type="importmap">{import_map()}</script>',
            *(f'<link rel="modulepreload" fetchpriority="low" href="{address(path)}">' for path in reached_from(entry)),
            f'<script type="module" src="{address(entry)}"></script>',
        ]
    )


def messages_in_the_page(language: str) -> str:
    """The strings of the browser's modules, as HTML."""
    messages = json.dumps(for_browser(language), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="messages">{messages}</script>'


def front_document(head: str, body: str, language: str) -> str:
    """The document of a page that is no lesson, whole: it needs neither Dash nor Plotly."""
    return f"""<!DOCTYPE html>
<html lang="{language}">
    <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        {head}
        <link rel="icon" type="image/x-icon" href="{below_prefix("/_favicon.ico")}">
        {scripts(FIRST_PAINT)}
        {styles_and_modules(FRONT)}
    </head>
    <body>
        {body}
        {messages_in_the_page(language)}
    </body>
</html>
"""


def document(before: str, after: str, language: str) -> str:
    """The document as Dash fills it in, with HTML before and after the part that Dash renders."""
    return f"""<!DOCTYPE html>
<html lang="{language}" data-version="{program_version()}" data-space-traces="{address(PLOTLY_IN_SPACE)}">
    <head>
        {{%metas%}}
        <title>{{%title%}}</title>
        {{%favicon%}}
        {scripts(IN_THE_HEAD)}
        {{%css%}}
        {styles_and_modules(MAIN)}
    </head>
    <body>
        {before}
        {{%app_entry%}}
        {after}
        {messages_in_the_page(language)}
        <footer>
            {{%config%}}
            {scripts(BEFORE_DASH)}
            <script src="{address(PLOTLY)}"></script>
            {{%scripts%}}
            {{%renderer%}}
        </footer>
    </body>
</html>
"""
