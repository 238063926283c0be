"""An interactive laboratory for the fundamentals of neural networks."""
