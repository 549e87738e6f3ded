"""Pieces of a message: values and lists in the words of a sentence."""

from briefing.model.values import Value, value_text


def value_words(value: Value | None) -> str:
    """Return a value for a message; what is only said has none."""
    return "said" if value is None else value_text(value)
