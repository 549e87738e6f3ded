"""Pictures as values: what is drawn, in which words, from which sources; no geometry."""
