"""A newcomer within a minute: what is certain, what one good source says, what is disputed and why."""

from typing import Any

from briefing.dataset.linked.records import Dataset
from briefing.model.ids import ArticleId, ClaimKey, SubjectId
from briefing.pipeline import prepare
from briefing.views.base.context import open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.article import view_article
from briefing.views.pages.subject import view_subject
from briefing.views.pages.subject_head import subject_picture
from briefing.views.parts.summary import SummarySection
from tests.rule_cases import files_of, sources_of

FAB = {"about": "fab", "attribute": "milestone", "milestone": "opening", "value": "2027", "modality": "planned"}
RUN = {"about": "fab", "attribute": "operator", "value": "acme"}
AID = {"about": "plan", "attribute": "amount", "line": "aid", "payer": "japan", "payee": "acme"}


def dataset(claims: dict[str, list[dict[str, Any]]], files: dict[str, Any] | None = None) -> Dataset:
    prepared = prepare(sources_of(files_of({"claims": claims, "files": files or {}})))
    assert prepared.dataset is not None, prepared.findings
    return prepared.dataset


def glance(
    subject: str, claims: dict[str, list[dict[str, Any]]], files: dict[str, Any] | None = None
) -> SummarySection:
    return view_subject(open_context(dataset(claims, files)), SubjectId(subject)).summary


def test_what_is_firm_next_door_is_firm_here() -> None:
    found = glance("acme", {"herald": [RUN, FAB], "gazette": [FAB]})
    assert [one.link.text for one in found.firm] == ["North Bay fab, Opening: 2027"]
    (own,) = glance("fab", {"herald": [RUN, FAB], "gazette": [FAB]}).firm
    assert own.link.text == "Opening: 2027"


def test_a_plan_that_sources_agree_on_is_called_one_and_dated() -> None:
    """That two sources tell of an aim makes the aim certain, not what it aims at."""
    (plan,) = glance("fab", {"herald": [FAB | {"modality": "aim"}], "gazette": [FAB | {"modality": "aim"}]}).firm
    assert plan.attribution == "aim, as of 2 May 2024"
    met = FAB | {"value": "2024-03", "modality": "reported"}
    (done,) = glance("fab", {"herald": [met], "gazette": [met]}).firm
    assert done.attribution == "as of 2 May 2024"


def test_a_report_that_is_only_cited_confirms_nothing() -> None:
    files = {"articles/herald.yml": {"cites": [{"id": "wire-1", "title": "Fab to open in 2027"}]}}
    found = glance("fab", {"herald": [FAB, FAB | {"via": "wire-1"}]}, files)
    assert found.firm == ()
    page = view_subject(open_context(dataset({"herald": [FAB, FAB | {"via": "wire-1"}]}, files)), SubjectId("fab"))
    assert (page.trust.articles, page.trust.origins, page.trust.cited) == (1, 1, "and 1 cited report, not read")


def test_a_page_says_how_new_its_newest_source_is() -> None:
    files = {"articles/gazette.yml": {"published": "2024-11-13/2024-12-31"}}
    page = view_subject(open_context(dataset({"herald": [FAB], "gazette": [FAB]}, files)), SubjectId("fab"))
    assert page.trust.freshness.newest == "31 December 2024 at the latest"
    assert [row.statement.as_of for row in page.milestones.rows] == ["31 December 2024 at the latest"]


def test_boxes_and_pictures_date_what_an_undated_article_says_as_lists_do() -> None:
    files = {"articles/gazette.yml": {"published": "2024-11-13/2024-12-31"}}
    sums = [
        AID | {"stage": "pledged", "line": line, "value": value}
        for line, value in (("aid", "JPY 3tn"), ("loan", "JPY 1tn"))
    ]
    context = open_context(dataset({"herald": [sums[0] | {"value": "JPY 5tn"}], "gazette": [sums[0], sums[1]]}, files))
    page = view_subject(context, SubjectId("plan"))
    dated = [voice.as_of_note for box in page.differences for group in box.groups for voice in group.voices]
    assert "31 December 2024 at the latest" in dated
    picture = subject_picture(context, SubjectId("plan"))
    assert picture is not None
    assert [plain(row[-1]) for row in picture.table.rows][-1] == "31 December 2024 at the latest"


