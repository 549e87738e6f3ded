"""Claims that the data hold, as precedents for those of a new text: relations, offices, figures and dates."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.model.values import EntityRef, Money, PartialDate, Quantity


@dataclass(frozen=True, slots=True)
class Precedent:
    """One claim with a figure or a date, as far as it helps to word the next."""

    claim: Claim
    value: Money | Quantity | PartialDate
    about: SubjectId


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """Who holds which office of which company, body or state."""

    body: SubjectId
    role: str | None
    person: SubjectId


@dataclass(frozen=True)
class HeldClaims:
    """Claims, asked by what they relate."""

    claims: Iterable[Claim]

    @cached_property
    def relations(self) -> Mapping[tuple[SubjectId, SubjectId], list[str]]:
        """The attributes of claims that relate two subjects, by about and value, in the order of the claims."""
        attributes: dict[tuple[SubjectId, SubjectId], list[str]] = defaultdict(list)
        for claim in self.claims:
            # Claims that an editor has taken out of the reckoning are no precedent.
            if isinstance(claim.value, EntityRef) and claim.excluded is None:
                for about in claim.about:
                    attributes[about, SubjectId(claim.value.id)].append(claim.attribute)
        # A plain dictionary: asking a defaultdict for a pair would make it one that is held.
        return dict(attributes)

    @cached_property
    def products(self) -> frozenset[SubjectId]:
        """Subjects of which some claim says first of all whose product they are."""
        # The first claim decides, as it does wherever a pair is asked for.
        return frozenset(about for about, value in self.relations if self.relation(about, value) == "product-of")

    @cached_property
    def offices(self) -> tuple[HeldOffice, ...]:
        """Every office that a claim gives to a person with a page."""
        offices = []
        for claim in self.claims:
            if claim.attribute == "office" and isinstance(claim.value, EntityRef):
                offices.append(HeldOffice(claim.about[0], claim.qualifier("role"), SubjectId(claim.value.id)))
        return tuple(offices)

    @cached_property
    def precedents(self) -> tuple[Precedent, ...]:
        """Claims with a figure or a date."""
        precedents = []
        for claim in self.claims:
            if isinstance(claim.value, Money | Quantity | PartialDate):
                precedents.append(Precedent(claim, claim.value, claim.about[0]))
        return tuple(precedents)

    def relation(self, about: SubjectId, value: SubjectId) -> str | None:
        """Return the attribute of the first claim that relates two subjects, in this direction."""
        return next(iter(self.relations.get((about, value), ())), None)
