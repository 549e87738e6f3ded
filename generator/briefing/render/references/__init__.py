"""Bibliographies for programs that keep references: one module a format, and the files of a site."""
