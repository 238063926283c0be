"""What is computed from the features: neurons, layers, networks, forward and backward."""
