"""Answers are compressed, and files only once: a class that opens a link asks for the same 5 MB of scripts at once."""

from cachetools import LRUCache
from dash import Dash
from flask import Request, Response, request
from flask_compress import Compress

from nnviz.web.document import ASSETS, PLOTLY, PLOTLY_IN_SPACE, version

NO_FILE = ""

MOST_BYTES = 32 * 2**20
"""Of compressed files in memory: three times all that a browser loads, in each of two algorithms."""


def _with_compressed(path: str) -> tuple[str, bytes]:
    """The key of a file in assets/ in Brotli, and what stands compressed beside it."""
    return f"br;/assets/{path}?m={version(path)}", (ASSETS / f"{path}.br").read_bytes()


COMES_COMPRESSED = dict(map(_with_compressed, (PLOTLY, PLOTLY_IN_SPACE)))
"""Files that are compressed further than there is time for when they are asked for, by their keys."""


class FileCache:
    """Compressed files by algorithm and address; whatever else is answered is not kept."""

    def __init__(self) -> None:
        self._files: LRUCache[str, bytes] = LRUCache(MOST_BYTES, getsizeof=len)

    def get(self, key: str) -> bytes | None:
        """The compressed file, if it has been asked for before or comes along."""
        kept: bytes | None = self._files.get(key) or COMES_COMPRESSED.get(key)
        return kept

    def set(self, key: str, value: bytes) -> None:
        """Keep a compressed file."""
        if not key.endswith(f";{NO_FILE}"):
            self._files[key] = value


def add_compression(app: Dash) -> None:
    """Compress every answer for which it pays, with the best algorithm that the browser takes."""
    prefix = app.config.routes_pathname_prefix
    libraries, assets = f"{prefix}_dash-component-suites/", f"{prefix}{app.config.assets_url_path}/"

    def file_of(asked: Request) -> str:
        names_version = asked.path.startswith(libraries) or (asked.path.startswith(assets) and "m" in asked.args)
        return asked.full_path if asked.method == "GET" and names_version else NO_FILE

    app.server.config.update(
        COMPRESS_ALGORITHM=["br", "zstd", "gzip", "deflate"],
        COMPRESS_BR_LEVEL=5,  # 10 % smaller than 4 and faster
        COMPRESS_CACHE_BACKEND=FileCache,
        COMPRESS_CACHE_KEY=file_of,
    )
    Compress(app.server)

    @app.server.after_request  # type: ignore[untyped-decorator]
    def whole(response: Response) -> Response:
        """A file as one piece, since a stream is compressed anew each time. Flask calls the latest function first."""
        if response.is_streamed and response.status_code == 200 and file_of(request):
            response.direct_passthrough = False
            response.get_data()
        return response
