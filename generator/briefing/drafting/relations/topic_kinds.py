"""What a topic is: a field that things belong to, a product, or a state of affairs."""

import re

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.subjects.known_data import KnownData
from briefing.model.ids import SubjectId

_STATE_OF_AFFAIRS = re.compile(
    r"sovereign|independen|leadership|shortage|tension|population|debt|deflation|rivalry|alliance|unicorn",
    re.IGNORECASE,
)


def has_narrower_topic(clause: Clause, subject: SubjectId) -> bool:
    """Tell whether a subject is a topic and the clause names a narrower one, too: 2 nm chips beside chips."""
    if not clause.known_data.is_kind(subject, "topic"):
        return False
    confusable = clause.known_data.records.subjects[subject].not_same_as
    # Ids are made from names, and the narrower name has a word more.
    narrower = (other for other in clause.of_kind("topic") if len(other) > len(subject))
    return not set(confusable).isdisjoint(narrower)


def is_field(known_data: KnownData, topic: SubjectId) -> bool:
    """Tell whether a topic is a field of work: "sovereignty" is a state of affairs, "ChatGPT" a product."""
    # Nothing is made or sold in sovereignty or in a shortage.
    if _STATE_OF_AFFAIRS.search(known_data.name(topic)):
        return False
    return topic not in known_data.held_claims.products
