"""What the packages of each system are made of."""
