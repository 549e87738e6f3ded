"""Claims of one slot in, its values out: each with the origins that back it, its grade and how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.dataset.comparing.agreement import own_claims
from briefing.dataset.comparing.backing import back_claims, doubt_words
from briefing.dataset.comparing.confidence import rate_confidence
from briefing.dataset.comparing.group_order import day_of
from briefing.dataset.comparing.origins import origins_of
from briefing.dataset.comparing.value_sets import agreed_sets
from briefing.dataset.linked.records import Confidence, Doubt, ValueGroup
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.values import Value


@dataclass(frozen=True, slots=True)
class GroupBuilder:
    """Builds the groups of one slot.

    ``far`` is the far end of a relation, which all its claims say, from whichever end they are written. ``releases``
    are claims of an actor about its own done act.
    """

    far: Value | None = None
    releases: frozenset[ClaimKey] = frozenset()

    def build_groups(self, claims: Sequence[Claim]) -> list[ValueGroup]:
        """Return the groups of claims that say the same, each rated by those of its claims that count."""
        groups: list[ValueGroup] = []
        sets = agreed_sets(claims)
        for same, backing in zip(sets, back_claims(sets), strict=True):
            if backing.doubt:
                groups.append(self._doubted_group(same, backing.doubt))
            else:
                groups.append(self._group(same, backing.claims))
        return groups

    def build_corrected(self, claims: Sequence[Claim]) -> list[ValueGroup]:
        """Return the groups of claims that their own source has corrected."""
        return [self._doubted_group(same, Doubt.CORRECTED) for same in agreed_sets(claims)]

    def _doubted_group(self, claims: list[Claim], doubt: Doubt) -> ValueGroup:
        """Return a group that nothing backs: it is never surer than low, and says why."""
        group = self._group(claims, claims)
        reason = f"{doubt_words(doubt, claims)}; {group.reason}"
        return replace(group, confidence=Confidence.LOW, reason=reason, doubt=doubt)

    def _group(self, claims: list[Claim], backing: Sequence[Claim]) -> ValueGroup:
        """Return a group; its origins and grade are those of ``backing``, restatements aside."""
        counted, voices = own_claims(backing), own_claims(claims)
        grade_by_origin = _grades(counted)
        confidence, reason = rate_confidence(counted, grade_by_origin, self.releases)
        # By key, so that the order of files does not decide which wording is shown.
        first = min(voices, key=lambda claim: claim.key)
        newest = max(voices, key=lambda claim: (day_of(claim.as_of), claim.key))
        return ValueGroup(
            value=self.far or first.value,
            denied=first.denied,
            claims=tuple(claims),
            origins=tuple(sorted(grade_by_origin)),
            grade=min(grade_by_origin.values()),
            as_of=newest.as_of,
            confidence=confidence,
            reason=reason,
            independent=max(1, origins_of(counted).independent),
        )


def _grades(claims: Sequence[Claim]) -> dict[str, str]:
    """Return the grade of each origin: the lowest of its articles here, letters of lower grades being greater."""
    grades: dict[str, str] = {}
    for claim in claims:
        grades[claim.origin] = max(claim.grade, grades.get(claim.origin, claim.grade))
    return grades
