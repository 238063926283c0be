"""Automatic differentiation: expressions, their graph, and its two sweeps."""
