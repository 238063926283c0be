"""Answers to questions of pages: compressed as the asker wants, once, and the same bytes for the same question."""

import gzip
import json

import brotli
import pytest

from nnviz.web.answers import zstd
from nnviz.web.document import program_version
from nnviz.web.server import create_app

QUESTION = json.dumps({"lesson": "lab", "settings": {}, "state": None, "steps": 64, "stride": 1})
OPENED = {"zstd": zstd.decompress, "br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@pytest.fixture(scope="module")
def client():
    return create_app().server.test_client()


def ask(client, accepted, path="/api/training", question=QUESTION):
    headers = {"Accept-Encoding": accepted, "Content-Type": "application/json"}
    return client.post(path, data=question, headers=headers)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, br", "br"),
        ("gzip", "gzip"),
        ("identity", ""),
        ("zstd;q=0, gzip", "gzip"),
    ],
)
def test_an_answer_is_compressed_in_the_best_way_that_the_asker_takes(client, accepted, encoding):
    said = ask(client, accepted)
    assert (said.content_encoding or "") == encoding
    assert json.loads(OPENED[encoding](said.data))["state"]["step"] == 64
    assert "Accept-Encoding" in said.headers["Vary"]


def test_the_same_question_has_the_same_bytes_and_headers_for_an_answer_without_a_new_one(client):
    first, second = ask(client, "zstd"), ask(client, "zstd")
    assert first.data == second.data
    assert dict(first.headers) == dict(second.headers)
    assert "Content-Security-Policy" in second.headers


def test_refusals_and_other_addresses_are_not_kept(client):
    assert ask(client, "zstd", question="{}").status_code == 400
    assert ask(client, "zstd", question="{").status_code == 400
    assert ask(client, "zstd", question="{}").status_code == 400
    assert client.get("/api/training").status_code in {404, 405}


def test_answers_and_pages_say_which_version_of_the_program_made_them(client):
    said = [ask(client, "zstd"), ask(client, "gzip", question="{}"), ask(client, "zstd")]
    assert [answer.headers["X-Version"] for answer in said] == 3 * [program_version()]
    assert f'data-version="{program_version()}"' in client.get("/lab").text
