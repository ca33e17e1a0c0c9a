"""Readers of texts that hold a share path, the most particular first.

Each file has one `read(pasted)`, which returns the paths that it finds, none where the text is
of another form.
"""
