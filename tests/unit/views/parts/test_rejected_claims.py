"""What pages, lists, exports and the agenda say once a source has been withdrawn or corrected."""

import json
from dataclasses import replace
from functools import cache

from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Rejection
from briefing.pipeline import generate_files, prepare
from briefing.render.export_rows import subject_json
from briefing.reports.agenda import plan_work
from briefing.views.base.context import Context, open_context
from briefing.views.pages.home import view_home
from briefing.views.pages.kind_list import view_kind
from briefing.views.pages.link_previews import preview_subject
from briefing.views.pages.subject import view_subject
from briefing.views.parts.rejected_claims import find_rejected_claims
from tests.unit.views.sample import claims, judgement, link, subjects

MILL, CARRIER = SubjectId("mill"), SubjectId("carrier")
BASE = {
    "briefing.yml": "name: Paper\nurl: https://paper.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
    "projects/mill.yml": "name: {en: River Mill}\ndescribes: A paper mill.\n",
    "companies/carrier.yml": "name: {en: Carrier}\ndescribes: A haulier.\n",
    "publishers/wire.yml": "name: {en: Valley Wire}\ngrade: {letter: B, why: named reporters}\n",
    "publishers/post.yml": "name: {en: Hill Post}\ngrade: {letter: A, why: a paper of record}\n",
}
HEAD = "publisher: {}\nlanguage: en\nform: report\npublished: {}\n{}claims:\n"
OPENS = "{{id: {}, about: mill, attribute: milestone, milestone: opening, modality: planned, value: {}{}}}"
WITHDRAWN = "status: {state: withdrawn, reason: nobody had said so}\n"


def article(publisher: str, published: str, more: str, *claims: str) -> str:
    return HEAD.format(publisher, published, more) + "".join(f"  - {claim}\n" for claim in claims)


def context_of(articles: dict[str, str], more: dict[str, str] | None = None) -> Context:
    files = {**BASE, **{f"articles/{name}.yml": text for name, text in articles.items()}, **(more or {})}
    prepared = prepare({path: text.encode() for path, text in files.items()})
    assert prepared.dataset is not None, prepared.findings
    return open_context(prepared.dataset)


@cache
def nothing_left() -> Context:
    operator = "{id: c2, about: mill, attribute: operator, value: carrier}"
    return context_of({"wire-1": article("wire", "2024-04-10", WITHDRAWN, OPENS.format("c1", 2027, ""), operator)})


def test_a_page_without_a_source_left_counts_none_and_says_why() -> None:
    for subject in (MILL, CARRIER):
        page = view_subject(nothing_left(), subject)
        assert (page.trust.articles, page.trust.origins, page.trust.freshness.newest) == (0, 0, "")
        assert "Valley Wire, withdrawn by its publisher: nobody had said so" in page.withdrawn_note
        assert [row.flag for row in page.coverage] == ["withdrawn by its publisher: nobody had said so"]


def test_lists_previews_and_exports_count_what_stands() -> None:
    context = nothing_left()
    (page,) = view_kind(context, context.data.registry.kinds["project"])
    assert [(row.claims, row.articles) for row in page.rows] == [(0, 0)]
    assert preview_subject(context, MILL).notes[1].startswith("0 articles, 0 independent origins")
    for subject in (MILL, CARRIER):
        counts = subject_json(context, context.data.subjects[subject])["counts"]
        assert isinstance(counts, dict)
        assert set(counts.values()) == {0}
    assert [stat.count for stat in view_home(context).stats] == [0, 0, 0, 0]


def test_the_agenda_lists_what_has_lost_its_sources() -> None:
    tasks = {topic.code: [task.text for task in topic.tasks] for topic in plan_work(nothing_left().data)}
    assert "River Mill: what was said of it was withdrawn" in tasks["unsourced"]
    assert "Carrier: what was said of it was withdrawn" in tasks["unsourced"]
    assert "River Mill: 0 questions answered" in tasks["unverified-page"]


