"""The tools in the bar: a dialog is modal, named, and closed in every usual way."""

from nnviz.web import tools
from nnviz.web.tools import Tool


def test_a_tool_with_a_dialog_has_a_button_that_opens_it(monkeypatch):
    monkeypatch.setattr(tools, "TOOLS", (Tool("code", "A", lambda: ["content"]), Tool("dark")))
    first, second = tools.tool_buttons(tools.TOOLS).children
    (dialog,) = tools.tool_dialogs(tools.TOOLS)
    assert getattr(first, "data-dialog") == dialog.id == "dialog-code"
    assert not hasattr(second, "data-dialog")
    assert [first.id, second.id] == ["tool-code", "tool-dark"]
    assert (first.children, second.children) == ("A", "Dark")
    assert dialog.children[-1] == "content"
