"""An article's plain text in, a first record of it out: what a machine can read off, and what a person must word."""
