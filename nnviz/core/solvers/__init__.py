"""Exact answers to hold training against: closed forms, paths, balls and Newton's method."""
