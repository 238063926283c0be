"""Examples: simulated, real and given, what was done to them, and where they come from."""
