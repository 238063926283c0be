"""One's own rows travel once: later requests say their name, and a worker that does not remember them says so."""

import pytest

from nnviz.user_data.known_rows import KNOWN_ROWS, name_of
from nnviz.web import streaming
from nnviz.web.server import create_app
from tests.user_data.tables import own_text
from tests.web.asking import CALLBACKS, DRAWING, TRAINING, drawing_request, navigation, training_request

UNKNOWN = "rows:" + 32 * "0"


@pytest.fixture
def client():
    return create_app().server.test_client()


@pytest.fixture(autouse=True)
def nothing_remembered():
    KNOWN_ROWS.__init__()


def words(rows):
    return {"data": "your own", "own_data": rows}


def trained(client, rows, **changes):
    response = client.post(TRAINING, json=training_request(settings=words(rows), **changes))
    assert response.status_code == 200, response.get_data(as_text=True)
    return response.get_json()


def drawing_body(rows):
    return drawing_request(settings=words(rows))


def code_body(rows):
    return {"lesson": "lab", "link": "/lab", "setting_changes": [{"step": 0, "settings": words(rows)}], "step": 5}


def test_an_answer_to_rows_in_full_tells_their_name_and_one_to_the_name_is_the_same(client):
    first = trained(client, own_text())
    assert first.pop("rows") == {"own_data": name_of(own_text())}
    assert trained(client, name_of(own_text())) == first


def test_the_answer_to_a_csv_tells_the_name_of_its_rows(client):
    answer = client.post("/own-data", data="a,b\n1,5\n2,3\n3,4\n4,6").get_json()
    assert answer["rows"] == name_of(answer["text"])
    trained(client, answer["rows"])
    assert client.post("/own-data", data="nothing").get_json()["rows"] == ""


@pytest.mark.parametrize(
    ("address", "body"),
    [
        (TRAINING, training_request(settings=words(UNKNOWN))),
        (TRAINING, training_request(replay={"settings": words(UNKNOWN), "steps": 2})),
        (DRAWING, drawing_body(UNKNOWN)),
        ("/code", code_body(UNKNOWN)),
    ],
)
def test_a_name_that_is_not_remembered_gets_an_answer_that_says_so_and_is_not_kept(client, address, body):
    response = client.post(address, json=body)
    assert response.status_code == 200  # a browser writes what is none to its console
    assert response.get_json()["unknown_rows"] == [UNKNOWN]
    assert client.post(address, json=body).data == response.data


def test_pictures_and_scripts_know_the_name_as_well(client):
    trained(client, own_text())
    for body in (drawing_body, code_body):
        address = DRAWING if body is drawing_body else "/code"
        named = client.post(address, json=body(name_of(own_text()))).get_json()
        full = client.post(address, json=body(own_text())).get_json()
        if body is drawing_body:
            assert full.pop("rows")
        assert named == full


def test_a_request_is_computed_once_however_its_rows_are_said(client, monkeypatch):
    computed = []
    monkeypatch.setattr(streaming, "_chunk", lambda request: computed.append(request) or {})
    text = own_text()
    head, *rows = text.split("\n")
    spelled = "\n".join([head, *(f"{row}e0" for row in rows)])
    for said in (text, name_of(text), spelled):
        trained(client, said)
    assert len(computed) == 3
    assert len(set(computed)) == 1


def test_a_link_never_says_rows(client):
    trained(client, own_text())
    asked = navigation("/lab", f"?own_data={name_of(own_text())}")
    page = client.post(CALLBACKS, json=asked).get_data(as_text=True)
    assert own_text().split("\n")[1] not in page
    assert name_of(own_text()) not in page