def test_an_article_of_open_date_has_no_last_day() -> None:
    files = {"articles/herald.yml": {"published": "2024-11/.."}}
    page = view_subject(open_context(dataset({"herald": [FAB]}, files)), SubjectId("fab"))
    assert page.trust.freshness.newest == "from November 2024"
    assert [row.statement.as_of for row in page.milestones.rows] == ["from November 2024"]


def test_a_claim_names_a_question_once_however_many_rules_ask_it() -> None:
    """Two restatements that drift from one sentence are two findings of one question."""
    body = {
        "about": "acme",
        "attribute": "aim",
        "value": "be the first in the trade with memory chips",
        "scope": "memory chips",
    }
    drifts = [
        body | {"restates": "c1", "value": value, "scope": scope}
        for value, scope in (
            ("lead the whole world in the trade with memory chips", "chips of all kinds"),
            ("be without a rival in the countries around the sea", "everything it makes"),
        )
    ]
    context = open_context(dataset({"herald": [body, *drifts]}))
    found = context.findings.by_claim[ClaimKey("herald#c1")]
    assert len({one.key for one in found}) == 2
    (row, *_) = view_article(context, ArticleId("herald")).claims[0].rows
    assert [one.question for one in row.findings] == ["Acme, aim: which of its own words does The Herald mean?"]
    placed = [one | {"par": par} for par, one in enumerate((body, *drifts), 2)]
    (row, *_) = view_article(open_context(dataset({"herald": placed})), ArticleId("herald")).claims[0].rows
    assert sorted(one.question for one in row.findings) == [
        "Acme, aim: which does The Herald mean, ¶2, or ¶3?",
        "Acme, aim: which does The Herald mean, ¶2, or ¶4?",
    ]


def test_disputes_say_whether_they_are_open_and_whose_they_are() -> None:
    two = {"herald": [FAB], "gazette": [FAB | {"value": "2029"}]}
    assert glance("fab", two).differ == "differ-short"
    settled = {
        "slot": {"attribute": "milestone", "milestone": "opening"},
        "prefer": ["gazette#c1"],
        "because": "The Gazette is newer.",
        "decided": "2026-01-02",
    }
    assert glance("fab", two, {"projects/fab.yml": {"judgements": [settled]}}).differ == "differ-answered"
    alone = glance("fab", {"herald": [FAB, FAB | {"value": "2029"}]})
    assert [(row.within, alone.differ) for row in alone.disputed] == [("within one article", "differ-itself")]


def test_one_good_source_is_told_apart_from_agreement() -> None:
    found = glance("acme", {"herald": [RUN, FAB, AID | {"value": "JPY 3tn", "stage": "spent"}]})
    assert found.firm == ()
    assert [one.link.text for one in found.single] == [
        "North Bay fab, Opening: 2027",
        "Plan for chips, Aid: ¥3 trillion",
    ]


def test_a_page_of_one_article_says_so_first() -> None:
    """A reader who sees figures must see that nobody else has them."""
    files = {"articles/herald.yml": {"grade": {"letter": "D", "why": "a rewrite"}}}
    basis = glance("fab", {"herald": [FAB]}, files).basis
    assert basis is not None
    assert (basis.label, [one.text for one in basis.articles], basis.grade) == (
        "All of it is known from one article",
        ["The Herald"],
        "D",
    )
    assert glance("fab", {"herald": [FAB], "gazette": [FAB]}).basis is None


def test_copies_of_one_original_are_one_basis() -> None:
    files = {"articles/gazette.yml": {"origin": "wire"}, "articles/herald.yml": {"origin": "wire"}}
    basis = glance("fab", {"herald": [FAB], "gazette": [FAB]}, files).basis
    assert basis is not None
    assert basis.label == "All of it goes back to one original, told in 2 articles"


def test_a_page_counts_the_sources_of_all_that_it_shows() -> None:
    """R6: the date of the fab stands on the page of who runs it, so its sources do, too."""
    data = dataset({"herald": [RUN], "gazette": [FAB]})
    page = view_subject(open_context(data), SubjectId("acme"))
    assert (page.trust.articles, page.trust.origins) == (2, 2)
    assert len(page.sources) == len(page.coverage) == 2


