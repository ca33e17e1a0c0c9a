"""Tickets put away: case files, the history, samples."""
