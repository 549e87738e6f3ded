"""The draft of a whole article: every claim of its text, its sources, its likely originals, and the file to finish."""
