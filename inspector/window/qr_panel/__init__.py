"""The right column's lower half: target, text and QR code."""