def test_a_row_that_copies_a_withdrawn_original_says_so() -> None:
    context = context_of({
        "wire-1": article("wire", "2024-04-10", WITHDRAWN, OPENS.format("c1", 2027, "")),
        "post-1": article("post", "2024-06-01", "origin: wire-1\n", OPENS.format("c1", 2027, "")),
    })  # fmt: skip
    page = view_subject(context, MILL)
    (row,) = page.milestones.rows
    assert row.statement.confidence == "low"
    assert row.statement.reason.startswith("copied from an original that was withdrawn (nobody had said so)")
    assert any("which was withdrawn" in note.message for note in page.notes)
    assert page.summary.single == ()


def test_a_judgement_left_alone_by_a_withdrawal_opens_no_box() -> None:
    judgement = (
        "judgements:\n  - slot: {attribute: milestone, milestone: opening}\n    prefer: [post-1#c1]\n"
        "    reject: [{claim: wire-1#c1, reason: superseded}]\n    because: The Post saw the plans.\n"
        "    decided: 2026-11-20\n"
    )
    more = {"projects/mill.yml": BASE["projects/mill.yml"] + judgement}
    wire, post = OPENS.format("c1", 2027, ""), OPENS.format("c1", 2029, "")
    articles = {
        "wire-1": article("wire", "2024-04-10", WITHDRAWN, wire),
        "post-1": article("post", "2024-06-01", "", post),
    }
    assert view_subject(context_of(articles, more), MILL).differences == ()
    # With another difference left the box stays, and what was withdrawn is folded with that reason.
    articles["post-2"] = article("post", "2024-06-02", "", OPENS.format("c1", 2031, ""))
    (box,) = view_subject(context_of(articles, more), MILL).differences
    assert [one.reason for one in box.rejected] == ["withdrawn by its publisher: nobody had said so"]


def test_a_correction_is_shown_and_what_it_corrects_is_folded() -> None:
    text = article("wire", "2024-04-10", "", OPENS.format("c1", 2027, ""), OPENS.format("c2", 2028, ", corrects: c1"))
    context = context_of({"wire-1": text})
    (row,) = view_subject(context, MILL).milestones.rows
    assert [one.correction for one in row.statement.earlier] == ["corrected by the source"]
    claims = json.loads(generate_files(context.data).static["api/v1/claims.json"])["claims"]
    assert [(one["rank"], one["qualifiers"].get("corrects")) for one in claims] == [
        ("superseded", None), ("shown", "c1"),
    ]  # fmt: skip


def test_what_another_page_rejects_is_told_on_the_page_of_its_subject() -> None:
    judgement = (
        "facts:\n  - {id: f1, source: post-1, attribute: count, measure: lorries, value: 5 lorries}\n"
        "judgements:\n  - slot: {attribute: count, measure: lorries}\n    prefer: [carrier#f1]\n"
        "    move: [{claim: wire-1#c1, to: mill}]\n    reject: [{claim: wire-1#c1, reason: wrong-subject}]\n"
        "    because: It counts the mill's own.\n    decided: 2026-11-20\n"
    )
    counted = "{id: c1, about: carrier, attribute: count, measure: lorries, value: 9 lorries}"
    context = context_of(
        {"wire-1": article("wire", "2024-04-10", "", counted), "post-1": article("post", "2024-06-01", "")
         .replace("claims:\n", "")},
        {"companies/carrier.yml": BASE["companies/carrier.yml"] + judgement},
    )  # fmt: skip
    (box,) = view_subject(context, MILL).differences
    (rejected,) = box.rejected
    assert rejected.because == "It counts the mill's own"
    assert rejected.judged == context.link(CARRIER)


def test_a_claim_that_two_judgements_reject_stands_in_the_box_of_the_last() -> None:
    rejections = (Rejection(ClaimKey("copy-1#c1"), "copied-error"),)
    status = judgement("acme", {"attribute": "status"}, reject=rejections)
    rank = judgement("acme", {"attribute": "rank", "list": "top"}, reject=rejections)
    records = subjects()
    acme = replace(records[SubjectId("acme")], judgements=(status, rank))
    context = open_context(link({**records, acme.id: acme}, claims()))
    slots = [context.data.slot_of[ClaimKey(key)] for key in ("daily-1#c2", "daily-1#c3")]
    assert [slot.judgement for slot in slots] == [status, rank]
    boxes = [[claim.key for claim in find_rejected_claims(context, slot)] for slot in slots]
    assert boxes == [[], ["copy-1#c1"]]
