"""The program from outside: how it starts, where it listens, what it refuses, how it stops."""

import gc
import signal
import sys
import tempfile

import pytest

from nnviz.hosting import gunicorn_config
from tests.serving import RunningServer, serving, start


def test_the_server_answers_healthz(server: RunningServer) -> None:
    assert server.status("/healthz") == 200


def test_only_this_machine_is_served_by_default(server: RunningServer) -> None:
    assert server.address.startswith("http://127.0.0.1:")


def test_web_concurrency_is_the_number_of_workers(server: RunningServer) -> None:
    assert server.printed().count("Booting worker") == 2


def test_what_a_worker_has_loaded_is_left_out_of_garbage_collections() -> None:
    try:
        gunicorn_config.post_worker_init(None)
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_empty_variables_count_as_unset_and_host_may_be_ipv6() -> None:
    with serving(HOST="::1", WEB_CONCURRENCY="") as running:
        assert running.address.startswith("http://[::1]:")


@pytest.mark.parametrize(
    ("variable", "value"),
    [("PORT", "abc"), ("PORT", "-1"), ("PORT", "65536"), ("WEB_CONCURRENCY", "0"), ("WEB_CONCURRENCY", "two")],
)
def test_nonsense_in_the_environment_ends_with_one_sentence(variable: str, value: str) -> None:
    with tempfile.TemporaryFile() as log:
        with start(log, **{variable: value}) as process:
            assert process.wait(timeout=30) == 1
        log.seek(0)
        printed = log.read().decode()
    assert printed.startswith(f"{variable} must be a whole number from ")
    assert printed.endswith(f"but it is '{value}'.\n")
    assert printed.count("\n") == 1


def test_a_strange_frame_ancestor_ends_the_server_and_not_only_its_workers() -> None:
    with tempfile.TemporaryFile() as log:
        with start(log, NNVIZ_FRAME_ANCESTORS="nonsense", PORT="0", WEB_CONCURRENCY="1") as process:
            assert process.wait(timeout=60) != 0
        log.seek(0)
        printed = log.read().decode()
    assert "NNVIZ_FRAME_ANCESTORS lists origins such as https://example.org, but 'nonsense' is none." in printed
    assert "Traceback" not in printed


def test_sigterm_stops_every_worker_and_exits_with_0() -> None:
    with serving(WEB_CONCURRENCY="2") as running:
        running.process.send_signal(signal.SIGTERM)
        assert running.process.wait(timeout=15) == 0
        assert running.printed().count("Worker exiting") == 2


def test_without_gunicorn_one_process_serves_the_same_application() -> None:
    program = "from nnviz.hosting.one_process import serve_in_one_process as serve; serve('127.0.0.1', 0)"
    with serving((sys.executable, "-c", program)) as running:
        assert running.status("/healthz") == 200
        assert "one process" in running.printed()
