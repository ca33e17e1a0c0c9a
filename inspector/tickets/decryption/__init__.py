"""From a ticket to its verdict: repair, search, decrypt, diagnose."""
