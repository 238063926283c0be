"""Answers to questions of pages: compressed as the asker wants, once, and the same bytes for the same question."""

import gzip
import json

import brotli
import pytest

from nnviz.web.answers import KeptAnswers
from nnviz.web.content_encodings import zstd
from nnviz.web.document import program_version
from nnviz.web.server import create_app
from tests.web.asking import CALLBACKS, navigation

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


def test_the_same_question_gets_the_same_answer_and_headers_in_fewer_bytes_and_then_the_same_bytes(client):
    first, second, third = (ask(client, "zstd, br") for _ in range(3))
    assert [said.content_encoding for said in (first, second, third)] == ["zstd", "br", "br"]
    assert OPENED["zstd"](first.data) == OPENED["br"](second.data)
    assert len(second.data) < 0.9 * len(first.data)
    assert second.content_length == len(second.data) == int(second.headers["Content-Length"])
    assert {**first.headers, "Content-Encoding": "br", "Content-Length": str(len(second.data))} == {**second.headers}
    assert second.data == third.data
    assert dict(second.headers) == dict(third.headers)
    assert "Content-Security-Policy" in second.headers


def test_whoever_takes_no_compression_gets_none_however_often_it_is_asked_for(client):
    for _ in range(3):
        said = ask(client, "identity")
        assert said.content_encoding is None
        assert json.loads(said.data)["state"]["step"] == 64


def test_an_answer_that_is_kept_is_found_without_flask(client, monkeypatch):
    assert ask(client, "zstd").status_code == 200

    def refuse():
        raise AssertionError("Flask was asked.")

    monkeypatch.setattr(client.application, "before_request_funcs", {None: [refuse]})
    assert ask(client, "zstd").status_code == 200


def test_a_name_that_is_not_trusted_gets_no_answer_that_is_kept():
    server = create_app().server
    client = server.test_client()
    server.config["TRUSTED_HOSTS"] = ["localhost"]
    assert [ask(client, "zstd").status_code for _ in range(2)] == [200, 200]
    strange = {"Content-Type": "application/json", "Accept-Encoding": "zstd", "Host": "evil.example"}
    assert client.post("/api/training", data=QUESTION, headers=strange).status_code == 400


def test_a_page_is_written_once_for_all_who_open_a_link_in_a_language(client):
    def opened(languages, path="/entropy"):
        headers = {"Accept": "text/html", "Accept-Encoding": "gzip", "Accept-Language": languages}
        document = client.get(path, headers=headers)
        page = client.post(CALLBACKS, json=navigation(path, "?n_outcomes=3"), headers=headers)
        return document, page

    first, second, third = opened("en"), opened("en"), opened("de")
    for made, kept, other in zip(first, second, third, strict=True):
        assert [said.status_code for said in (made, kept, other)] == [200, 200, 200]
        assert gzip.decompress(made.data) == gzip.decompress(kept.data) != gzip.decompress(other.data)
        assert len(kept.data) < len(made.data)
        assert kept.headers["Content-Security-Policy"]
    assert opened("en", "/no-such-page")[0].status_code == opened("en", "/no-such-page")[0].status_code == 404


def test_a_page_whose_pictures_are_unfinished_is_not_kept(client, monkeypatch):
    pages = []
    for seconds in (-1.0, 100.0, 100.0):
        monkeypatch.setattr("nnviz.web.layout.BUDGET", seconds)
        pages.append(client.post(CALLBACKS, json=navigation("/xor", "?seed=77")).json)
    assert pages[0] != pages[1] == pages[2]


def test_what_is_kept_is_measured_with_its_question():
    app = create_app()
    kept_answers = KeptAnswers(app)
    client = app.server.test_client()
    padding = {"padding": "x" * 200_000}
    question = json.dumps({**json.loads(QUESTION), "settings": padding})
    assert ask(client, "zstd", question=question).status_code == 200
    assert kept_answers._answers.currsize > 200_000


def test_refusals_and_other_addresses_are_not_kept(client):
    assert ask(client, "zstd", question="{}").status_code == 400
    assert ask(client, "zstd", question="{").status_code == 400
    assert ask(client, "zstd", question="{}").status_code == 400
    assert client.get("/api/training").status_code in {404, 405}


def test_answers_and_pages_say_which_version_of_the_program_made_them(client):
    said = [ask(client, "zstd"), ask(client, "gzip", question="{}"), ask(client, "zstd")]
    assert [answer.headers["X-Version"] for answer in said] == 3 * [program_version()]
    assert f'data-version="{program_version()}"' in client.get("/lab").text
