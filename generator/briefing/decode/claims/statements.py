"""The claims of a file with the fields that each inherits from the claim it restates, and from the file's defaults."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.decode.claims.restatement_chains import RestatementChains, Values, attribute_of, select_taken
from briefing.decode.claims.restatement_errors import find_restatement_circles, find_unknown_restatements
from briefing.decode.reading.content import Fields, Findings
from briefing.decode.references.claim_ids import first_of_id, value_counts
from briefing.decode.shapes.claims import BOUND_FIELDS
from briefing.model.registry import Registry


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with all its fields; ``own`` are those written at its place, ``broken`` leads to no claim."""

    fields: Fields
    own: Fields
    broken: bool

    @property
    def inherits(self) -> bool:
        """True for a restatement: what it lacks is lacking, and reported, where it is stated."""
        return "restates" in self.own.keys

    def lacks(self, name: str) -> bool:
        """Return whether ``name`` is neither written, inherited nor a default, and no finding says why."""
        return name not in self.fields.values and self.own.lacks(name)

    def omits(self, name: str) -> bool:
        """Return whether the claim itself is to blame for lacking ``name``, and not a claim that it restates."""
        return self.lacks(name) and not self.inherits


def find_statements(
    claims: tuple[Fields, ...], defaults: Fields | None, registry: Registry, findings: Findings, *, is_open: bool
) -> Iterator[Statement]:
    """Yield every claim of a file in written order; in an ``is_open`` file a missing claim is no news."""
    by_id = first_of_id(claims)
    chains = RestatementChains(by_id, value_counts(by_id), registry)
    if not is_open:
        findings.extend(find_unknown_restatements(claims, chains))
    findings.extend(find_restatement_circles(chains))
    for claim in claims:
        inherited = chains.inherit(claim)
        # A claim that leads nowhere is still decoded, for the errors of its own fields.
        values = _with_defaults(inherited or claim.values, defaults, registry)
        fields = Fields(values, claim.keys, claim.span, claim.excused, claim.faulty)
        yield Statement(fields, claim, broken=inherited is None)


def _with_defaults(values: Values, defaults: Fields | None, registry: Registry) -> Values:
    """Return the fields of a claim over those of the defaults that its attribute takes."""
    if defaults is None:
        return values
    # The attribute may itself be a default.
    attribute = attribute_of({**defaults.values, **values}, registry)
    if attribute is None:
        return {**_without_bound_fields(defaults.values), **values}
    return {**select_taken(defaults.values, attribute), **values}


def _without_bound_fields(defaults: Values) -> Values:
    """Return the defaults that go with any attribute, also with one that is not known."""
    return {name: content for name, content in defaults.items() if name not in BOUND_FIELDS}
