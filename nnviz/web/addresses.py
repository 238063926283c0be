"""Addresses as the browser has to ask for them: under the prefix of the application."""

from dash import get_relative_path


def below_prefix(path: str) -> str:
    """A path such as `/lab` under the prefix; as it is where no application has been made yet."""
    try:
        return str(get_relative_path(path))
    except AttributeError:  # Dash knows the prefix once there is an application
        return path
