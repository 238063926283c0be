"""Facts about the tree: sizes, names, layers, exact pins, and papers that say what is there."""

import ast
import re
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions, requires
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from nnviz.page.registry import discover
from tests.conftest import LONG
from tests.serving import SERVING_VARIABLES

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sorted([*ROOT.glob("*.py"), *(ROOT / "nnviz").rglob("*.py"), *(ROOT / "bench").rglob("*.py")])
MODULES = [*PROGRAM, *sorted((ROOT / "tests").rglob("*.py"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAPERS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")

LONGEST_MODULE = 220
LONGEST_FUNCTION = 40
MOST_ARGUMENTS = 6
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "stuff"}

FROM_ELSEWHERE = re.compile(
    r"""(?: url\(\s* | @import\s+ | \bfrom\s* | \bimport\(?\s* | \bfetch\(\s* | \bsrc\s*=\s* | \bhref\s*=\s* )
        ["']? (?:https?:)? //""",
    re.VERBOSE,
)


def of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_module_is_too_long_to_read_at_once() -> None:
    lengths = {of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_too_long_or_takes_too_many_arguments() -> None:
    too_much = [
        f"{of(path)}:{function.name}"
        for path in MODULES
        for function in _functions(path)
        if function.end_lineno - function.lineno + 1 > LONGEST_FUNCTION or _n_arguments(function) > MOST_ARGUMENTS
    ]
    assert too_much == []


Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions(path: Path) -> list[Function]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, Function)]


def _n_arguments(function: Function) -> int:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return len([argument for argument in named if argument.arg not in {"self", "cls"}])


def test_every_name_of_a_module_says_what_is_in_it() -> None:
    words = {of(path): set(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES}
    assert [name for name, parts in words.items() if parts & SAYS_NOTHING] == []


def test_the_layers_import_one_way() -> None:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_assets_load_nothing_from_elsewhere() -> None:
    written = [path for path in (ROOT / "assets").rglob("*") if path.suffix in {".css", ".js", ".mjs", ".svg"}]
    ours = [path for path in written if ".min." not in path.name and "vendor" not in path.parts]
    texts = {of(path): path.read_text(encoding="utf-8") for path in ours}  # a library is watched in the browser instead
    assert texts
    assert {name: found[0] for name, text in texts.items() if (found := FROM_ELSEWHERE.search(text))} == {}


HOLDS_PICTURES = re.compile(r"(?::root|\.js-plotly-plot)[^\s,{]*:has\(")


def test_no_style_of_what_holds_pictures_asks_what_is_in_it() -> None:
    """Each change of a picture would make the browser look through all that is around it."""
    styles = {of(path): path.read_text(encoding="utf-8") for path in (ROOT / "assets" / "css").rglob("*.css")}
    assert [name for name, text in styles.items() if HOLDS_PICTURES.search(text)] == []


def test_the_program_names_no_script_or_style_from_elsewhere() -> None:
    elsewhere = re.compile(r"external_(scripts|stylesheets)|dbc\.(themes|icons)|serve_locally\s*=\s*False|\bcdn\b")
    texts = {of(path): path.read_text(encoding="utf-8") for path in PROGRAM}
    assert [name for name, text in texts.items() if elsewhere.search(text)] == []


def test_the_files_that_are_run_first_are_there() -> None:
    assert [name for name in LONG if not (ROOT / "tests" / name).exists()] == []


# Requirements


def requirements(name: str) -> list[Requirement]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-r"))]


RUNTIME = requirements("requirements.txt")
DEVELOPMENT = requirements("requirements-dev.txt")


@pytest.mark.parametrize("pinned", [RUNTIME, DEVELOPMENT], ids=["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_to_one_version(pinned: list[Requirement]) -> None:
    loose = [str(r) for r in pinned if not re.fullmatch(r"==\d[\w.]*", str(r.specifier))]
    assert loose == []


def test_whatever_the_dashboard_brings_along_is_pinned_and_nothing_else_is() -> None:
    here = {canonicalize_name(r.name) for r in RUNTIME if r.marker is None or r.marker.evaluate()}
    assert _closure(_direct()) == here


def test_the_program_imports_only_what_it_asks_for_itself() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PROGRAM if "bench" not in path.parts]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    packages = {module.split(".")[0] for module in modules} - sys.stdlib_module_names - {"nnviz", "app"}
    owners = packages_distributions()
    assert {canonicalize_name(owners[package][0]) for package in packages} <= _direct()


def _direct() -> set[str]:
    """What requirements.txt names in its first part: the packages that the program itself uses."""
    first_part = (ROOT / "requirements.txt").read_text(encoding="utf-8").split("# What those bring along")[0]
    return {canonicalize_name(name) for name in re.findall(r"^(\w\S*)==", first_part, re.MULTILINE)}


def _closure(names: set[str]) -> set[str]:
    needed = [Requirement(line) for line in chain.from_iterable(requires(name) or [] for name in names)]
    wanted = {canonicalize_name(r.name) for r in needed if r.marker is None or r.marker.evaluate({"extra": ""})}
    return names if wanted <= names else _closure(names | wanted)


# Papers


def test_the_makefile_has_every_target_that_the_papers_name() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {word for name in PAPERS for word in re.findall(r"\bmake ([a-z-]+)[`\n ]", _code(name))}
    assert {"run", "test"} <= named
    assert named <= targets


def _code(name: str) -> str:
    text = (ROOT / name).read_text(encoding="utf-8")
    return "\n".join(
        part + "\n" for part in re.findall(r"```sh\n(.*?)```|`([^`\n]+)`", text, re.DOTALL) for part in part
    )


@pytest.mark.parametrize("name", PAPERS)
def test_every_link_to_a_file_leads_to_one(name: str) -> None:
    words = re.sub(r"`[^`\n]+`", "", (ROOT / name).read_text(encoding="utf-8"))  # code shows how links are written
    links = re.findall(r"\]\(([^)#\s]+)", words)
    missing = [link for link in links if "://" not in link and not (ROOT / link).exists()]
    assert missing == []


def test_the_readme_explains_every_variable_of_the_environment() -> None:
    read = set(re.findall(r"\b(NNVIZ_[A-Z_]+)\b", "".join(path.read_text(encoding="utf-8") for path in PROGRAM)))
    explained = set(re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE))
    assert explained == read | set(SERVING_VARIABLES)


def test_the_readme_lists_the_lessons_that_exist() -> None:
    listed = re.findall(r"^\| `/([a-z-]+)`", README, re.MULTILINE)
    assert listed == list(discover())


def test_continuous_integration_runs_what_the_readme_says() -> None:
    commands = [
        line
        for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "set ", "cd "))
    ]
    assert commands == ["make test"]


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_alone_says_what_there_is() -> None:
    run = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "make run" in run.stdout
    assert "make test" in run.stdout
