"""What a message adds where a copy says what its original has since corrected."""

from collections.abc import Iterable, Sequence

from briefing.dataset.comparing.backing import is_own_statement
from briefing.dataset.rule_base.attribution import name_voices
from briefing.dataset.rule_base.context import RuleContext
from briefing.model.claims import Claim


def copies_note(context: RuleContext, claims: Iterable[Claim]) -> str:
    """Return that the original was corrected and its copies not, to be put behind a message; else nothing."""
    compared = list(claims)
    notes = [_note(context, original, compared) for original in filter(_is_corrected, compared)]
    return "".join(dict.fromkeys(notes))


def _is_corrected(claim: Claim) -> bool:
    if not is_own_statement(claim):
        return False
    # Publishers correct an article in place, or by another one.
    return claim.status == "corrected" or claim.corrects is not None


def _note(context: RuleContext, original: Claim, compared: Sequence[Claim]) -> str:
    differing = [claim for claim in compared if _copies(claim, original) and claim.value != original.value]
    if not differing:
        return ""
    name, copyists = name_voices(context, [original]), name_voices(context, differing)
    why = _reason(context, original)
    return f"; {name}, the original, was corrected{why}, and what {copyists} copied from it was not"


def _reason(context: RuleContext, original: Claim) -> str:
    """Return why an article was corrected, in brackets; nothing where its publisher does not say."""
    reason = context.data.articles[original.article].status_reason
    if not reason:
        return ""
    return f" ({reason})"


def _copies(claim: Claim, original: Claim) -> bool:
    return claim.original is not None and claim.original.article == original.article
