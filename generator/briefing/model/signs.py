"""Apostrophes and hyphens of keyboards and typesetters: one of each stands for all, wherever names are compared."""

APOSTROPHES = "'\u2018\u2019\u02bc\u02b9\u2032\u201b`\xb4"
HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_EVEN = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-"))


def even_signs(text: str) -> str:
    """Return a text with one apostrophe and one hyphen for all of their kinds, as long as it was."""
    return text.translate(_EVEN)
