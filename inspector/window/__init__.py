"""The Qt window; its files mirror the screen."""
