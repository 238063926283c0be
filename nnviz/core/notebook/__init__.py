"""The notebook's answers: what it printed, and how each is found again."""
