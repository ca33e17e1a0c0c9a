"""Texts that are no tickets."""
