"""The dashboard's entry point: `python app.py` serves it, and `app:server` is the WSGI application."""

import contextlib
import os
import runpy
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
CONFIGURATION = FOLDER / "gunicorn.conf.py"
LOADING_IS_HOPELESS = 4
"""With this exit code of a worker gunicorn gives up; with others it would start the next one for ever."""


def serve() -> None:
    """Serve with gunicorn where it runs, else with one gevent process; ends when the server stops.

    This process becomes gunicorn without having imported the application: gevent has to patch the standard library
    first, and only the workers need Dash in memory.
    """
    configuration = runpy.run_path(str(CONFIGURATION))  # ends with a sentence when the environment makes no sense
    if sys.platform == "win32":
        return serve_in_one_process(configuration["host"], configuration["port"])
    arguments = ["--config", str(CONFIGURATION), "--chdir", str(FOLDER), "app:server"]
    return os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *arguments])


def serve_in_one_process(host: str, port: int) -> None:
    """Serve where gunicorn does not run (it needs Unix), with the same gevent loop and a single worker."""
    from gevent import monkey

    monkey.patch_all()
    from gevent.pywsgi import WSGIServer

    import app

    listener = WSGIServer((host, port), app.server)
    listener.init_socket()
    print(f"Listening at: http://{host}:{listener.server_port} (one process: gunicorn needs Unix)", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        listener.serve_forever()


if __name__ == "__main__":
    serve()
else:
    from nnviz.web.server import create_app

    try:
        server = create_app().server
    except SystemExit as refusal:
        print(refusal, file=sys.stderr, flush=True)
        raise SystemExit(LOADING_IS_HOPELESS) from None
