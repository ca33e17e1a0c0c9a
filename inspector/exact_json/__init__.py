"""JSON kept exact: read, written, compared and searched without loss. Knows nothing of tickets."""
