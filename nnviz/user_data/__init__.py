"""Data of one's own: from the text of a CSV to a table, to the word of a settings field, to examples to learn from."""
