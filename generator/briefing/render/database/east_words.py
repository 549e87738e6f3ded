"""The words that a record is found by in SQLite, whose own tokenizer takes a Japanese sentence for a single word."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

IN_TEXTS = 4
"""So many letters of a Japanese text are found together: longer runs would fill the file with what nobody asks for."""
IN_NAMES = 12
_EAST = "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_EAST_RUN = re.compile(f"[{_EAST}]+")


def search_words(texts: Iterable[str | None], longest: int = IN_TEXTS) -> str:
    """Return what the tokenizer of SQLite (``unicode61``) is to be given for some texts of one record.

    Of scripts without spaces every run of up to ``longest`` letters stands by itself, and whatever stands together.
    Width and the forms of letters do not count.
    """
    text = unicodedata.normalize("NFKC", " ".join(filter(None, texts)))
    if not _EAST_RUN.search(text):
        return text
    # Latin letters beside Japanese ones would be one word with them.
    apart = _EAST_RUN.sub(" ", text)
    return " ".join([text, apart, *dict.fromkeys(_parts(text, longest))])


def _parts(text: str, longest: int) -> Iterator[str]:
    """Yield the runs of a text, and all their parts that are no longer than that."""
    for match in _EAST_RUN.finditer(text):
        run = match[0]
        yield run
        for start in range(len(run)):
            for length in range(1, min(longest, len(run) - start) + 1):
                yield run[start : start + length]
