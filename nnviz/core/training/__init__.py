"""How weights move: batches, updates, and what is recorded of them."""
