"""The files for administrators: what they say is what the dashboard and the tools understand."""

import json
import re

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.hosting.proxies import HOSTING
from tests.serving import ROOT, SERVING_VARIABLES

COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "tests" / "hosting" / "compose-spec.json").read_text(encoding="utf-8"))
"""schema/compose-spec.json of the Compose Specification, Apache License 2.0."""

OF_THE_COMPOSE_FILE = {"NNVIZ_SITE", "NNVIZ_REPLICAS", "NNVIZ_UPSTREAMS", "NNVIZ_PYTHON_IMAGE"}


def filled_in(text: str) -> str:
    """The text with the defaults of its variables: ${NAME:-default}."""
    return re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", text)


def test_the_compose_file_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(yaml.safe_load(filled_in(COMPOSE)))


def test_replicas_have_one_worker_one_proxy_and_nothing_to_write_to() -> None:
    replica = yaml.safe_load(filled_in(COMPOSE))["services"]["nnviz"]
    assert replica["environment"]["WEB_CONCURRENCY"] == replica["environment"]["NNVIZ_PROXIES"] == "1"
    assert replica["read_only"] is True
    assert replica["cap_drop"] == ["ALL"]


@pytest.mark.parametrize(
    "path", [ROOT / "compose.yaml", *sorted(HOSTING.iterdir()), ROOT / "docs" / "hosting.md"], ids=str
)
def test_every_variable_in_a_file_is_one_that_is_read(path) -> None:
    named = set(re.findall(r"\bNNVIZ_[A-Z_]+", path.read_text(encoding="utf-8")))
    assert named <= set(SERVING_VARIABLES) | OF_THE_COMPOSE_FILE


def test_kubernetes_asks_the_health_check_and_lets_a_pod_write_nothing() -> None:
    deployment, service = yaml.safe_load_all((HOSTING / "kubernetes.yaml").read_text(encoding="utf-8"))
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    assert {container[probe]["httpGet"]["path"] for probe in ("readinessProbe", "livenessProbe")} == {"/healthz"}
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert service["spec"]["selector"] == deployment["spec"]["selector"]["matchLabels"]


def test_the_list_of_libraries_names_the_versions_that_are_served() -> None:
    told = json.loads((HOSTING / "vendored.cdx.json").read_text(encoding="utf-8"))["components"]
    versions = {library["name"]: library["version"] for library in told}
    assert all(library["purl"] == f"pkg:npm/{library['name']}@{library['version']}" for library in told)
    shipped = [path for path in (ROOT / "assets" / "vendor").glob("*.min.*") if path.suffix != ".br"]
    heads = {path.name: path.read_text(encoding="utf-8")[:300] for path in shipped}
    assert heads.keys() == {"plotly.min.js", "plotly-space.min.js", "bootstrap.min.css"}
    for name in ("plotly.min.js", "plotly-space.min.js"):
        assert f"plotly.js v{versions['plotly.js']} " in heads[name]
    assert f"Bootstrap  v{versions['bootstrap']} " in heads["bootstrap.min.css"]


def test_both_stages_of_the_image_have_one_base_which_a_digest_names() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("FROM")] == ["FROM ${PYTHON} AS build", "FROM ${PYTHON}"]
    replica = yaml.safe_load(filled_in(COMPOSE))["services"]["nnviz"]
    base = replica["build"]["args"]["PYTHON"]
    assert f"ARG PYTHON={base}" in lines
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+@sha256:[0-9a-f]{64}", base)
