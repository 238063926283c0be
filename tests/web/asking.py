"""What pages of ours ask the server: the addresses and the bodies."""

from typing import Any

DRAWING, TRAINING = "/api/drawing", "/api/training"
"""The addresses of the two callbacks that pages call themselves."""

CALLBACKS = "/_dash-update-component"
"""The address at which Dash calls all others."""


def training_request(**changes: Any) -> dict[str, Any]:
    """The question for the next chunk of a run."""
    return {"lesson": "lab", "settings": {}, "state": None, "steps": 3, "stride": 1, "run": 1, **changes}


def drawing_request(**changes: Any) -> dict[str, Any]:
    """The question for what is drawn."""
    return {"lesson": "lab", "settings": {}, "tags": {}, **changes}


def navigation(pathname: Any, search: str = "") -> dict[str, Any]:
    """What Dash's router asks when a browser goes to an address."""
    where = {"id": "_pages_location"}
    return {
        "output": ".._pages_content.children..._pages_store.data..",
        "outputs": [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}],
        "inputs": [
            {**where, "property": "pathname", "value": pathname},
            {**where, "property": "search", "value": search},
        ],
        "changedPropIds": [],
    }