def test_a_plan_whose_day_has_passed_is_told_at_once() -> None:
    late = FAB | {"value": "2024-12"}
    assert [one.link.text for one in glance("acme", {"herald": [RUN, late]}).overdue] == [
        "North Bay fab, Opening: December 2024"
    ]
    assert glance("acme", {"herald": [RUN, FAB]}).overdue == ()


def test_what_field_a_subject_is_in_is_told_only_where_nothing_else_is_firm() -> None:
    field = {"about": "fab", "attribute": "sector", "value": "text:Chips"}
    both = glance("fab", {"herald": [FAB, field], "gazette": [FAB, field]})
    assert [one.link.text for one in both.firm] == ["Opening: 2027"]
    alone = glance("fab", {"herald": [field], "gazette": [field]})
    assert [one.link.text for one in alone.firm] == ["Sector: Chips"]


def test_what_an_editor_set_aside_is_named_last() -> None:
    out = {
        "slot": {"attribute": "milestone", "milestone": "trial-production"},
        "prefer": ["gazette#c1"],
        "reject": [{"claim": "herald#c1", "reason": "stage-dropped"}],
        "because": "One drops the word trial.",
        "decided": "2026-01-02",
    }
    claims = {"herald": [FAB | {"milestone": "production"}], "gazette": [FAB | {"milestone": "trial-production"}]}
    (row,) = glance("fab", claims, {"projects/fab.yml": {"judgements": [out]}}).disputed
    assert [plain(one) for one in row.values] == ["Trial production: 2027", "Production: 2027"]


def test_a_poor_source_or_a_dispute_is_no_good_source() -> None:
    poor = {"articles/herald.yml": {"grade": {"letter": "D", "why": "a rewrite"}}}
    assert glance("fab", {"herald": [FAB]}, poor).single == ()
    assert glance("fab", {"herald": [FAB], "gazette": [FAB | {"value": "2029"}]}).single == ()
    assert glance("fab", {"herald": [FAB | {"value": "unknown"}]}).single == ()


def test_sums_that_differ_in_terms_are_not_set_against_each_other() -> None:
    claims = {
        "herald": [AID | {"value": "JPY 3tn", "stage": "pledged"}],
        "gazette": [AID | {"value": "JPY 3tn", "stage": "spent"}],
    }
    seen = glance("plan", claims)
    (row,) = seen.alike
    assert seen.disputed == ()
    assert row.link.text == "Plan for chips, ¥3 trillion: spent, or pledged?"
    assert row.label == "Aid, ¥3 trillion, stage"
    assert sorted(plain(one) for one in row.values) == ["pledged", "spent"]


def test_a_message_names_articles_as_the_page_does() -> None:
    unknown = {"articles/gazette.yml": {"publisher": "unknown", "grade": {"letter": "C", "why": "unsigned"}}}
    data = dataset({"herald": [FAB], "gazette": [FAB | {"value": "2029"}]}, unknown)
    (conflict,) = (one for one in data.conflicts if one.rule == "dates-disjoint")
    assert "(gazette)" in conflict.message
    (box,) = view_subject(open_context(data), SubjectId("fab")).differences
    assert "2029 (Unidentified source, 2 May 2024)" in box.findings[0].message


def state_of_opening(reports: dict[str, Any], grade: str) -> list[str]:
    """Return the states of a plan for April 2025 that an article of April 2026 tells of."""
    files = {"articles/gazette.yml": {"published": "2026-04-02", "grade": {"letter": grade, "why": "so"}}}
    claims = {"herald": [FAB | {"value": "2025-04"}], "gazette": [{**FAB, "modality": "reported", **reports}]}
    page = view_subject(open_context(dataset(claims, files)), SubjectId("fab"))
    return [row.state for row in page.milestones.rows]


def test_a_plan_and_what_came_of_it_are_told_apart() -> None:
    assert state_of_opening({"value": "2026-03"}, "C") == ["late"]
    assert state_of_opening({"value": "2025-04-20"}, "C") == ["reported"]


def test_a_plan_stays_overdue_where_nobody_confirms_what_came_of_it() -> None:
    assert state_of_opening({"value": "2026-03"}, "E") == ["overdue"]
    assert state_of_opening({"value": "2027", "modality": "planned"}, "C") == ["overdue"]
