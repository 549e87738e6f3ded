"""Names that are listed one after another: "Acme, Bolt and Lumen"."""

import re
from collections.abc import Iterator

from briefing.drafting.clause import Clause
from briefing.drafting.subject_mentions import Mention

_AND = re.compile(r"(?:,|,? and| &) (?:the )?")


def list_mentions(clause: Clause, start: int, *kinds: str) -> Iterator[Mention]:
    """Yield the names of some kinds that are listed from a place on, with nothing but commas and "and" between."""
    position = start
    for mention in clause.sentence_mentions.starting_from(start):
        gap = clause.sentence.text[position : mention.start]
        if mention.kind not in kinds or not _continues(gap, is_first=position == start):
            return
        yield mention
        position = mention.end


def _continues(gap: str, *, is_first: bool) -> bool:
    if not gap:
        return True
    return not is_first and bool(_AND.fullmatch(gap))
