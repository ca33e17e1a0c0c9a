"""The terminal face. No Qt."""
