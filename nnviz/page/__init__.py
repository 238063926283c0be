"""What a page is, and how its folder says it."""
