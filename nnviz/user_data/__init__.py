"""Data of one's own: from the text of a CSV to a table, to the value of a settings field, to examples to learn from."""
