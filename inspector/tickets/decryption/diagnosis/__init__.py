"""Diagnosis: what is wrong with a ticket that opens in part or not at all."""
