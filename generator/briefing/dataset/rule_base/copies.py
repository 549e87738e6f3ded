"""What a message adds where a copy says what its original has since corrected."""

from collections.abc import Iterable, Sequence

from briefing.dataset.comparing.backing import is_own_statement
from briefing.dataset.rule_base.attribution import name_voices
from briefing.dataset.rule_base.context import RuleContext
from briefing.model.claims import Claim


def copies_note(context: RuleContext, claims: Iterable[Claim]) -> str:
    """Return that the original was corrected and its copies not, to be put behind a message; else nothing."""
    compared = list(claims)
    notes = [_note(context, original, compared) for original in compared if _is_corrected(original)]
    return "".join(dict.fromkeys(notes))


def _is_corrected(claim: Claim) -> bool:
    return is_own_statement(claim) and (claim.status == "corrected" or claim.corrects is not None)


def _note(context: RuleContext, original: Claim, compared: Sequence[Claim]) -> str:
    differing = [claim for claim in compared if _copies(claim, original) and claim.value != original.value]
    if not differing:
        return ""
    reason = context.data.articles[original.article].status_reason
    why = f" ({reason})" if reason else ""
    name = name_voices(context, [original])
    return (
        f"; {name}, the original, was corrected{why}, and what {name_voices(context, differing)} copied from it was not"
    )


def _copies(claim: Claim, original: Claim) -> bool:
    return claim.original is not None and claim.original.article == original.article
