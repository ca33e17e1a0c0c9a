"""The left column: what was pasted, field by field."""
