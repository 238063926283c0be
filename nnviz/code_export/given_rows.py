"""Rows that were given, as source text: the examples, what they are called, and a picture of them."""

from collections.abc import Mapping

from nnviz.code_export.script import CELL
from nnviz.core.data.provenance import Number, Provenance

PICTURE = """
def shown(name):
    \"\"\"The name as Matplotlib has to be told it: a dollar begins no formula.\"\"\"
    return name.replace("$", r"\\$")


try:
    import matplotlib.pyplot as plt
except ImportError:
    print("With Matplotlib the data are drawn as well.")
else:
    figure, axes = plt.subplots()
{points}
    axes.set(xlabel=shown(FEATURES[0]), ylabel=shown({height_name}))
    plt.show()
"""

OF_CLASSES = """
    for label, name in enumerate(CLASSES):
        axes.scatter({x}[y == label], {height}[y == label], label=shown(f"{{TARGET}} = {{name}}"))
    axes.legend()
"""
OF_NUMBERS = """
    points = axes.scatter({x}, {height}, c=y)
    figure.colorbar(points, label=shown(TARGET))
"""
OF_LINE = "    axes.scatter({x}, {height})"


def names_code(given: Mapping[str, Number]) -> str:
    """The names of features, target and classes, each a line in brackets; nothing where there are none."""
    names = _list(given, "names")
    if not names:
        return ""
    *features, target = names
    return f"FEATURES = {_written(features)}\nTARGET = {target!r}\nCLASSES = {_written(_list(given, 'class_names'))}\n"


def picture_code(provenance: Provenance | None, x: str = "X[:, 0]") -> str:
    """A cell that draws the data if they are one's own, nothing otherwise; `x` is the source of the first feature."""
    given = provenance.steps[0].numbers if provenance else {}
    n_features = len(_list(given, "names")) - 1
    if n_features < 1:
        return ""
    height, height_name = ("y", "TARGET") if n_features == 1 else ("X[:, 1]", "FEATURES[1]")
    points = OF_NUMBERS if n_features > 1 else OF_LINE
    points = OF_CLASSES if _list(given, "class_names") else points
    cell = PICTURE.format(points=points.format(x=x, height=height).strip("\n"), height_name=height_name)
    return f"{CELL}The data as a picture\n{cell.lstrip()}"


def _written(names: list[str]) -> str:
    """A list of texts in one line, or where that gets too long with a line for each."""
    line = repr(names)
    return line if len(line) < 100 else "[\n" + "".join(f"    {name!r},\n" for name in names) + "]"


def _list(given: Mapping[str, Number], name: str) -> list[str]:
    text = str(given.get(name, ""))
    return text.split(",") if text else []
