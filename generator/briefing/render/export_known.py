"""What became known month by month, as the JSON objects that exports publish.

Field names and forms are a contract (``api/v1``); they may grow and never change.
"""

from collections.abc import Iterator
from functools import partial

from briefing import routes
from briefing.dataset.comparing.known_months import KnownMonth, Turn
from briefing.dataset.comparing.permanent_keys import permanent_key
from briefing.dataset.comparing.slot_history import rival_groups
from briefing.dataset.linked.records import ValueGroup
from briefing.render.export import Export, ExportData, Json
from briefing.render.export_files import with_head
from briefing.render.export_rows import optional_value_json
from briefing.views.base.context import Context
from briefing.views.parts.known_turns import known_months


def known_exports(context: Context) -> Iterator[Export]:
    """Yield a file for each month in which a source of the briefing spoke."""
    for month in known_months(context):
        yield Export(routes.known_json(month.month), partial(_month_file, month))


def _month_file(month: KnownMonth, data: ExportData) -> bytes:
    return with_head(data, "as-known", routes.known_json(month.month), month_json(month))


def month_json(month: KnownMonth) -> Json:
    """Return what the sources of a month changed, and how much stood at its end."""
    return {
        "month": month.month,
        "totals": {"sources": month.articles, "slots": month.slots, "differing": month.differing},
        "changes": [_turn_json(turn) for turn in month.turns],
    }


def _turn_json(turn: Turn) -> Json:
    return {
        "slot": permanent_key(turn.now),
        "was": turn.was and _answer_json(turn.was.shown),
        "now": _answer_json(turn.now.shown),
        "others": [_answer_json(group) for group in rival_groups(turn.now)],
    }


def _answer_json(group: ValueGroup | None) -> Json | None:
    if group is None:
        return None
    return {
        "value": optional_value_json(group.value),
        "denied": group.denied,
        "claims": [claim.key for claim in group.claims],
    }
