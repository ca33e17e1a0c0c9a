"""The middle column: the verdict and what the ticket says, as tree, as JSON and as bytes."""
