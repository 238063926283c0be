"""The dashboard's entry point in a checkout: `python app.py` serves it, `app:server` is the WSGI application."""

if __name__ == "__main__":
    from nnviz.hosting.command import serve

    serve()
else:
    from nnviz.hosting.application import application

    server = application()
