"""gunicorn's configuration; it reads this module, as the command does before it starts gunicorn."""

import gc
import importlib
import os
import shutil
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

from nnviz.hosting import environment

resource: ModuleType | None
try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None

# Processes use the cores, one request at a time each. Compute threads inside a process would only fight over the
# interpreter lock, so the linear algebra libraries are told before the first worker loads NumPy.
for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_variable, "1")


host, port, workers = environment.host(), environment.port(), environment.workers()
os.environ[environment.WORKERS] = str(workers)  # gunicorn reads it too, and fails on an empty one
bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"  # brackets: IPv6
for _read in (environment.prefix, environment.proxies, environment.trusted_hosts, environment.metrics):
    _read()  # what makes no sense ends this process, and not each of its workers


def _most_files() -> int:
    """As many files and connections as the system lets a process have open; mostly it starts with fewer."""
    if resource is None:
        return 20_000
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = 20_000 if hard == resource.RLIM_INFINITY else min(hard, 20_000)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    return most


METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""Where the workers keep their counts, by the name under which prometheus_client looks for it."""


def on_starting(server: object) -> None:
    """Make the folder for the workers' counts, if somebody wants to read them."""
    if environment.metrics():
        os.environ[METRICS_FOLDER] = tempfile.mkdtemp(prefix="nnviz-", dir=worker_tmp_dir)


def child_exit(server: object, worker: Any) -> None:
    """What a worker that is gone counted stays; what it was just doing does not."""
    if environment.metrics():
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def on_exit(server: object) -> None:
    """Leave nothing behind."""
    if METRICS_FOLDER in os.environ:
        shutil.rmtree(os.environ[METRICS_FOLDER], ignore_errors=True)


# Stalled or slow connections wait in a gevent worker without holding up anyone else's request, and each is closed after
# seconds: a worker has more of them than one machine that means ill keeps open in that time.
worker_class = "nnviz.hosting.worker.PatientWorker"
logger_class = "nnviz.hosting.log.Log"
worker_connections = max(200, min(4000, _most_files() - 200))
keepalive = 15  # seconds; a page that plays asks about once a second and should not have to reconnect
timeout = 30  # seconds without a sign of life before a worker is replaced
graceful_timeout = 3  # seconds; no answer takes longer, so whoever is still connected is only idle

limit_request_line = 8190  # bytes, the most that gunicorn takes: links say changes and held runs
forwarder_headers = ""  # no client sets our environment: gunicorn would take SCRIPT_NAME from everyone on this machine

# The image runs on a read-only file system: no control socket in a home directory, heartbeats in shared memory.
control_socket_disable = True
worker_tmp_dir = next((path for path in ("/dev/shm", "/tmp") if Path(path).is_dir()), None)


def post_worker_init(_worker: object) -> None:
    """Loads what the first to need it would wait for, a third of a second, and keeps all out of garbage collections.

    A full one then takes 10 ms instead of 100.
    """
    importlib.import_module("scipy.stats")
    gc.collect()
    gc.freeze()
