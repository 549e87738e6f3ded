"""Identifiers: what may name a record, and the keys that claims are cited by."""

import re
import unicodedata
from typing import NewType

from briefing.model.signs import APOSTROPHES

SubjectId = NewType("SubjectId", str)
ArticleId = NewType("ArticleId", str)
PublisherId = NewType("PublisherId", str)
ClaimKey = NewType("ClaimKey", str)
"""``article#c22``, ``article#c23b.1`` or ``subject#f1``."""

MAX_ID_LENGTH = 64
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LOCAL_CLAIM_ID = re.compile(r"[a-z][a-z0-9]*\Z")

# Windows opens a device instead of a file of these names, whatever the ending;
# "index" would overwrite the page of its own folder.
_DEVICES = frozenset({
    "con", "prn", "aux", "nul",
    "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
})  # fmt: skip
RESERVED_IDS = _DEVICES | {"index"}


def is_id(text: str) -> bool:
    """Tell whether ``text`` is written like an id (length and reserved names aside)."""
    return _ID.match(text) is not None


def is_local_claim_id(text: str) -> bool:
    """Tell whether ``text`` may name a claim inside its file, such as ``c22b``."""
    return len(text) <= MAX_ID_LENGTH and _LOCAL_CLAIM_ID.match(text) is not None


_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i",
        "ŋ": "n", "ĸ": "k", "ŧ": "t", "ſ": "s", "ŀ": "l", "ŉ": "n", "ɨ": "i", "ƶ": "z", "ə": "e", "ɓ": "b", "ɗ": "d",
        "ƙ": "k", "ƴ": "y", "ɛ": "e", "ɔ": "o",
    }
)  # fmt: skip
"""Latin letters that no decomposition leads back to a-z. An id is for ever: a table of our own says the same in ten
years, which the next version of a transliteration library need not."""
_WITHOUT_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, ""))


def slug_of(name: str) -> str:
    """Return the id that a name suggests, or nothing where it has no Latin letter or digit.

    Accents and apostrophes go: `L'Oréal Åland` suggests `loreal-aland`. Never longer than MAX_ID_LENGTH.
    """
    plain = name.lower().translate(_WITHOUT_APOSTROPHES).translate(_LETTERS)
    # Decomposed, an accented letter is a plain one and a mark, which ASCII leaves out.
    decomposed = unicodedata.normalize("NFKD", plain).translate(_LETTERS)
    letters = decomposed.encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return slug[:MAX_ID_LENGTH].rstrip("-")


_BETWEEN_IDS = re.compile(r"\s*[,，、､;；]\s*|\s+(?:and|und|et|y|&)\s+")
_REFERENCE = re.compile(r"[a-z0-9][a-z0-9.#-]*\Z")


def several_ids(text: str) -> tuple[str, ...]:
    """Return the ids that one text lists with commas or an *and*; none where it does not look like ids."""
    parts = tuple(_BETWEEN_IDS.split(text.strip("［］[] ")))
    if len(parts) < 2 or not all(map(_REFERENCE.match, parts)):
        return ()
    return parts


def bare_id(text: str) -> str:
    """Return an id without the folder before it and the ending behind it, if it was written with them."""
    return text.rstrip("/").rpartition("/")[2].removesuffix(".yml")


def claim_key(holder: str, local: str) -> ClaimKey:
    """Return the key that cites claim ``local`` of the file ``holder``."""
    return ClaimKey(f"{holder}#{local}")
