"""Files are compressed once, and nothing else that is answered is kept."""

import zlib
from pathlib import Path

import brotli
import pytest

from nnviz.web import compression
from nnviz.web.compression import FileCache
from nnviz.web.document import ASSETS, PLOTLY, PLOTLY_IN_SPACE, version
from nnviz.web.server import create_app

ASSET = Path(__file__).parents[2] / "assets" / "js" / "page.mjs"


def asked(client, path):
    """What is answered, unpacked."""
    with client.get(path, headers={"Accept-Encoding": "gzip"}) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        return zlib.decompress(response.data, wbits=31)


@pytest.fixture
def compressions(monkeypatch):
    """What has been compressed, in turn."""
    done = []
    monkeypatch.setattr(
        "flask_compress.flask_compress._compress_data",
        lambda _app, data, algorithm: done.append(data) or zlib.compress(data, wbits=31),
    )
    return done


def test_a_file_whose_address_names_its_version_is_compressed_once(compressions):
    client = create_app().server.test_client()
    for _ in range(3):
        assert asked(client, f"/assets/js/{ASSET.name}?m=1") == ASSET.read_bytes()
    assert len(compressions) == 1


@pytest.mark.parametrize("path", [PLOTLY, PLOTLY_IN_SPACE])
def test_what_comes_compressed_is_the_script_beside_it_and_is_what_a_browser_gets(path):
    packed = (ASSETS / f"{path}.br").read_bytes()
    assert brotli.decompress(packed) == (ASSETS / path).read_bytes()
    client = create_app().server.test_client()
    with client.get(f"/assets/{path}?m={version(path)}", headers={"Accept-Encoding": "br"}) as response:
        assert response.data == packed


def test_pages_are_compressed_each_time(compressions):
    client = create_app().server.test_client()
    assert all(asked(client, "/lab").startswith(b"<!DOCTYPE html>") for _ in range(2))
    assert len(compressions) == 2


def test_addresses_that_somebody_makes_up_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(compression, "MOST_BYTES", 1000)
    cache = FileCache()
    for number in range(100):
        cache.set(f"br;/assets/x.js?m={number}", bytes(100))
    kept = [number for number in range(100) if cache.get(f"br;/assets/x.js?m={number}")]
    assert kept == list(range(90, 100))
