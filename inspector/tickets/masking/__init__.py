"""What must not be shown: session keys and personal data."""
