"""Many tickets from a file, in a pool of workers. No Qt."""
