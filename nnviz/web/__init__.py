"""The only code that knows Dash."""
