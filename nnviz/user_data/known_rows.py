"""Rows that have been seen, by a name that follows from them, so that the long text need not travel each time.

The name is `rows:` and the BLAKE2b hash of the canonical text. What a process does not remember, nobody can guess from
the name: then the rows have to be said once more.
"""

import re
from hashlib import blake2b

from cachetools import LRUCache

from nnviz.user_data.table import table_of

MOST_BYTES = 8 * 2**20
"""Of texts that a process remembers: 40 of the longest tables, or some thousand small ones."""

NAME = re.compile(r"rows:[0-9a-f]{32}")


def name_of(text: str) -> str:
    """The name of a canonical text; equal texts have equal names."""
    return f"rows:{blake2b(text.encode(), digest_size=16).hexdigest()}"


class KnownRows:
    """The canonical texts seen last, by their names, up to a number of bytes."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._texts: LRUCache[str, str] = LRUCache(most_bytes, getsizeof=len)

    def remember(self, text: str) -> tuple[str, str] | None:
        """The name and the canonical text of rows, which are kept from now on; None for what is no table."""
        table = table_of(text)
        if table is None:
            return None
        name = name_of(table.text)
        if name not in self._texts and len(table.text) <= self._texts.maxsize:
            self._texts[name] = table.text
        return name, self._texts.get(name, table.text)

    def text(self, name: str) -> str | None:
        """The rows of a name; None when they are not remembered."""
        return self._texts.get(name)


KNOWN_ROWS = KnownRows()
"""Those of this process."""
