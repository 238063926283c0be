"""Tables, addresses, queries and headers that nobody would send; the same ones for the same seed."""

from collections.abc import Iterator
from random import Random
from urllib.parse import quote

from nnviz.page.registry import discover
from tests.web.asking import CALLBACKS, TRAINING
from tests.web.mutations import ODD_TEXTS, Asked


def spoilt_tables(random: Random, n: int) -> Iterator[Asked]:
    """CSVs that are not quite tables, with choices of columns that are not quite numbers."""
    right = "a;b;c\n1,5;2;x\n2;3;y\n3;4;x\n4;6;y\n"
    for _ in range(n):
        text = list(right)
        for _ in range(random.randrange(1, 12)):
            text[random.randrange(len(text))] = random.choice(
                (*ODD_TEXTS, '"', ";", ",", "\n", "\t", "|", " ", "1e308")
            )
        data = "".join(text).encode("utf-8", random.choice(("surrogatepass", "ignore")))
        features, target = quoted(random.choice(ODD_TEXTS)[:50]), random.choice(("", "2", "²", "-1"))
        query = f"features={features}&target={target}"
        yield Asked("POST", "/own-data", data, {"Content-Type": "text/csv"}, query)


def quoted(text: str) -> str:
    """A text as it stands in a query."""
    return quote(text, errors="replace")


KEYS = (
    "learning_rate",
    "then",
    "hold",
    "preset",
    "step",
    "speed",
    "hide",
    "projector",
    "self",
    "lesson",
    "data",
    "\0",
    "",
)


def spoilt_addresses(random: Random, n: int) -> Iterator[Asked]:
    """Addresses and queries that nobody would type, asked in every way."""
    known = [
        "/",
        "/healthz",
        "/qr.svg",
        "/code",
        "/own-data",
        "/assets/css/base/page.css",
        "/_dash-layout",
        "/_dash-dependencies",
    ]
    known += [f"/{slug}" for slug in discover()] + ["/_reload-hash", "/_favicon.ico", "/static/x", CALLBACKS, TRAINING]
    known += ["/_dash-component-suites/dash/deps/react@18.3.1.min.js", "/_dash-component-suites/x/y", "/nowhere/at/all"]
    for _ in range(n):
        path = random.choice(known)
        if random.random() < 0.4:
            ends = (
                "/..",
                "/../../etc/passwd",
                "/%2e%2e/",
                "%zz",
                "%ff%fe",
                "%00",
                "//",
                "/" + "x" * 5000,
                ".map",
                "\\",
            )
            path += random.choice(ends)
        said = (f"{random.choice(KEYS)}={quote(random.choice(ODD_TEXTS)[:2000], errors='replace')}" for _ in range(3))
        query = random.choice(("&".join(said), "link=http://" + quoted(random.choice(ODD_TEXTS)[:600]), "%", "&&=&"))
        method = random.choices(
            ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "NONSENSE"), (12, *[1] * 7)
        )[0]
        yield Asked(method, path, b"", odd_headers(random), query)


def odd_headers(random: Random) -> dict[str, str]:
    """A few headers without sense."""
    choices = {
        "Host": ("", "a b", "[::1", "x:99999999", "\xff", "a" * 3000, "<script>"),
        "Accept-Encoding": ("br;q=nan", ";;;", "*;q=9", "gzip" * 500, "\xff"),
        "Range": ("bytes=9-1", "bytes=999999999-", "bytes=-", "lines=1-2", "bytes=0-0,5-5"),
        "If-None-Match": ('"', "W/", "*", "\xff"),
        "If-Modified-Since": ("yesterday", "Mon, 99 Foo 99999 99:99:99 GMT"),
        "Cookie": ("=;;=", "a=" + "x" * 5000),
        "Content-Length": ("-5", "abc", "99999999999999999999"),
        "X-Forwarded-For": ("nonsense, ,", "::::"),
        "Authorization": ("Basic !!!", "Digest ="),
        "Referer": ("\xff", "javascript:"),
    }
    names = random.sample(sorted(choices), random.randrange(3))
    return {name: random.choice(choices[name]) for name in names}
