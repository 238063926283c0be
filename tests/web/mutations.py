"""Requests that are nearly right, each spoilt in one or a few places; the same ones for the same seed."""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from nnviz.page.registry import discover
from nnviz.web.requests import MOST_BYTES
from tests.user_data.tables import own_text
from tests.web.asking import CALLBACKS, DRAWING, TRAINING, drawing_request, navigation, training_request

ODD_TEXTS = (
    "",
    "\0",
    "\ud800",
    "a\udfffb",
    "\u202e",
    "x" * 100_000,
    "../../etc/passwd",
    "%00",
    "%",
    "{}",
    "<script>",
    "'\"`$",
    "9" * 4000,
    "-1",
    "NaN",
    "Infinity",
    "1e999",
    "~~,@~",
    "__proto__",
    "__class__",
    "rows:" + "0" * 32,
    "regression,",
    "regression,x,y\n1,2\n2,1\n3,4\n5,6",
    "1/0",
    "((((((((",
    "x**9**9**9",
    "٣",
    "²",
    "\n\r\t",
    "💥",
)
ODD_NUMBERS = (0, -1, 1.5, 2**31, 2**53 + 1, 2**63, -(2**63), 10**30, 10**4000, 1e308, float("nan"), float("inf"))


def deep(n_levels: int) -> Any:
    """Lists in lists."""
    nested: Any = []
    for _ in range(n_levels):
        nested = [nested]
    return nested


def odd(random: Random) -> Any:
    """A value that is expected nowhere."""
    kinds: tuple[Callable[[], Any], ...] = (
        lambda: random.choice(ODD_TEXTS),
        lambda: random.choice(ODD_NUMBERS),
        lambda: random.choice((None, True, False, [], {}, [None], {"": {}}, [[]] * 50)),
        lambda: deep(random.choice((5, 40, 200))),
        lambda: {f"key {place}": place for place in range(random.choice((1, 70, 2000)))},
    )
    return random.choice(kinds)()


@dataclass(frozen=True)
class Asked:
    """One request for Flask's test client."""

    method: str
    path: str
    data: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    query: str = ""


def places(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths to everything inside a JSON value."""
    for key, inner in part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ():
        yield (*path, key)
        yield from places(inner, (*path, key))


def spoilt(random: Random, body: Any) -> Any:
    """A copy of a JSON value, at one to three places of which something is changed, left out or added."""
    copy = json.loads(json.dumps(body))
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        if not (found := list(places(copy))):
            break
        *way, last = random.choice(found)
        holder = copy
        for key in way:
            holder = holder[key]
        _spoil(random, holder, last)
    return copy


def _spoil(random: Random, holder: Any, last: Any) -> None:
    what = random.choice(("replace", "replace", "replace", "drop", "add", "twice"))
    if what == "replace":
        is_text = isinstance(holder[last], str) and random.random() < 0.7  # else most are refused by their type alone
        holder[last] = random.choice(ODD_TEXTS) if is_text else odd(random)
    elif what == "drop":
        del holder[last]
    elif isinstance(holder, dict):
        holder[str(odd(random))[:40]] = odd(random) if what == "add" else holder[last]
    else:
        holder.append(odd(random) if what == "add" else holder[last])


def bodies() -> list[tuple[str, Any]]:
    """What pages of ours send, with the addresses."""
    own = {"data": "your own", "own_data": own_text(n_rows=8), "learning_rate": "0.1"}
    state = {"step": 0, "arrays": {"weights": {"dtype": "f8", "shape": [3], "data": "A" * 32}}}
    found = [(TRAINING, training_request(settings=own, state=state))] * 3
    found += [(CALLBACKS, navigation(path, search)) for path in ("/", "/lab", "/nowhere") for search in ("", "?seed=3")]
    for slug, lesson in discover().items():
        words = lesson.settings().as_text()
        replay = {"settings": {}, "steps": 1}
        found.append((TRAINING, training_request(lesson=slug, settings=words, replay=replay, steps=2)))
        found.append((DRAWING, drawing_request(lesson=slug, settings=words, without=[])))
        setting_changes = [{"step": 0, "settings": words}, {"step": 3, "settings": {}}]
        found.append(("/code", {"lesson": slug, "link": f"/{slug}?a=1", "setting_changes": setting_changes, "step": 5}))
    return found


def as_bytes(random: Random, body: Any) -> tuple[bytes, dict[str, str]]:
    """A body as it travels, now and then in a wrong encoding, cut, or under a wrong name."""
    text = json.dumps(body)
    headers = {"Content-Type": "application/json"}
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: text.encode(),
        lambda: json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass"),
        lambda: text.encode("utf-16"),
        lambda: b"\xef\xbb\xbf" + text.encode(),
        lambda: text.encode()[: random.randrange(len(text) + 1)],
        lambda: gzip.compress(text.encode())[: random.randrange(20, 60)],
        lambda: text.encode().replace(b'"', b'\\"', 3),
        lambda: text.encode().replace(b": {", b": " + b"[" * 5000, 1),
        lambda: random.randbytes(random.randrange(200)),
        lambda: text.encode() + b" " * (MOST_BYTES if random.random() < 0.1 else 1),
    )
    data = random.choices(ways, weights=(20, 8, 1, 1, 2, 1, 1, 1, 1, 1))[0]()
    if random.random() < 0.1:
        headers["Content-Type"] = random.choice(
            ("", "text/plain", "application/json; charset=nonsense", "a/b/c", "\xff")
        )
    if random.random() < 0.1:
        headers["Content-Encoding"] = random.choice(("gzip", "br", "identity, gzip", "nonsense"))
    return data, headers


def spoilt_bodies(random: Random, n: int) -> Iterator[Asked]:
    """Questions of pages with a body that is not quite theirs."""
    right = bodies()
    for _ in range(n):
        address, body = random.choice(right)
        data, headers = as_bytes(random, spoilt(random, body))
        yield Asked("POST", address, data, headers)
