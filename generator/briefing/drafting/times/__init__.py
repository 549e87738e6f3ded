"""Dates of a clause as claims: what happened, and what is planned."""
