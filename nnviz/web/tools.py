"""The tools beside the lessons in the bar: what they are called, and the dialogs that some of them open.

A tool is a button with the id `tool-<name>`. One that has a dialog opens it (assets/js/shell/dialogs.mjs); every other
is heard by its own module in assets/js/. Adding one is adding an entry to TOOLS.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dash import html

from nnviz.web.catalogue import message
from nnviz.web.code_export import code_dialog
from nnviz.web.export import take_away_dialog
from nnviz.web.search import search_dialog
from nnviz.web.share import share_form
from nnviz.web.shortcuts import key_list
from nnviz.web.user_data import own_data_dialog

Component = Any


@dataclass(frozen=True)
class Tool:
    """A button in the bar: its face, unless it is a word, and the content of its dialog if it has one.

    What it means is the message `tools.<name>`, and a face that is a word the message `tools.<name>-face`.
    """

    name: str
    face: str = ""
    dialog: Callable[[], list[Component]] | None = None


TOOLS: tuple[Tool, ...] = (
    Tool("search", dialog=search_dialog),
    Tool("code", "</>", code_dialog),
    Tool("own-data", dialog=own_data_dialog),
    Tool("share", dialog=share_form),
    Tool("projector"),
    Tool("dark"),
    Tool("take-away", "⤓", take_away_dialog),
    Tool("keys", "?", key_list),
)


EVERYWHERE = tuple(tool for tool in TOOLS if tool.name in {"search", "dark"})
"""The tools that need no lesson."""


def tool_buttons(tools: tuple[Tool, ...]) -> Component:
    """The buttons of these tools."""
    buttons = [_button(tool) for tool in tools]
    return html.Div(buttons, id="tools", className="tools", role="toolbar", **{"aria-label": message("tools.tools")})


def tools_handle() -> Component:
    """The button that opens the tools where the bar has no room for them."""
    says = {"aria-expanded": "false", "aria-controls": "tools"}
    return html.Button(message("tools.tools"), id="tools-handle", className="tool", **says)


def _button(tool: Tool) -> Component:
    opens = {"data-dialog": f"dialog-{tool.name}"} if tool.dialog else {}
    face, meaning = tool.face or message(f"tools.{tool.name}-face"), message(f"tools.{tool.name}")
    return html.Button(
        face, id=f"tool-{tool.name}", title=meaning, className="tool", **opens, **{"aria-label": meaning}
    )


def tool_dialogs(tools: tuple[Tool, ...]) -> list[Component]:
    """The dialogs of these tools, closed."""
    return [_dialog(tool, tool.dialog()) for tool in tools if tool.dialog]


def _dialog(tool: Tool, content: list[Component]) -> Component:
    close = html.Button("×", className="close", **{"data-close": "", "aria-label": message("tools.close")})
    title = html.H2(message(f"tools.{tool.name}"), id=f"dialog-{tool.name}-title")
    return html.Dialog(
        [html.Header([title, close]), *content],
        id=f"dialog-{tool.name}",
        className="dialog",
        **{"aria-labelledby": f"dialog-{tool.name}-title"},
    )
