"""What unfolds in steps: one loop, and parts for training, several runs side by side, and runs until a step."""
