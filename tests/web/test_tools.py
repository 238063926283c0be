"""The tools in the bar: a dialog is modal, named, and closed in every usual way."""

from nnviz.web import tools
from nnviz.web.tools import Tool


def test_a_tool_with_a_dialog_has_a_button_that_opens_it(monkeypatch):
    monkeypatch.setattr(tools, "TOOLS", (Tool("a", "A", "First", lambda: ["content"]), Tool("b", "B", "Second")))
    first, second = tools.tool_buttons().children
    (dialog,) = tools.tool_dialogs()
    assert getattr(first, "data-dialog") == dialog.id == "dialog-a"
    assert not hasattr(second, "data-dialog")
    assert [first.id, second.id] == ["tool-a", "tool-b"]
    assert dialog.children[-1] == "content"
