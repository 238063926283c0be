# The dashboard for a room. It needs no home, no network and no writable disk:
#   docker build --tag nnviz .
#   docker run --rm --read-only --tmpfs /tmp --cap-drop ALL --publish 8050:8050 nnviz
# The base by its digest, for all platforms, as docker-library/repo-info (repos/python/remote) has it, 1 September 2026;
# another one: --build-arg PYTHON=python:3.12-slim@sha256:... (docs/hosting.md)
ARG PYTHON=python:3.12.14-slim-trixie@sha256:e5c9fa26ffb76e11e0f054f30dc2523a2f9693f0c36c0cf1e39b27e152d899fc
FROM ${PYTHON} AS build

# First what rarely changes, so that a change of the program does not install everything again. Every file is checked by
# its hash. What only the packages' own tests, debuggers, compilers and notebooks need is left behind, and so are parts
# that no page loads: Dash's table, React for debugging, the installer that Dash names but does not use, and what SciPy
# has for files, filters and clusters.
WORKDIR /app
COPY requirements-hashes.txt ./
RUN python -m venv --without-pip /venv \
    && pip --python /venv/bin/python install --no-cache-dir --no-compile --disable-pip-version-check \
        --root-user-action=ignore --require-hashes --requirement requirements-hashes.txt \
    && rm -r /venv/share \
    && find /venv -type d -name tests -prune -exec rm -r {} + \
    && find /venv -regex ".*\.\(map\|dev\.js\|pyi\|pxd\|pyx\|c\|cpp\|h\|hpp\|a\)" -delete

WORKDIR /venv/lib/python3.12/site-packages
RUN find dash/dash_table -name "*.js" ! -name bundle.js ! -name runtime.js -delete \
    && find dash/deps -name "react*.js" ! -name "*.min.js" -delete \
    && rm -r plotly/labextension plotly/package_data/*.js gevent/testing scipy/io scipy/signal scipy/cluster \
        setuptools* _distutils_hack distutils-precedence.pth

WORKDIR /app
COPY LICENSE app.py ./
COPY assets ./assets
COPY nnviz ./nnviz
# Bytecode of what a worker loads, and of nothing else
RUN rm requirements-hashes.txt && chmod -R a+rX /app && /venv/bin/python -c "import app"

FROM ${PYTHON}

ENV HOST=0.0.0.0 \
    PORT=8050 \
    PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1

WORKDIR /app

# Everything belongs to root: the program can read itself and change nothing
COPY --from=build /venv /venv
COPY --from=build /app /app

USER 10001:10001
EXPOSE 8050

# urllib without a proxy: a proxy in the environment must not stand between the program and itself
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os; from urllib.request import ProxyHandler, build_opener; build_opener(ProxyHandler({})).open('http://127.0.0.1:' + (os.environ.get('PORT') or '8050') + (os.environ.get('NNVIZ_PREFIX') or '/').rstrip('/') + '/healthz', timeout=4)"]

CMD ["python", "app.py"]
