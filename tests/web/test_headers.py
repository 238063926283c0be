"""The policy lets nothing in from elsewhere, and the environment says who may embed a page."""

import re

import pytest

from nnviz.web.document import version
from nnviz.web.headers import FRAME_ANCESTORS
from nnviz.web.server import create_app


def policy(monkeypatch, origins):
    monkeypatch.setenv(FRAME_ANCESTORS, origins)
    return create_app().server.test_client().get("/lab").headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("origins", "allowed"),
    [
        ("", "'self'"),
        ("https://moodle.example.org", "https://moodle.example.org"),
        ("https://a.example, http://localhost:8000", "https://a.example http://localhost:8000"),
        ("*", "*"),
    ],
)
def test_the_environment_names_who_may_embed_a_page(monkeypatch, origins, allowed):
    assert policy(monkeypatch, origins).endswith(f"frame-ancestors {allowed}")


@pytest.mark.parametrize("origins", ["example.org; script-src *", "javascript:alert(1)", "https://a b'"])
def test_what_is_no_origin_ends_the_program_with_a_sentence(monkeypatch, origins):
    monkeypatch.setenv(FRAME_ANCESTORS, origins)
    with pytest.raises(SystemExit, match=FRAME_ANCESTORS):
        create_app()


def test_scripts_come_from_this_server_or_are_known_by_their_hash(monkeypatch):
    scripts = next(part for part in policy(monkeypatch, "").split("; ") if part.startswith("script-src"))
    assert "'self'" in scripts
    assert "'sha256-" in scripts
    assert "unsafe" not in scripts


def test_assets_are_kept_by_the_browser_when_their_address_names_the_version():
    client = create_app().server.test_client()

    def kept(path):
        with client.get(path) as response:
            return response.headers.get("Cache-Control", "")

    for path in ("js/page.mjs", "main.mjs", "vendor/plotly.min.js"):
        assert "immutable" in kept(f"/assets/{path}?m={version(path)}")
        assert "max-age=31536000" in kept(f"/assets/{path}?m={version(path)}")
        assert (
            kept(f"/assets/{path}?m=0123456789abcdef") == "no-store"
        )  # another version's, while one replaces the other
        assert kept(f"/assets/{path}") == "no-cache"
    assert "immutable" not in kept("/assets/none.js?m=1") + kept("/lab?m=1")


def test_files_of_libraries_are_kept_when_their_address_names_the_version_that_is_here():
    client = create_app().server.test_client()
    page = client.get("/lab").text
    addresses = re.findall(r'src="(/_dash-component-suites/[^"]+)"', page)
    assert len(addresses) >= 5
    for address in addresses:
        with client.get(address) as ours, client.get(re.sub(r"\.v\d+", ".v0", address)) as other:
            assert "max-age=31536000" in ours.headers["Cache-Control"]
            assert (other.status_code, other.headers["Cache-Control"]) == (200, "no-store")
