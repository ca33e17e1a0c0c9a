"""What the window knows. One object owns it; panels listen to it."""
