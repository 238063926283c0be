"""Draws the notebook's long shuffles and writes the states after them: run it when the notebook's chain changes."""

import sys
from pathlib import Path

import numpy as np

from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.known_shuffles import known_states
from nnviz.core.notebook.published import walk


def write(path: Path) -> None:
    """Writes what `known_states` reads; what is known by then is taken as it is."""
    for _ in walk(CHAIN):
        pass
    known = known_states()
    np.savez(path, keys=np.array(list(known)), states=np.array(list(known.values()), dtype="<u4"))


if __name__ == "__main__":
    known_states().clear()
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("known_shuffles.npz"))
