"""The right column's upper half: page and parameters."""
