"""What the network may send, and what it gets: sizes, shapes, and never a traceback."""

import copy
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.page.registry import discover
from nnviz.web import drawing
from nnviz.web.requests import MOST_BYTES
from nnviz.web.server import create_app
from tests.web.asking import CALLBACKS, DRAWING, TRAINING, drawing_request, navigation, training_request

ADDRESSES = (CALLBACKS, TRAINING, DRAWING)


@pytest.fixture(scope="module")
def client():
    app = create_app()
    app.server.config["TESTING"] = False  # an unexpected exception becomes a 500, as it would in a lecture
    return app.server.test_client()


def answered(client, **changes):
    return client.post(TRAINING, json=training_request(**changes))


def state_after(client, steps=3):
    return answered(client, steps=steps).get_json()["state"]


def test_a_training_request_is_answered(client):
    response = answered(client)
    assert response.status_code == 200
    data = response.get_json()
    assert data["run"] == 1
    assert data["state"]["step"] == 3
    assert data["frames"]["step"]["shape"] == [4]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_body_over_the_limit_gets_413(client, address):
    assert client.post(address, data=b"x" * (MOST_BYTES + 1), content_type="application/json").status_code == 413
    assert client.post(address, json={"output": "x" * MOST_BYTES}).status_code == 413


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"[]", b'"text"', b"{}", b'{"output": 1}', b'{"output": "x.y"}'])
@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_no_callback_gets_400(client, address, body):
    assert client.post(address, data=body, content_type="application/json").status_code == 400


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("body", [navigation("/lab"), training_request(), drawing_request()])
def test_a_body_of_another_media_type_gets_4xx(client, address, body):
    assert 400 <= client.post(address, data=json.dumps(body), content_type="text/plain").status_code < 500


@pytest.mark.parametrize("address", [TRAINING, DRAWING])
@pytest.mark.parametrize("body", ["null", "[]", "[1]", "7", '"text"', "true"])
def test_a_question_that_is_no_object_is_told_so(client, address, body):
    response = client.post(address, data=body, content_type="application/json")
    assert (response.status_code, response.text) == (400, "The body is not a JSON object.")


@pytest.mark.parametrize("address", [TRAINING, DRAWING])
def test_a_question_is_posted(client, address):
    assert client.get(address).status_code == 404  # what is got are pages
    assert client.put(address, json=training_request()).status_code == 405


def test_two_apps_of_one_process_answer_alike(client, monkeypatch):
    monkeypatch.setattr(drawing, "BUDGET", math.inf)
    other = create_app().server.test_client()
    for address, body in ((TRAINING, training_request(steps=0)), (DRAWING, drawing_request())):
        assert other.post(address, json=body).data == client.post(address, json=body).data


def test_every_output_is_on_a_page_and_dash_calls_no_question(client):
    callbacks = client.get("/_dash-dependencies").get_json()
    outputs = [callback["output"] for callback in callbacks if not callback["no_output"]]
    pages = {f"{slug}--settings.data" for slug in discover()}
    assert pages < set(outputs)
    assert all(output in pages or output.strip(".").startswith("_pages") for output in outputs)
    assert [callback["prevent_initial_call"] for callback in callbacks if callback["no_output"]] == [True, True]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("inputs", None),
        ("inputs", []),
        ("inputs", [{"id": "other", "property": "data", "value": None}]),
        ("inputs", [{"id": "_pages_location", "property": "pathname"}]),
        ("inputs", [[], {}]),
        ("state", [{"id": "x", "property": "y"}]),
        ("outputs", {"id": "x", "property": "data"}),
        ("outputs", [{"id": "_pages_content", "property": "children"}] * 2),
        ("outputs", 7),
        ("changedPropIds", {"a": 1}),
        ("changedPropIds", [1]),
        ("parsedChangedPropsIds", 5),
        ("background", True),
    ],
)
def test_a_callback_body_of_another_shape_gets_400(client, key, value):
    assert client.post(CALLBACKS, json={**navigation("/lab"), key: value}).status_code in {200, 400} - (
        {200} if key in {"inputs", "state", "outputs", "changedPropIds"} else set()
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"lesson": "nowhere"},
        {"lesson": 5},
        {"settings": []},
        {"settings": {"learning_rate": 1}},
        {"steps": "many"},
        {"steps": 1e400},
        {"run": "9" * 4000},
        {"run": 2**64},
        {"stride": None},
        {"surprise": 1},
        {"state": {"step": -1, "arrays": {}}},
        {"state": {"step": 0, "arrays": {}}},
        {"state": {"step": 0, "arrays": {"weights": {"dtype": "f8", "shape": [2], "data": "!!"}}}},
        {"state": {"step": 0, "arrays": {"weights": {"dtype": "f8", "shape": [2], "data": "AAAA"}}}},
        {"state": {"step": 0, "arrays": {"weights": {"dtype": "O", "shape": [2], "data": ""}}}},
        {"state": {"step": 0, "arrays": {"weights": {"dtype": "f8", "shape": [-2], "data": ""}}}},
        {
            "state": {
                "step": 0,
                "arrays": {"weights": {"dtype": "f8", "shape": [2], "data": "AAAAAAAA+H8AAAAAAAD4fw=="}},
            }
        },
        {"replay": {"settings": {}, "steps": -1}},
        {"replay": {"settings": {}, "steps": 10**9}},
    ],
)
def test_a_request_that_no_page_sends_gets_400_and_a_sentence(client, changes):
    response = answered(client, **changes)
    assert response.status_code == 400
    assert "Traceback" not in response.get_data(as_text=True)


