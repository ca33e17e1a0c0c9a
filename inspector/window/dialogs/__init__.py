"""The small windows beside the main one. None of them blocks it."""
