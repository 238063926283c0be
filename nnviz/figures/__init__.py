"""Arrays in, Plotly figures out; nothing here trains, scores or reads settings."""
