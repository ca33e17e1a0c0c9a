"""Mirrors inspector/window/share_path_panel."""
