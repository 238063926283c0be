"""What is malformed, or asks for what is not there, is answered with 4xx and a sentence."""

import json

import pytest

from nnviz.web.server import create_app
from nnviz.web.strict_json import DEEPEST, is_shallow
from tests.web.asking import CALLBACKS, TRAINING, navigation, training_request

DEEP = "[" * 5000 + "]" * 5000


@pytest.fixture(scope="module")
def client():
    app = create_app()
    app.server.config["PROPAGATE_EXCEPTIONS"] = False
    return app.server.test_client()


def sentence(response):
    assert response.mimetype == "text/plain"
    assert "Traceback" not in response.get_data(as_text=True)
    return response.get_data(as_text=True)


@pytest.mark.parametrize("address", [CALLBACKS, TRAINING, "/code"])
@pytest.mark.parametrize(
    "body",
    [
        DEEP,
        "".join('{"a":' for _ in range(5000)),
        json.dumps(training_request()).replace('"lab"', '"\\ud800"'),
        json.dumps(training_request()).replace('"run": 1', f'"run": {"9" * 4000}'),
        json.dumps(training_request()).replace('"run": 1', '"run": NaN'),
        json.dumps(training_request()).encode("utf-16"),
        b'{"lesson": "\xed\xa0\x80"}',
        b'{"lesson": "\x00"}',
    ],
)
def test_what_is_no_json_gets_400(client, address, body):
    response = client.post(address, data=body, content_type="application/json")
    assert response.status_code == 400
    sentence(response)


def test_nesting_within_the_limit_is_read_and_one_level_more_is_not():
    nested: list[object] = []
    for _ in range(DEEPEST - 1):
        nested = [nested]
    assert is_shallow(nested)
    assert not is_shallow([[nested]])


def test_a_nested_value_that_the_parser_takes_is_refused_all_the_same(client):
    body = json.dumps(training_request()).replace('"state": null', f'"state": {"[" * 900}{"]" * 900}')
    response = client.post(TRAINING, data=body, content_type="application/json")
    assert response.status_code == 400


def test_what_is_no_text_in_a_csv_gets_an_answer(client):
    assert client.post("/own-data", data=DEEP).status_code == 200
    assert client.post("/own-data", data=b"\xed\xa0\x80").status_code == 400


@pytest.mark.parametrize("pathname", ["", "lab", "relative/lab", 5, ["/"], {"a": 1}])
def test_a_pathname_that_is_none_gets_400(client, pathname):
    response = client.post(CALLBACKS, json=navigation(pathname))
    assert response.status_code == 400
    assert sentence(response) == "That is no address."


@pytest.mark.parametrize("search", ["", "?", "?a=1", "?a=%ff&=&&self=1&lesson=2&%00=3", "?a=1&a=2"])
def test_a_browser_that_goes_to_an_unknown_page_is_shown_the_pages_that_there_are(client, search):
    response = client.post(CALLBACKS, json=navigation("/nowhere", search))
    assert response.status_code == 200
    shown = str(response.get_json())
    assert "There is no such page" in shown
    assert "'href': '/lab'" in shown


@pytest.mark.parametrize("address", ["/nowhere", "/nowhere?a=1", "/lab/more", "/not-found-404", "/..", "/%00"])
def test_an_unknown_page_answers_404_with_the_document_that_shows_what_there_is(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "_dash-config" in response.get_data(as_text=True)


@pytest.mark.parametrize(
    "address",
    ["/", "/lab", "/lab/", "/lab?learning_rate=x&then=~~&step=1e9&hide=,", "/xor?self=1&lesson=2&query=3&%ff=%ff"],
)
def test_every_page_answers_200_with_any_query_and_safe_headers(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "address",
    ["x/y.js", "dash/none.js", "dash/../version.py", "os/path.js", "dash/dcc/async-mathjax.js.map", "dash/%00"],
)
def test_a_library_file_that_no_page_loads_answers_404(client, address):
    response = client.get(f"/_dash-component-suites/{address}")
    assert response.status_code == 404
    sentence(response)


def test_the_library_files_that_pages_load_are_there(client):
    with client.get("/_dash-component-suites/dash/deps/react@18.3.1.min.js") as response:
        assert response.status_code == 200


def test_nobody_is_told_which_packages_are_loaded(client):
    assert client.get("/_reload-hash").status_code == 404


def test_a_wrong_method_is_refused_with_those_that_are_right(client):
    response = client.put("/code")
    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]
    sentence(response)


def test_an_accident_is_answered_without_its_traceback():
    app = create_app()
    app.server.config["PROPAGATE_EXCEPTIONS"] = False
    app.server.logger.disabled = True
    app.server.add_url_rule("/accident", view_func=lambda: 1 / 0)
    response = app.server.test_client().get("/accident")
    app.server.logger.disabled = False
    assert response.status_code == 500
    assert "ZeroDivision" not in sentence(response)
