"""What a page rests on is worked out once for the page, its rows in lists, previews, share cards and exports."""

import json

import pytest

import briefing.views.parts.page_claims as evidence
from briefing.model.claims import Claim
from briefing.model.ids import SubjectId
from briefing.render.exports import render_exports
from briefing.views.base.context import Context, open_context
from briefing.views.pages.share_cards import view_share_cards
from briefing.views.parts.page_claims import page_claims
from briefing.views.parts.payments import payments
from briefing.views.site import view_site
from tests.unit.views.sample import claim, link, sample, subjects


def test_what_a_page_rests_on_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[SubjectId] = []
    worked_out = evidence._page_claims

    def counted(context: Context, subject: SubjectId) -> tuple[Claim, ...]:
        asked.append(subject)
        return tuple(worked_out(context, subject))

    monkeypatch.setattr(evidence, "_page_claims", counted)
    context = open_context(sample())
    view_site(context)
    view_share_cards(context)
    render_exports(context)
    assert sorted(asked) == sorted(context.data.subjects)


def test_what_is_kept_is_that_of_each_subject_and_of_one_state_of_the_data() -> None:
    context, other = open_context(sample()), open_context(sample())
    for subject in context.data.subjects:
        assert page_claims(context, subject) is page_claims(context, subject)
        assert payments(context, subject) is payments(context, subject)
        assert page_claims(context, subject) == page_claims(other, subject)
    assert len({tuple(one.key for one in page_claims(context, name)) for name in context.data.subjects}) > 1


def test_exports_name_the_conflicts_that_only_editors_see_as_well() -> None:
    context = open_context(sample())
    files = render_exports(context)
    listed = {one["id"]: one["counts"]["conflicts"] for one in json.loads(files["api/v1/index.json"])["subjects"]}
    for subject in context.data.subjects:
        keys = [one.key for one in context.data.conflicts if subject in one.about]
        assert listed[subject] == len(keys)
    assert sum(listed.values()) > 0


def test_whoever_pays_has_all_that_is_said_of_the_sum_on_its_page() -> None:
    """Of one weak source, so that the sum is none of the facts that the page leads with."""
    paid = claim("weekly-9#c20", "bolt", "amount", "JPY 2bn", line="x", payer="japan")
    payer_unsaid = claim("weekly-9#c21", "bolt", "amount", "JPY 2bn", line="x")
    context = open_context(link(subjects(), [paid, payer_unsaid]))
    assert [each.key for each in page_claims(context, SubjectId("japan"))] == [paid.key, payer_unsaid.key]
