"""What the network may send, and what it gets: sizes, shapes, and never a traceback."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.web.requests import MOST_BYTES
from nnviz.web.server import create_app

PATH = "/_dash-update-component"


@pytest.fixture(scope="module")
def client():
    app = create_app()
    app.server.config["TESTING"] = False  # an unexpected exception becomes a 500, as it would in a lecture
    return app.server.test_client()


def training_body(**changes):
    request = {"lesson": "lab", "settings": {}, "state": None, "steps": 3, "stride": 1, "run": 1, **changes}
    return {
        "output": "training-response.data",
        "outputs": {"id": "training-response", "property": "data"},
        "inputs": [{"id": "training-request", "property": "data", "value": request}],
        "changedPropIds": ["training-request.data"],
    }


def answered(client, **changes):
    return client.post(PATH, json=training_body(**changes))


def state_after(client, steps=3):
    return answered(client, steps=steps).get_json()["response"]["training-response"]["data"]["state"]


def test_a_training_request_is_answered(client):
    response = answered(client)
    assert response.status_code == 200
    data = response.get_json()["response"]["training-response"]["data"]
    assert data["run"] == 1
    assert data["state"]["step"] == 3
    assert data["frames"]["step"]["shape"] == [4]


def test_a_body_over_the_limit_gets_413(client):
    assert client.post(PATH, data=b"x" * (MOST_BYTES + 1), content_type="application/json").status_code == 413
    assert client.post(PATH, json={"output": "x" * MOST_BYTES}).status_code == 413


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"[]", b'"text"', b"{}", b'{"output": 1}', b'{"output": "x.y"}'])
def test_what_is_no_callback_gets_400(client, body):
    assert client.post(PATH, data=body, content_type="application/json").status_code == 400


def test_a_callback_body_of_another_media_type_gets_4xx(client):
    assert 400 <= client.post(PATH, data=json.dumps(training_body()), content_type="text/plain").status_code < 500


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("inputs", None),
        ("inputs", []),
        ("inputs", [{"id": "other", "property": "data", "value": None}]),
        ("inputs", [{"id": "training-request", "property": "data"}]),
        ("inputs", [[], {}]),
        ("state", [{"id": "x", "property": "y"}]),
        ("outputs", {"id": "x", "property": "data"}),
        ("outputs", [{"id": "training-response", "property": "data"}] * 2),
        ("outputs", 7),
        ("changedPropIds", {"a": 1}),
        ("changedPropIds", [1]),
        ("parsedChangedPropsIds", 5),
        ("background", True),
    ],
)
def test_a_callback_body_of_another_shape_gets_400(client, key, value):
    assert client.post(PATH, json={**training_body(), key: value}).status_code in {200, 400} - (
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
    body = json.loads(json.dumps(training_body()).replace("training", "drawing"))
    body["inputs"][0]["value"] = {"lesson": "lab", "settings": {}, "tags": {}}
    assert client.post(PATH, json=body).status_code == 200
    for wrong in ({"lesson": "none"}, {"settings": [1]}, {"tags": {"loss": 1}}, {"without": "surface"}, {"more": 1}):
        asked = {**body, "inputs": [{**body["inputs"][0], "value": {**body["inputs"][0]["value"], **wrong}}]}
        response = client.post(PATH, json=asked)
        assert response.status_code == 400, wrong
        assert "Traceback" not in response.get_data(as_text=True)


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(anything)
def test_no_training_request_whatever_makes_a_500(client, data):
    body = training_body()
    body["inputs"][0]["value"] = data
    assert client.post(PATH, data=json.dumps(body), content_type="application/json").status_code == 400


@pytest.mark.parametrize("value", [None, 5, -1.5, "x" * 100, [], [1], {}, {"a": []}, True])
def test_no_value_of_any_callback_makes_a_500(client, value):
    callbacks = client.get("/_dash-dependencies").get_json()
    on_the_server = [callback for callback in callbacks if callback["clientside_function"] is None]
    assert len(on_the_server) >= 3
    for callback in on_the_server:
        props = {key: [{**item, "value": value} for item in callback[key]] for key in ("inputs", "state")}
        spelled = callback["output"].strip(".").split("...")
        outputs = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in spelled]
        body = {
            "output": callback["output"],
            "outputs": outputs if callback["output"].startswith("..") else outputs[0],
            **props,
            "changedPropIds": [],
        }
        assert client.post(PATH, json=body).status_code < 500, callback["output"]


def test_a_state_that_was_sent_back_changed_in_shape_is_refused(client):
    state = state_after(client)
    larger = copy.deepcopy(state)
    larger["arrays"]["weights"]["shape"] = [3]
    assert answered(client, state=state).status_code == 200
    assert answered(client, state=larger).status_code == 400


@pytest.mark.parametrize("path", ["/", "/lab", "/lab?learning_rate=x&then=~~&step=1e9&hide=,", "/healthz"])
def test_pages_and_the_health_check_answer(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
