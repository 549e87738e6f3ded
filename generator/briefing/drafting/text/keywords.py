"""Words that tell categories apart: a table of names, each with the pattern of the words that stand for it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keyword:
    """One row of a table: the name of a category and the words that tell it."""

    name: str
    pattern: re.Pattern[str]


class Keywords:
    """A table of categories in the order in which they are asked; one category may have several rows."""

    def __init__(self, rows: Iterable[tuple[str, str]], flags: re.RegexFlag = re.IGNORECASE) -> None:
        """Compile the words of each row, which are regular expressions."""
        self.rows = tuple(Keyword(name, re.compile(words, flags)) for name, words in rows)

    def first(self, text: str) -> str | None:
        """Return the first category whose words stand in a text."""
        return next(self.all(text), None)

    def all(self, text: str) -> Iterator[str]:
        """Yield every category whose words stand in a text, in the order of the table."""
        for keyword in self.rows:
            if keyword.pattern.search(text):
                yield keyword.name

    def matches(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield each place at which words of the table stand, row by row, with the category."""
        for keyword in self.rows:
            for match in keyword.pattern.finditer(text):
                yield keyword.name, match
