"""Figures and dates as a text prints them, with the literals that data files have for them."""
