"""Searches: bounded trials that find what was lost, each with the proof of what then opens."""
