"""Names that are listed one after another: "Acme, Bolt and Lumen"."""

import re

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.subjects.subject_mentions import Mention, Mentions

_AND = re.compile(r"(?:,|,? and| &) (?:the )?")


def list_mentions(clause: Clause, start: int, *kinds: str) -> Mentions:
    """Return the names of some kinds that are listed from a place on, with nothing but commas and "and" between."""
    listed: list[Mention] = []
    position = start
    for mention in clause.sentence_mentions.starting_from(start):
        gap = clause.sentence.text[position : mention.start]
        # A name of another kind ends the list: "Acme, Bolt and Osaka" lists two companies.
        if mention.kind not in kinds or not _continues(gap, is_first=not listed):
            break
        listed.append(mention)
        position = mention.end
    return Mentions(listed)


def _continues(gap: str, *, is_first: bool) -> bool:
    """Tell whether the words before a name join it to the list."""
    # Japanese names may follow each other without any sign between.
    if not gap:
        return True
    return not is_first and bool(_AND.fullmatch(gap))
