"""One file here is one lesson is one page."""
