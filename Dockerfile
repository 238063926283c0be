# The dashboard for a room. It needs no home, no network and no writable disk:
#   docker build --tag nnviz .
#   docker run --rm --read-only --tmpfs /tmp --cap-drop ALL --publish 8050:8050 nnviz
FROM python:3.12-slim AS build

# First what rarely changes, so that a change of the program does not install everything again. Every file is checked by
# its hash; what only tests and debuggers of the packages need is left behind.
WORKDIR /app
COPY requirements-hashes.txt ./
RUN python -m venv --without-pip /venv \
    && pip --python /venv/bin/python install --no-cache-dir --no-compile --disable-pip-version-check \
        --root-user-action=ignore --require-hashes --requirement requirements-hashes.txt \
    && find /venv -type d -name tests -prune -exec rm -r {} + \
    && find /venv \( -name "*.map" -o -name "*.dev.js" -o -name "*.pyi" -o -name "*.pxd" \) -delete \
    && rm -r /venv/lib/python3.12/site-packages/plotly/labextension \
        /venv/lib/python3.12/site-packages/plotly/package_data/*.js

COPY LICENSE app.py ./
COPY assets ./assets
COPY nnviz ./nnviz
# Bytecode of what a worker loads, and of nothing else
RUN rm requirements-hashes.txt && chmod -R a+rX /app && /venv/bin/python -c "import app"

FROM python:3.12-slim

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
