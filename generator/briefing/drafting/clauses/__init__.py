"""Clauses with all that stands in them, and the claim that one may come to."""
