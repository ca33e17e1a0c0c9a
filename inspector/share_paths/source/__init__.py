"""Reads objects, calls, tags and texts out of anything that holds them.

JSON, JavaScript and its kin, markup, server code, what a console prints: never raises, and
the time grows with the length of the text.
"""
