"""What administrators can count, who may read it, and that nobody's data are in it."""

import json
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from prometheus_client.parser import text_string_to_metric_families

from nnviz.hosting.metrics import kind_of, may_read
from tests.serving import RunningServer, serving

TOKEN = "a-token-of-24-characters"
QUESTION = {"lesson": "lab", "settings": {"noise": "0.123"}, "state": None, "steps": 8, "stride": 1}


def asked(server: RunningServer, path: str, body: object = None, token: str = "") -> tuple[int, str]:
    """The status and the text of an answer."""
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    data = None if body is None else json.dumps(body).encode()
    try:
        with build_opener(ProxyHandler({})).open(Request(server.address + path, data, headers), timeout=20) as said:
            return said.status, said.read().decode()
    except HTTPError as refusal:
        return refusal.code, refusal.read().decode()


def test_answers_of_all_workers_are_counted_for_whoever_has_the_token() -> None:
    with serving(NNVIZ_METRICS=TOKEN, WEB_CONCURRENCY="2") as server:
        for _ in range(6):
            assert asked(server, "/api/training", QUESTION)[0] == 200
        assert asked(server, "/no-such-page")[0] == 404
        assert [asked(server, "/metrics", token=token)[0] for token in ("", "a-token-of-24-characterS")] == [404, 404]
        status, text = asked(server, "/metrics", token=TOKEN)
    assert status == 200
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    counted = {(sample.name, *sample.labels.values()): sample.value for sample in samples}
    assert counted["nnviz_requests_total", "training", "200"] == 6
    assert counted["nnviz_requests_total", "page", "404"] >= 1
    looked_up = {
        lookup: counted.get(("nnviz_cache_lookups_total", "training", lookup), 0) for lookup in ("hit", "miss")
    }
    assert looked_up["hit"] + looked_up["miss"] == 6
    assert 1 <= looked_up["miss"] <= 2  # once in each worker at most
    assert counted["nnviz_cpu_seconds_count", "training"] == counted["nnviz_request_seconds_count", "training"] == 6
    assert 1 <= sum(sample.value for sample in samples if sample.name == "nnviz_sessions_playing") <= 2
    assert "0.123" not in text
    assert "lab" not in text


def test_there_are_none_unless_somebody_asks_for_them(server: RunningServer) -> None:
    assert asked(server, "/metrics")[0] == 404


@pytest.mark.parametrize(
    ("readers", "address", "said", "may"),
    [
        ("loopback", "127.0.0.1", "", True),
        ("loopback", "::1", "", True),
        ("loopback", "10.0.0.7", "", False),
        ("loopback", None, "", False),
        ("loopback", "nonsense", "", False),
        (TOKEN, "10.0.0.7", f"Bearer {TOKEN}", True),
        (TOKEN, "127.0.0.1", "", False),
        (TOKEN, "127.0.0.1", "Bearer loopback", False),
    ],
)
def test_metrics_are_for_this_machine_or_for_a_token(readers, address, said, may):
    assert may_read(readers, address, said) is may


def test_a_path_says_no_more_than_its_kind():
    assert kind_of("/lab") == kind_of("/anything/else") == "page"
    assert kind_of("/assets/main.mjs") == "file"
    assert kind_of("/api/training") == "training"
