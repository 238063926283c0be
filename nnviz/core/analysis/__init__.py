"""What is said about data, fits and losses: scores, tests, landscapes, information."""
