"""Every state of the window, drawn to be looked at, and a check that no text of it is cut."""
