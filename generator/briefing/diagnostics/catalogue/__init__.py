"""The codes by what they are about: one tuple of Code values a module, no logic."""
