"""What pages need of a subject or a finding and what takes long to work out: kept once it has been asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from briefing.dataset.comparing.known_months import KnownMonth
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey, SubjectId
from briefing.views.base.lazy_cache import LazyCache
from briefing.views.base.leading_facts import LeadingFacts
from briefing.views.base.placed_entry import Entry

Asked: TypeAlias = tuple[str, str, tuple[SubjectId, ...], tuple[ClaimKey, ...], str]
"""All of a finding that its rule makes a question of: rule, key, subjects, claims and message."""


@dataclass(frozen=True, slots=True)
class PageCaches:
    """Caches by subject, of questions by finding, of months, and of how often plans have changed.

    The parts of pages that bear these names fill them.
    """

    payments: LazyCache[SubjectId, tuple[Entry, ...]] = field(default_factory=LazyCache)
    leading_facts: LazyCache[SubjectId, LeadingFacts] = field(default_factory=LazyCache)
    page_claims: LazyCache[SubjectId, tuple[Claim, ...]] = field(default_factory=LazyCache)
    questions: LazyCache[Asked, str] = field(default_factory=LazyCache)
    known_months: LazyCache[None, tuple[KnownMonth, ...]] = field(default_factory=LazyCache)
    plan_changes: LazyCache[None, Mapping[str, int]] = field(default_factory=LazyCache)
