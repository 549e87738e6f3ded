"""What the tests of pictures build: a few claims about Bolt beside the sample's subjects."""

from collections.abc import Mapping
from typing import Any

from briefing.model.ids import SubjectId
from briefing.model.records import Subject
from briefing.views.base.context import Context, open_context
from tests.unit.views import sample

BOLT = SubjectId("bolt")


def context_of(claims: list[Any], extra: Mapping[str, Subject] | None = None) -> Context:
    """Return what views read of the sample's subjects with these claims alone."""
    more = {SubjectId(key): subject for key, subject in (extra or {}).items()}
    return open_context(sample.link({**sample.subjects(), **more}, claims))


def amounts(*values: str, **qualifiers: Any) -> list[Any]:
    """Return one pledge of Japan to Bolt for each value."""
    terms = {"stage": "pledged", "payer": "japan", **qualifiers}
    return [
        sample.claim(f"daily-1#c10{number}", "bolt", "amount", value, line=f"line-{number}", **terms)
        for number, value in enumerate(values)
    ]
