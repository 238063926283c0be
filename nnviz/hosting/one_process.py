"""A server of one process, for systems on which gunicorn does not run: it needs Unix."""

import contextlib

from gevent import monkey


def serve_in_one_process(host: str, port: int) -> None:
    """Serve with gunicorn's gevent loop and a single worker; ends when it is interrupted."""
    monkey.patch_all()
    from gevent.pywsgi import WSGIServer

    from nnviz.hosting.application import application

    listener = WSGIServer((host, port), application(), log=None)
    listener.init_socket()
    print(f"Listening at: http://{host}:{listener.server_port} (one process: gunicorn needs Unix)", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        listener.serve_forever()
