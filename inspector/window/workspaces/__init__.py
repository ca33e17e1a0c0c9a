"""How the panels stand for a job: Inspect, Reports, Share path.

A workspace never makes a panel. It says which of them are seen, how wide, and what folds when.
"""
