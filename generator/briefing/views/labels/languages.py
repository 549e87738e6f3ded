"""The name of a language by its tag, from the Unicode locale data: `el` is Greek, `zh-Hant` Traditional Chinese."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

IN_ENGLISH = "en"
"""The words of the site are English, whatever language a briefing is in, and so are the names of languages."""


@cache
def language_name(tag: str) -> str:
    """Return the English name of a language, or the tag itself where the locale data have no name for it."""
    # The data is read from a file of some size, and only where a page names a language.
    from babel import Locale

    names = Locale(IN_ENGLISH)
    # The locale data name some languages with their script or region as one, such as `zh_Hant`.
    whole: str | None = names.languages.get(tag.replace("-", "_"))
    if whole:
        return whole
    first, *subtags = tag.split("-")
    language: str | None = names.languages.get(first)
    if not language:
        return tag
    details = ", ".join(filter(None, [_subtag_name(names, subtag) for subtag in subtags]))
    return f"{language} ({details})" if details else language


def _subtag_name(names: "Locale", subtag: str) -> str | None:
    # Scripts are written `Hant` and regions `TW` in the locale data, and in any case in a tag.
    script: str | None = names.scripts.get(subtag.title())
    region: str | None = names.territories.get(subtag.upper())
    return script or region