@pytest.mark.parametrize("steps", [-5, 0, 10**12])
def test_steps_and_stride_are_clamped(client, steps):
    response = answered(client, steps=steps, stride=-steps)
    assert response.status_code == 200


@pytest.mark.parametrize("lesson", ["lab", "neurons", "penalties", "dropout"])
def test_numbers_beyond_every_type_are_clamped(client, lesson):
    assert answered(client, lesson=lesson, steps="9" * 30, stride="9" * 30).status_code == 200


def test_settings_out_of_bounds_are_clamped(client):
    wild = {"learning_rate": "1e99", "n_samples": "-1", "data": "nothing", "seed": "nan", "unknown": "x"}
    assert answered(client, settings=wild).status_code == 200


def test_a_drawing_request_that_no_page_sends_gets_400_and_a_sentence(client):
    assert client.post(DRAWING, json=drawing_request()).status_code == 200
    for wrong in ({"lesson": "none"}, {"settings": [1]}, {"tags": {"loss": 1}}, {"without": "surface"}, {"more": 1}):
        response = client.post(DRAWING, json=drawing_request(**wrong))
        assert response.status_code == 400, wrong
        assert "Traceback" not in response.get_data(as_text=True)


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(anything)
def test_no_question_whatever_makes_a_500(client, data):
    for address in (TRAINING, DRAWING):
        assert client.post(address, data=json.dumps(data), content_type="application/json").status_code == 400


def spelled(callback):
    """The outputs of a callback, as its name spells them."""
    names = callback["output"].strip(".").split("...")
    return [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]


@pytest.mark.parametrize("value", [None, 5, -1.5, "x" * 100, [], [1], {}, {"a": []}, True])
def test_no_value_of_any_callback_makes_a_500(client, value):
    callbacks = client.get("/_dash-dependencies").get_json()
    on_the_server = [callback for callback in callbacks if callback["clientside_function"] is None]
    assert len(on_the_server) >= 3
    outputs_of = {callback["output"]: [] if callback["no_output"] else spelled(callback) for callback in on_the_server}
    for callback in on_the_server:
        props = {key: [{**item, "value": value} for item in callback[key]] for key in ("inputs", "state")}
        outputs = outputs_of[callback["output"]]
        body = {
            "output": callback["output"],
            "outputs": outputs[0] if len(outputs) == 1 else outputs,
            **props,
            "changedPropIds": [],
        }
        assert client.post(CALLBACKS, json=body).status_code < 500, callback["output"]


def test_a_state_that_was_sent_back_changed_in_shape_is_refused(client):
    state = state_after(client)
    larger = copy.deepcopy(state)
    larger["arrays"]["weights"]["shape"] = [3]
    assert answered(client, state=state).status_code == 200
    assert answered(client, state=larger).status_code == 400
