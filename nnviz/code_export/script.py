"""A script in cells: the text of a .py file, and the same as a notebook.

A cell begins with a line `# %% Its title`, which editors know as well.
"""

import json
import re
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

CELL = "# %% "


@dataclass(frozen=True)
class Script:
    """A title, the link to the page whose numbers the text computes, and the text."""

    title: str
    link: str
    text: str

    @property
    def cells(self) -> list[str]:
        """The text cut before every cell's first line; joined they are the text."""
        return [cell for cell in re.split(rf"^(?={re.escape(CELL)})", self.text, flags=re.MULTILINE) if cell]

    def notebook(self) -> str:
        """The script as a Jupyter notebook, nbformat 4."""
        intro = f"# {self.title}\n\nThe numbers of the page `{self.link}`, computed again with NumPy alone."
        cells = [{"cell_type": "markdown", **_cell(intro)}]
        for source in self.cells:
            cells.append({"cell_type": "code", "execution_count": None, "outputs": [], **_cell(source)})
        kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
        metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
        whole = {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}
        return json.dumps(whole, ensure_ascii=False, indent=1)


def _cell(source: str) -> dict[str, Any]:
    """What every cell has: nbformat 4.5 asks for an id, which here follows from the source."""
    name = blake2b(source.encode(), digest_size=6).hexdigest()
    return {"id": name, "metadata": {}, "source": source.splitlines(keepends=True)}
