"""What all readers stand on: names, values, nesting and how fields become tickets. No Qt."""
