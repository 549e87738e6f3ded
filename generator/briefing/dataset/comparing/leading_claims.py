"""The claim that speaks for a value, and whom it names as payer or payee."""

from briefing.dataset.comparing.group_order import day_of
from briefing.dataset.linked.records import ValueGroup
from briefing.model.claims import Claim
from briefing.model.ids import ClaimKey
from briefing.model.values import NO_VALUE_LITERALS


def leading_claim(group: ValueGroup) -> Claim:
    """Return the claim that speaks for a group: no restatement, of the best grade, the newest, the first."""
    return min(group.claims, key=_precedence)


def _precedence(claim: Claim) -> tuple[bool, str, int, ClaimKey]:
    # The key comes last, so that the choice never depends on the order of files.
    return claim.restates is not None, claim.grade, -day_of(claim.as_of).toordinal(), claim.key


def parties(claim: Claim, field: str) -> tuple[str, ...]:
    """Return who pays or receives, sorted, as printed; empty where the source does not say."""
    written = claim.qualifiers.get(field)
    if isinstance(written, str):
        return tuple({written} - NO_VALUE_LITERALS)
    if not isinstance(written, list):
        return ()
    names = {name for name in written if isinstance(name, str)}
    return tuple(sorted(names - NO_VALUE_LITERALS))
