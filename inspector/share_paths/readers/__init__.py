"""Texts that hold a share path and are no target's own form. One file a form, one `read` each."""
