"""Who and what a text names: subjects that the data hold, and names without a page."""
