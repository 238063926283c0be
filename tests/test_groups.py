"""Two processes share the tests by groups: what the tests of a group have opened or trained is there once."""

import pytest

from tests.conftest import group_of


def test_a_test_is_handed_out_with_its_group(request: pytest.FixtureRequest) -> None:
    is_shared = getattr(request.config.option, "loadgroup", False)  # what pytest-xdist tells its processes
    assert request.node.nodeid.endswith(f"@{group_of(request.node)}") == is_shared
