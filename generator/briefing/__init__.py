"""Briefing-site generator: claims in, a cross-linked static briefing out."""

__version__ = "0.1.0"
