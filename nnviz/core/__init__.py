"""The mathematics: data, models, losses, training. NumPy, and SciPy for distributions and special functions."""
