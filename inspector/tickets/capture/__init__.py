"""A capture: any text, and the tickets that hide in it."""
