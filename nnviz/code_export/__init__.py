"""Scripts: NumPy source text that computes what is on the screen, and nothing else than NumPy needs."""
