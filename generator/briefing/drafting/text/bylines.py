"""Lines that name the author of an article or its date, and nothing else."""

import re
from collections.abc import Sequence

from briefing.model.date_points import MONTHS

_BYLINE = re.compile(
    r"^(?:By|BY):? (?P<names>[A-Z][\w.’'-]*(?:,? (?:and |& )?[A-Z][\w.’'-]*){0,8})$|^文[＝=] ?(?P<ja>\S{2,20})$"
)
# "By Jane Roe, The Herald": the paper is no author.
_OFFICE_WORDS = re.compile(
    r"\b(?:Staff|Reporter|Writer|Editor|Correspondent|News|Times|Journal|Post|Press|Herald|Daily|Weekly|Bureau|Agency|"
    r"Reuters|AFP|Bloomberg|Nikkei|Kyodo)\b"
)
_DATE_LINE = re.compile(
    r"^(?:(?:published|posted|updated|last updated)(?: on)?:? )?(?:[a-z]{3,9}\.?,? )?"
    rf"(?:(?:{'|'.join(MONTHS)}) \d{{1,2}},? (?:19|20)\d\d|\d{{1,2}} (?:{'|'.join(MONTHS)}),? (?:19|20)\d\d"
    r"|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?:19|20)\d\d年\d{1,2}月\d{1,2}日)"
    r"(?:[,at ]{0,5}\d{1,2}:\d\d.{0,12})?$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r",? and |,? & |, ")
# A name has at least two words; what has more than four is rather a title or a newsroom.
_NAME_LENGTHS = (2, 3, 4)


def is_byline(line: str) -> bool:
    """Tell whether a line is "By" and names."""
    return bool(_BYLINE.match(line))


def is_date_line(paragraph: str) -> bool:
    """Tell whether a paragraph is a date and nothing else."""
    return bool(_DATE_LINE.match(paragraph.strip()))


def find_authors(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the people whom the first byline names, without the paper that they write for."""
    for paragraph in paragraphs:
        match = _BYLINE.match(paragraph.strip())
        if match:
            return _authors(match)
    return ()


def _authors(byline: re.Match[str]) -> tuple[str, ...]:
    """Return the people of a byline; ``ja`` is its name where the line is Japanese."""
    if byline["ja"]:
        return (byline["ja"],)
    return tuple(name.strip() for name in _SEPARATOR.split(byline["names"]) if _is_person(name))


def _is_person(name: str) -> bool:
    """Tell a person in a byline from a newspaper or a desk."""
    return len(name.split()) in _NAME_LENGTHS and not _OFFICE_WORDS.search(name)
