"""Every form of the share path at once, grouped by use."""
