"""Pictures -> the codes in them, for the window and the terminal alike.

The one place below the faces that knows Qt; nothing imports it until a picture is read.
"""
