"""What editors have to look after in their own texts, names and dates: linked dataset in, findings for editors out.

Nothing here is a difference of sources, and nothing of it is published.
"""
