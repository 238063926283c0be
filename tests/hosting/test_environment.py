"""What the environment may say of how to serve, and the one sentence for what makes no sense."""

import pytest

from nnviz.hosting import environment


@pytest.mark.parametrize(
    ("said", "prefix"),
    [
        ("", "/"),
        ("/", "/"),
        ("nnviz", "/nnviz/"),
        ("/nnviz", "/nnviz/"),
        ("/user/a~1/", "/user/a~1/"),
    ],
)
def test_a_prefix_has_a_slash_at_both_ends(monkeypatch, said, prefix):
    monkeypatch.setenv("NNVIZ_PREFIX", said)
    assert environment.prefix() == prefix


@pytest.mark.parametrize("said", ["/a//b/", "/../", "/a b/", '/"/', "/<script>/", "/a?b/", "/ä/"])
def test_what_is_no_path_is_no_prefix(monkeypatch, said):
    monkeypatch.setenv("NNVIZ_PREFIX", said)
    with pytest.raises(SystemExit, match="NNVIZ_PREFIX must be a path such as /nnviz/, but it is"):
        environment.prefix()


def test_this_machine_is_always_among_the_trusted_hosts(monkeypatch):
    assert environment.trusted_hosts() is None
    monkeypatch.setenv("NNVIZ_TRUSTED_HOSTS", "nn.example.org, .uni.example")
    assert environment.trusted_hosts() == ["nn.example.org", ".uni.example", "localhost", "127.0.0.1", "[::1]"]


def test_what_is_no_name_is_no_trusted_host(monkeypatch):
    monkeypatch.setenv("NNVIZ_TRUSTED_HOSTS", "https://example.org")
    with pytest.raises(SystemExit, match=r"lists names such as .* but 'https://example.org' is none"):
        environment.trusted_hosts()
