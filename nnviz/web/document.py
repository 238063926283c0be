"""The HTML document: the bar and the dialogs, Dash's part between them, and one script that runs before all of it."""

from hashlib import blake2b
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "assets"

IN_THE_HEAD = "05-theme.js"
"""The asset that sets the theme: in the head and not at the end of the body, or a dark page would flash white."""

_VERSION = blake2b((ASSETS / IN_THE_HEAD).read_bytes(), digest_size=8).hexdigest()


def document(before: str, after: str, language: str) -> str:
    """The document as Dash fills it in, with HTML before and after the part that Dash renders."""
    return f"""<!DOCTYPE html>
<html lang="{language}">
    <head>
        {{%metas%}}
        <title>{{%title%}}</title>
        {{%favicon%}}
        <script src="/assets/{IN_THE_HEAD}?m={_VERSION}"></script>
        {{%css%}}
    </head>
    <body>
        {before}
        {{%app_entry%}}
        {after}
        <footer>
            {{%config%}}
            {{%scripts%}}
            {{%renderer%}}
        </footer>
    </body>
</html>
"""
