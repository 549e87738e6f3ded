"""The name of a language by its tag, from the Unicode locale data: `el` is Greek, `zh-Hant` Traditional Chinese."""

from functools import cache

IN_ENGLISH = "en"
"""Our words are English, whatever language a briefing is in, and so are the names of languages among them."""


@cache
def language_name(tag: str) -> str:
    """Return the English name of a language, the tag itself where nobody has named it."""
    # The data is read from a file of some size, and only where a page names a language.
    from babel import Locale

    names = Locale(IN_ENGLISH)
    whole: str | None = names.languages.get(tag.replace("-", "_"))
    if whole:
        return whole
    first, *rest = tag.split("-")
    language: str | None = names.languages.get(first)
    if not language:
        return tag
    details = [names.scripts.get(part.title()) or names.territories.get(part.upper()) for part in rest]
    named = ", ".join(filter(None, details))
    return f"{language} ({named})" if named else language
