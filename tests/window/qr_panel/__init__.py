"""Mirrors inspector/window/qr_panel."""
