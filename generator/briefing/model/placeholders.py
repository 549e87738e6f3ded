"""Words that hold the place of what an editor still has to write: drafting puts them in, nothing publishes them."""

TO_WORD = "to be worded"
"""How every value begins that a person has to write."""
_TO_NAME = ("to-be-named", "to be named")


def is_placeholder(text: str) -> bool:
    """Return whether a text only keeps a place."""
    return text.startswith(TO_WORD) or text in _TO_NAME
