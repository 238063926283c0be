"""A script is cut into cells and joined again without a loss, and its notebook is one that Jupyter opens."""

import json

from nnviz.code_export.script import Script

TEXT = "# %% A page\nimport numpy as np\n\n# %% The data\nx = 1\n# %% is no cell in the middle # %% of a line\n"


def test_the_cells_joined_are_the_text():
    script = Script("A page", "/page", TEXT)
    assert "".join(script.cells) == TEXT
    assert [cell.splitlines()[0] for cell in script.cells][:2] == ["# %% A page", "# %% The data"]


def test_the_notebook_has_a_title_and_the_cells_as_nbformat_4_asks():
    notebook = json.loads(Script("A page", "/page?seed=3", TEXT).notebook())
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    title, *cells = notebook["cells"]
    assert title["cell_type"] == "markdown"
    assert "".join(title["source"]).startswith("# A page\n")
    assert set(title) == {"id", "cell_type", "metadata", "source"}
    assert "".join("".join(cell["source"]) for cell in cells) == TEXT
    for cell in cells:
        assert set(cell) == {"id", "cell_type", "metadata", "source", "execution_count", "outputs"}
        assert (cell["cell_type"], cell["outputs"], cell["execution_count"]) == ("code", [], None)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    assert all(1 <= len(name) <= 64 and name.isalnum() for name in ids)
