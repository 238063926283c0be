"""What takes long is made in pieces, so that a request that is not patient can be answered between two of them."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import Generic, TypeVar, TypeVarTuple

T = TypeVar("T")
Given = TypeVarTuple("Given")
Pieces = Generator[None, None, T]
"""Yields after each piece and returns the result."""

_is_impatient: ContextVar[bool] = ContextVar("is_impatient", default=False)


class UnfinishedError(Exception):
    """A piece was made and others are left: whoever calls again gets the next one."""


@contextmanager
def one_piece_a_call() -> Iterator[None]:
    """Where this holds, a call of what is made in pieces raises UnfinishedError after a piece that is not the last."""
    token = _is_impatient.set(True)
    try:
        yield
    finally:
        _is_impatient.reset(token)


class _Work(Generic[T]):
    """Pieces that are being made, and their result."""

    def __init__(self, pieces: Pieces[T]) -> None:
        self.pieces, self.results = pieces, list[T]()

    def result(self) -> T:
        while not self.results:
            try:
                next(self.pieces)
            except StopIteration as end:
                self.results.append(end.value)
            else:
                if _is_impatient.get():
                    raise UnfinishedError
        return self.results[0]


def in_pieces(maxsize: int) -> Callable[[Callable[[*Given], Pieces[T]]], Callable[[*Given], T]]:
    """Makes a generator function one that returns the result, and remembers the latest; arguments can be hashed."""

    def decorate(make: Callable[[*Given], Pieces[T]]) -> Callable[[*Given], T]:
        @lru_cache(maxsize=maxsize)
        def work(*given: *Given) -> _Work[T]:
            return _Work(make(*given))

        @wraps(make)
        def result(*given: *Given) -> T:
            return work(*given).result()

        result.cache_clear = work.cache_clear  # type: ignore[attr-defined]
        return result

    return decorate
