"""What real libraries say when a ticket does not open, and what it is turned into."""
