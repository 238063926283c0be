"""How the dashboard is served: the command, what the environment says, gunicorn's configuration and its workers."""
