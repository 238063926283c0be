"""Files that the program makes of itself: their address has the hash of their content, so that browsers keep them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from dash import Dash
from flask import Response, abort, request

from nnviz.web.addresses import below_prefix

FOR_EVER = "public, max-age=31536000, immutable"
NOT_AT_ALL = "no-store"


@dataclass(frozen=True)
class StaticFile:
    """A file by its name, which is its path as well."""

    name: str
    body: bytes
    mimetype: str

    @cached_property
    def version(self) -> str:
        """The hash of its content."""
        return blake2b(self.body, digest_size=8).hexdigest()

    @property
    def address(self) -> str:
        """Where browsers find it; another content would change it."""
        return f"{below_prefix(f'/{self.name}')}?m={self.version}"


def add_static_file(app: Dash, name: str, made: Callable[[], StaticFile | None]) -> None:
    """Answer GET of a path with the file that `made` gives for the request; 404 when it gives none.

    Under another version's address it is answered too, but not kept: an old replica may be asked for a new file.
    """

    def answer() -> Response:
        file = made()
        if file is None:
            abort(404, "There is no such file.")
        response = Response(file.body, mimetype=file.mimetype)
        response.headers["Cache-Control"] = FOR_EVER if request.args.get("m") == file.version else NOT_AT_ALL
        return response

    app.server.add_url_rule(f"/{name}", endpoint=f"file {name}", view_func=answer)
