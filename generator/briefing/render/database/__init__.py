"""The briefing as one SQLite file: its tables, their rows, and the words that full text finds them by."""
