"""Text -> QR matrix -> SVG, PNG, terminal. No Qt."""
