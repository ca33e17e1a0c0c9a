"""What the decrypted JSON means: its kind, its watermark, its signature."""
