"""How long a worker waits for a client, and what it says to what is no request."""

from contextlib import closing
from types import SimpleNamespace

import pytest
from gevent import socket
from gevent.local import local
from gevent.pool import Pool
from gunicorn.http.errors import ConfigurationProblem, InvalidHeader, UnsupportedTransferCoding
from gunicorn.workers.ggevent import GeventWorker

from nnviz.hosting.worker import HEADERS, HURRY, NEWCOMERS, PatientWorker

KEEPALIVE = 15


@pytest.fixture
def worker():
    """A worker without a server."""
    made = object.__new__(PatientWorker)
    made._connection, made._n_open, made.worker_connections = local(), 0, 100
    made.cfg = SimpleNamespace(keepalive=KEEPALIVE)
    return made


def test_a_connection_that_has_asked_may_be_silent_longer_than_a_new_one(worker):
    assert worker.timeout_ctx().seconds == HEADERS < KEEPALIVE
    worker._connection.has_asked = True
    assert worker.timeout_ctx().seconds == KEEPALIVE


def test_nobody_may_be_silent_for_long_while_connections_run_short(worker):
    worker._n_open = 51
    assert worker.timeout_ctx().seconds == HURRY
    worker._connection.has_asked = True
    assert worker.timeout_ctx().seconds == HURRY
    worker._n_open = 50
    assert worker.timeout_ctx().seconds == KEEPALIVE


def test_a_client_who_does_not_take_the_answer_is_left(worker, monkeypatch):
    def stalls(*_arguments):
        raise TimeoutError

    monkeypatch.setattr(GeventWorker, "handle_request", stalls)
    with pytest.raises(StopIteration):
        worker.handle_request(None, None, None, None)


def test_newcomers_do_not_wait_a_round_of_answers_each(worker):
    pool = Pool(5)
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        server = worker.server_class(listener, application=None, spawn=pool, log=None)
        assert server.max_accept == NEWCOMERS > 1
        assert server.pool is pool
        assert server._handle.func == worker.handle


@pytest.mark.parametrize("fault", [UnsupportedTransferCoding("bogus"), ConfigurationProblem("SCRIPT_NAME")])
def test_what_a_client_made_up_is_no_fault_of_the_server(worker, monkeypatch, fault):
    answered = []
    monkeypatch.setattr(GeventWorker, "handle_error", lambda *arguments: answered.append(arguments[-1]))
    worker.handle_error(None, None, None, fault)
    assert isinstance(answered[0], InvalidHeader)
