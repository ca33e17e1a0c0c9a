"""The list of tickets; it appears with the second one."""
