"""What is nearly HTTP: requests as bytes, each spoilt; the same ones for the same seed."""

import json
from collections.abc import Iterator
from random import Random

from tests.web.asking import TRAINING, training_request

HEADERS = (
    "Transfer-Encoding: bogus",
    "Transfer-Encoding: chunked, chunked",
    "Transfer-Encoding: gzip",
    "Content-Length: -1",
    "Content-Length: abc",
    "Content-Length: 5\r\nContent-Length: 6",
    "Content-Length: 99999999999999999999",
    "Content-Length: 1\r\nTransfer-Encoding: chunked",
    "SCRIPT_NAME: /x",
    "PATH_INFO: /x",
    "X_Forwarded_For: 1",
    "X-Forwarded-Proto: https\r\nX-Forwarded-Ssl: off",
    "Host: b",
    "Host: ",
    "Host",
    ": nothing",
    " folded: yes",
    "Expect: 100-continue",
    "Expect: nonsense",
    "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AA",
    "Upgrade: websocket\r\nConnection: Upgrade",
    "Connection: close, keep-alive",
    "Content-Encoding: gzip",
    "X\0: y",
    "X: \0",
    "X: \x7f\xff",
    "X" * 9000 + ": y",
    "X: " + "y" * 9000,
    "X: y\r\n" * 120,
    "Range: bytes=9-1",
    "Accept-Encoding: ;;q=nan",
    "Cookie: =;;=",
    'If-None-Match: "',
    "Trailer: X",
    "TE: trailers, chunked;q=9",
    "",
)
FIRST_LINES = (
    "GET /lab HTTP/1.1",
    "GET /lab HTTP/1.0",
    "GET /lab HTTP/9.9",
    "GET /lab",
    "GET  HTTP/1.1",
    "get /lab HTTP/1.1",
    "GET lab HTTP/1.1",
    "GET * HTTP/1.1",
    "OPTIONS * HTTP/1.1",
    "CONNECT a:80 HTTP/1.1",
    "GET http://a/lab HTTP/1.1",
    "GET http://[::1/lab HTTP/1.1",
    "GET //a/lab HTTP/1.1",
    "GET /../../etc/passwd HTTP/1.1",
    "GET /%zz%ff%00 HTTP/1.1",
    "GET /" + "a" * 9000 + " HTTP/1.1",
    "GET /?" + "a=1&" * 2500 + " HTTP/1.1",
    "GET /lab?\xff\xfe HTTP/1.1",
    "GET /lab\0 HTTP/1.1",
    "GET /lab#part HTTP/1.1",
    "PRI * HTTP/2.0",
    "NONSENSE /lab HTTP/1.1",
    "\0\1\2",
    "\x16\x03\x01\x02",
    "GET /assets/../app.py HTTP/1.1",
    "GET /_dash-component-suites/dash/..%2f..%2fos.py HTTP/1.1",
    "GET /lab\tHTTP/1.1",
    f"POST {TRAINING} HTTP/1.1",
    "POST /code HTTP/1.1",
    "POST /own-data HTTP/1.1",
    "PUT /code HTTP/1.0",
    "HEAD / HTTP/1.1",
)
CHUNKS = (
    b"5\r\n1,2,3\r\n0\r\n\r\n",
    b"zz\r\nhello\r\n",
    b"-5\r\nhello\r\n",
    b"5\r\nhelloworld\r\n0\r\n\r\n",
    b"\r\n",
    b"0x5\r\nhello\r\n",
    b"f" * 40 + b"\r\nx",
    b'5;a="\r\nhello\r\n0\r\n\r\n',
    b"5\nhello\n0\n\n",
    b"0\r\nX: y\r\nContent-Length: 5\r\n\r\n",
    b"0\r\n: \0\r\n\r\n",
    b"1" * 5000,
    b"5\r\nhel",
    b"",
)


def spoilt_requests(random: Random, n: int) -> Iterator[bytes]:
    """Requests of which the first line, headers or body, or all of them, make no sense."""
    for _ in range(n):
        first = random.choice(FIRST_LINES)
        headers = ["Host: a"] * random.choice((0, 1, 1, 1, 2)) + random.sample(HEADERS, random.randrange(3))
        body = random.choice((b"", b"", _json(random), random.randbytes(40)))
        if random.random() < 0.25:
            first = random.choice(("POST /own-data HTTP/1.1", "POST /code HTTP/1.1", f"POST {TRAINING} HTTP/1.1"))
            headers += ["Transfer-Encoding: chunked", "Content-Type: application/json"]
            body = random.choice(CHUNKS)
        elif body:
            length = random.choice((len(body), len(body) - 1, len(body) + 5))
            headers += [f"Content-Length: {length}", "Content-Type: application/json"]
        end = random.choices(("\r\n", "\n", "\r"), (20, 1, 1))[0]
        yield end.join([first, *headers, "", ""]).encode("latin-1") + body


def _json(random: Random) -> bytes:
    """A training request, now and then with a byte that is another."""
    text = bytearray(json.dumps(training_request()).encode())
    for _ in range(random.randrange(3)):
        text[random.randrange(len(text))] = random.randrange(256)
    return bytes(text)
