# The dashboard for a room. It needs no home, no network and no writable disk:
#   docker build --tag nnviz .
#   docker run --rm --read-only --tmpfs /tmp --cap-drop ALL --publish 8050:8050 nnviz
FROM python:3.12-slim

ENV HOST=0.0.0.0 \
    PORT=8050 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1

WORKDIR /app

# First what rarely changes, so that a change of the program does not install everything again
COPY requirements.txt ./
RUN pip install --no-cache-dir --disable-pip-version-check --root-user-action=ignore --requirement requirements.txt

# Everything in /app belongs to root: the program can read itself and change nothing
COPY LICENSE app.py ./
COPY assets ./assets
COPY nnviz ./nnviz
RUN chmod -R a+rX /app && python -m compileall -q /app

USER 10001:10001
EXPOSE 8050

# urllib without a proxy: a proxy in the environment must not stand between the program and itself
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os; from urllib.request import ProxyHandler, build_opener; build_opener(ProxyHandler({})).open('http://127.0.0.1:' + (os.environ.get('PORT') or '8050') + '/healthz', timeout=4)"]

CMD ["python", "app.py"]
