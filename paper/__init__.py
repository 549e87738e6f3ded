"""The whole briefing on paper: a built site in, one PDF with contents, page numbers, links and bookmarks out."""
