"""The tools beside the lessons in the bar: what they are called, and the dialogs that some of them open.

A tool is a button with the id `tool-<name>`. One that has a dialog opens it (assets/js/shell/dialogs.mjs); every other
is heard by its own module in assets/js/. Adding one is adding an entry to TOOLS.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dash import html

from nnviz.web.code_tool import code_dialog
from nnviz.web.keys import key_list
from nnviz.web.own_data_tool import own_data_dialog
from nnviz.web.share import share_form
from nnviz.web.take_away import take_away_dialog

Component = Any


@dataclass(frozen=True)
class Tool:
    """A button in the bar: its face, what it means, and the content of its dialog if it has one."""

    name: str
    face: str
    meaning: str
    dialog: Callable[[], list[Component]] | None = None


TOOLS: tuple[Tool, ...] = (
    Tool("code", "</>", "Show the code", code_dialog),
    Tool("own-data", "Your data", "Train on your own data", own_data_dialog),
    Tool("share", "Share", "Share what is on the screen", share_form),
    Tool("projector", "Projector", "Projector mode: a figure fills the screen"),
    Tool("dark", "Dark", "Dark or light"),
    Tool("take-away", "⤓", "Take away", take_away_dialog),
    Tool("keys", "?", "Keys", key_list),
)


def tool_buttons() -> Component:
    """The buttons of all tools."""
    return html.Div([_button(tool) for tool in TOOLS], className="tools", role="group", **{"aria-label": "Tools"})


def _button(tool: Tool) -> Component:
    opens = {"data-dialog": f"dialog-{tool.name}"} if tool.dialog else {}
    return html.Button(
        tool.face, id=f"tool-{tool.name}", title=tool.meaning, className="tool", **opens, **{"aria-label": tool.meaning}
    )


def tool_dialogs() -> list[Component]:
    """The dialogs, closed."""
    return [_dialog(tool, tool.dialog()) for tool in TOOLS if tool.dialog]


def _dialog(tool: Tool, content: list[Component]) -> Component:
    close = html.Button("×", className="close", **{"data-close": "", "aria-label": "Close"})
    title = html.H2(tool.meaning, id=f"dialog-{tool.name}-title")
    return html.Dialog(
        [html.Header([title, close]), *content],
        id=f"dialog-{tool.name}",
        className="dialog",
        **{"aria-labelledby": f"dialog-{tool.name}-title"},
    )
