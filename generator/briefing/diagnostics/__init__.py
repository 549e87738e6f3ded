"""Located findings as values, what their codes mean, and how they are printed."""
