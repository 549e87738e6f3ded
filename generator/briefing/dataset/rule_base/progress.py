"""What time explains: a sum whose stages follow one another, a plan and what became of it. Finds nothing by itself."""

from collections.abc import Iterable
from datetime import date

from briefing.dataset.rule_base.time_words import last_day
from briefing.model.claims import Claim
from briefing.model.dates import PartialDate

_STEPS = {
    "proposed": 0, "announced": 1, "pledged": 1, "target": 1, "budgeted": 2, "approved": 3,
    "contracted": 4, "disbursed": 5, "spent": 6, "built": 6,
}  # fmt: skip
"""How far money has come; what is cancelled is on no way."""


def is_progress(left: Iterable[Claim], right: Iterable[Claim]) -> bool:
    """Tell whether two sums are stages of one way: one is further on, and told of a later time, in all its claims."""
    one, other = [_step_and_day(claim) for claim in left], [_step_and_day(claim) for claim in right]
    return _precedes(one, other) or _precedes(other, one)


def _step_and_day(claim: Claim) -> tuple[int | None, date]:
    return _STEPS.get(claim.qualifier("stage") or ""), last_day(claim.as_of) or date.min


def _precedes(earlier: list[tuple[int | None, date]], later: list[tuple[int | None, date]]) -> bool:
    return all(
        step is not None and further is not None and step < further and day < newer
        for step, day in earlier
        for further, newer in later
    )


def looks_back(claim: Claim, moment: PartialDate) -> bool:
    """Tell whether a claim reports a date as done: it appeared when the date had begun."""
    begins, told = moment.first_day, claim.published.latest
    return claim.is_report and begins is not None and told is not None and begins <= told
