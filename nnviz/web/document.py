"""The HTML document around the dashboard: Dash's own, and one script that runs before anything is painted."""

IN_THE_HEAD = "05-theme.js"
"""The asset that sets the theme: in the head and not at the end of the body, or a dark page would flash white."""

DOCUMENT = f"""<!DOCTYPE html>
<html lang="en">
    <head>
        {{%metas%}}
        <title>{{%title%}}</title>
        {{%favicon%}}
        <script src="/assets/{IN_THE_HEAD}"></script>
        {{%css%}}
    </head>
    <body>
        {{%app_entry%}}
        <footer>
            {{%config%}}
            {{%scripts%}}
            {{%renderer%}}
        </footer>
    </body>
</html>
"""
