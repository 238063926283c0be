"""Thousands of requests that are nearly right: nothing is answered with 5xx, and nothing is an accident."""

import logging
from random import Random
from urllib.parse import unquote_to_bytes

import pytest

from nnviz.web.server import create_app
from tests.web.mutations import Asked, spoilt_bodies
from tests.web.odd_addresses import spoilt_addresses, spoilt_tables


@pytest.fixture(scope="module")
def client():
    app = create_app()
    app.server.config["PROPAGATE_EXCEPTIONS"] = False
    return app.server.test_client()


KINDS = {"bodies": (spoilt_bodies, 1700), "tables": (spoilt_tables, 400), "addresses": (spoilt_addresses, 700)}


def answered(client, asked: Asked):
    """The answer to a request; its path goes to the application as a server would hand it over, whatever it holds."""
    return client.open(
        "/",
        method=asked.method,
        data=asked.data,
        headers=asked.headers,
        query_string=asked.query,
        environ_overrides={"PATH_INFO": unquote_to_bytes(asked.path).decode("latin-1")},
    )


@pytest.mark.parametrize("kind", KINDS)
def test_no_request_whatever_is_answered_with_5xx_or_without_a_sentence(client, caplog, kind):
    make, n = KINDS[kind]
    for place, asked in enumerate(make(Random(f"{kind} 13"), n)):
        said = f"{kind} {place}: {asked}"[:1500]
        with caplog.at_level(logging.ERROR), answered(client, asked) as response:
            assert response.status_code < 500, said
            assert not caplog.records, said
            if response.status_code >= 400 and asked.method != "HEAD":
                assert response.get_data(), said
                assert b"Traceback" not in response.get_data(), said
