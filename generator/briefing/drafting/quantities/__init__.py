"""Sums, counts, sizes, shares, growth and ranks of a clause as claims."""
