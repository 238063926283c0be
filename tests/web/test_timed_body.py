"""A body that does not come, or comes in pieces without sense, is a refusal and no accident."""

import io
from time import monotonic

import gevent
import pytest
from werkzeug.exceptions import BadRequest, RequestTimeout

from nnviz.web.timed_body import LONGEST, SECONDS, SLOWEST, TimedBody, with_timed_bodies


class Stalled:
    """A connection on which nothing arrives."""

    def read(self, *_size):
        gevent.sleep(60)

    readline = read


class Broken:
    """A body in chunks whose sizes are none."""

    def read(self, *_size):
        raise KeyError("no size")


def test_a_body_that_does_not_come_is_a_timeout():
    for ask in ("read", "readline", "readlines"):
        with pytest.raises(RequestTimeout):
            getattr(TimedBody(Stalled(), 0.01), ask)()


def test_the_time_is_for_the_whole_body_and_not_for_each_piece():
    body = TimedBody(Stalled(), 0.0)
    with pytest.raises(RequestTimeout):
        body.read(1)
    assert body._end <= monotonic()


def test_a_body_that_cannot_be_read_is_a_bad_request():
    with pytest.raises(BadRequest):
        TimedBody(Broken(), 1.0).read(5)


def test_a_body_that_is_there_is_read_as_it_is():
    def body():
        return TimedBody(io.BytesIO(b"a\nb\nc"), 1.0)

    assert (body().read(), body().read(2), body().readline()) == (b"a\nb\nc", b"a\n", b"a\n")
    assert body().readlines() == list(body()) == [b"a\n", b"b\n", b"c"]


@pytest.mark.parametrize(
    ("said", "more"), [("", 0.0), ("1000", 0.01), (str(10**30), LONGEST / SLOWEST), ("-1", 0.0), ("x", 0.0), ("²", 0.0)]
)
def test_a_longer_body_has_more_time_up_to_a_limit(said, more):
    seen = {}
    before = monotonic()
    with_timed_bodies(lambda environ, _: [seen.update(environ) or b""])(
        {"wsgi.input": io.BytesIO(), "CONTENT_LENGTH": said}, print
    )
    assert before + SECONDS + more <= seen["wsgi.input"]._end <= monotonic() + SECONDS + more
