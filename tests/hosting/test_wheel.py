"""The wheel, built here and installed into an empty environment: the command, and the library in a notebook."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest

from tests.serving import ROOT, serving

PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet")
NOTEBOOKS = (ROOT / "docs" / "notebooks.md").read_text(encoding="utf-8")


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; an AssertionError with it when the command fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pythons() -> list[str]:
    """This Python, and those of the versions that are supported as far as they are there."""
    ours = f"{sys.version_info.major}.{sys.version_info.minor}"
    others = {}
    for version in ("3.11", "3.12", "3.13", "3.14"):
        own = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"))
        others[version] = str(own[-1]) if own else shutil.which(f"python{version}") or ""
    return [sys.executable, *(python for version, python in others.items() if python and version != ours)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, *PIP, "wheel", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    return next(folder.glob("nnviz-*.whl"))


@pytest.fixture(scope="module", params=pythons())
def installed(request: pytest.FixtureRequest, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the programs of an environment in which nothing is but the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("environment")
    run(request.param, "-m", "venv", "--without-pip", folder / "empty", cwd=folder)
    programs = folder / "empty" / "bin"
    # Most modules of the libraries are never loaded here: to compile them all takes longer than the tests.
    run(sys.executable, *PIP, "--python", programs / "python", "install", "--no-compile", wheel, cwd=folder)
    return programs


def test_the_command_serves_pages_and_their_files(installed: Path) -> None:
    command = (str(installed / "nnviz"), "--no-browser", "--port", "0", "--workers", "1", "--prefix", "/nnviz/")
    with serving(command, cwd=installed) as running:
        read = build_opener(ProxyHandler({})).open
        page = read(f"{running.address}/nnviz/lab", timeout=20).read().decode()
        files = re.findall(r'(?:href|src|data-space-traces)="(/nnviz/assets/[^"]+)"', page)
        assert len(files) > 50
        for file in files:
            assert read(running.address + file, timeout=20).status == 200
        assert read(f"{running.address}/nnviz/_dash-layout", timeout=20).status == 200


def test_the_command_says_what_it_can_be_told(installed: Path) -> None:
    said = run(installed / "nnviz", "--help", cwd=installed)
    assert {"--host", "--port", "--workers", "--prefix", "--no-browser"} <= set(re.findall(r"--[a-z-]+", said))


def test_the_lines_for_notebooks_work_with_the_wheel_alone(installed: Path) -> None:
    cells = re.findall(r"```python\n(.*?)```", NOTEBOOKS, re.DOTALL)
    assert [len(cell.splitlines()) <= 15 for cell in cells] == [True, True]
    last = "\nprint(len(figure.data), figure.layout.yaxis.type)"
    said = run(installed / "python", "-c", "\n".join(cells) + last, cwd=installed)
    first, after = map(float, re.search(r"loss of a batch: (\S+) at first, (\S+) after 2000 steps", said).groups())
    assert after < 0.5 * first
    assert said.splitlines()[-1] == "2 log"
