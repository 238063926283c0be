"""What training makes small: losses and penalties."""
