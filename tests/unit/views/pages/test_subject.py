from dataclasses import replace

import pytest

from briefing.model.ids import ClaimKey, SubjectId
from briefing.model.records import Subject
from briefing.views.base.context import Context, open_context
from briefing.views.base.tokens import PageLink, Words, plain
from briefing.views.pages.subject import SubjectPage, view_subject
from tests.unit.views.sample import claim, claims, link, sample, subjects

ACME = SubjectId("acme")


@pytest.fixture(scope="module")
def context() -> Context:
    return open_context(sample())


@pytest.fixture(scope="module")
def acme(context: Context) -> SubjectPage:
    return view_subject(context, ACME)


def view(name: str, context: Context) -> SubjectPage:
    return view_subject(context, SubjectId(name))


def test_names_in_both_scripts_none_twice(acme: SubjectPage) -> None:
    assert acme.head.title == "Acme"
    assert acme.names.english == "Acme Corporation"
    assert acme.names.japanese == (Words("アクメ株式会社", "ja"),)
    assert acme.names.reading == (Words("アクメ", "ja"),)
    assert [plain(alias) for alias in acme.names.aliases] == ["Acme Corp", "AC"]
    assert acme.names.former[0].until == "2020"
    assert acme.names.former[0].source == PageLink("The Daily", "articles/daily-1/index.md")  # type: ignore[arg-type]


def test_the_bottom_line_links_names_but_not_its_own_and_has_sources(acme: SubjectPage) -> None:
    assert acme.bottom_line is not None
    links = [token.text for token in acme.bottom_line.text if isinstance(token, PageLink)]
    assert links == ["Japan", "Bolt"]
    assert [ref.link.text for ref in acme.bottom_line.sources] == ["The Daily ¶1"]


def test_the_trust_bar_counts_articles_origins_and_looks_ahead(acme: SubjectPage) -> None:
    assert (acme.trust.articles, acme.trust.origins) == (3, 2)
    assert acme.trust.freshness.state == "fresh"
    assert acme.trust.freshness.next_review == "30 April 2027"
    assert acme.trust.next_milestone == "2027"
    assert acme.trust.next_milestone_link is not None
    assert acme.trust.next_milestone_link.text == "Fab 1: Mass production"


def test_what_is_newer_is_shown_and_what_it_took_the_place_of_stays(acme: SubjectPage) -> None:
    status = acme.facts.rows[0]
    assert (status.label, plain(status.value), status.as_of) == ("Status", "operating", "25 June 2026")
    assert [(plain(old.value), old.as_of) for old in status.earlier] == [("planned", "2024")]
    assert [ref.link.anchor for ref in status.earlier[0].sources] == ["c2"]


def test_a_compatible_value_stands_beside_the_shown_one(acme: SubjectPage) -> None:
    row = acme.money.own[0]
    assert plain(row.statement.value) == "¥3.9 trillion (printed also as US$25.44 billion)"
    assert row.stage == "approved"
    assert (plain(row.payer), plain(row.payee)) == ("Japan", "Acme")
    assert [(plain(value.value), value.stage) for value in row.statement.beside] == [
        ("up to ¥4.5 trillion", "announced")
    ]
    (line,) = acme.money.lines
    assert (line.label, plain(line.because)) == ("April tranche", "Two.")
    assert [(relation.label, plain(relation.value)) for relation in line.relations] == [("in addition to", "Earlier")]


def test_forecasts_of_benefit_are_apart_from_money(acme: SubjectPage) -> None:
    assert [plain(row.statement.value) for row in acme.money.effects] == ["¥9 trillion"]
    assert [detail.label for detail in acme.money.effects[0].statement.details] == ["stated as"]


def test_payers_see_what_they_pay(context: Context) -> None:
    rows = view("japan", context).money.incoming
    assert [plain(row.subject) for row in rows] == ["Acme"]
    assert rows[0].subject == (PageLink("Acme", "companies/acme/index.md", "amount-tranche"),)  # type: ignore[arg-type]


def test_relations_show_at_both_ends(context: Context, acme: SubjectPage) -> None:
    def related(page: SubjectPage) -> set[tuple[str, str]]:
        return {(row.label, plain(row.value)) for row in page.relations.rows}

    wanted = {("Partner", "Bolt"), ("Operates", "Fab 1"), ("Chief executive", "Ann Lee"), ("Sector", "chip making")}
    assert wanted <= related(acme)
    assert ("Partner", "Acme") in related(view("bolt", context))
    assert ("Operated by", "Acme") in related(view("fab-1", context))
    assert {("Chief executive of", "Acme"), ("Attended", "Tokyo Summit")} <= related(view("ann-lee", context))


def test_milestones_say_where_they_stand_overdue_first(context: Context) -> None:
    rows = view("fab-1", context).milestones.rows
    assert [(row.statement.label, row.state) for row in rows] == [
        ("Trial production", "overdue"),
        ("Mass production", "planned"),
        ("Opening", "met"),
    ]


def test_set_aside_claims_stay_with_their_reason(acme: SubjectPage) -> None:
    box = next(difference for difference in acme.differences if difference.anchor == "differ-rank-top")
    assert [plain(group.value) for group in box.groups] == ["3rd"]
    assert [(plain(claim.voice.value), claim.reason) for claim in box.rejected] == [("30th", "a copied error")]
    assert box.reading is not None
    assert plain(box.reading.because) == "The agency names its source."
    assert (plain(box.reading.settles_it), box.reading.decided) == ("The ministry's release.", "20 November 2026")


def test_opinions_name_their_speaker_and_never_count_as_facts(acme: SubjectPage) -> None:
    (row,) = acme.opinions.rows
    assert plain(row.speaker) == "Ann Lee"
    assert row.quote == "not on Acme alone"
    assert row.statement.anchor == "assessment-daily-1-c8-opinion"
    assert not any(row.anchor.endswith("-opinion") for row in acme.facts.rows)


def test_who_speaks_sees_what_they_said(context: Context) -> None:
    remarks = view("ann-lee", context).remarks
    assert [(remark.about.text, remark.quote) for remark in remarks] == [("Acme", "not on Acme alone")]
    assert remarks[0].about.anchor == "assessment-daily-1-c8-opinion"


def test_a_subject_that_is_only_named_has_content(context: Context) -> None:
    page = view("japan", context)
    named = [(mention.about.text, plain(mention.value)) for mention in page.passing]
    assert ("Acme", "make chips with Bolt in Japan") in named
    assert [row.link.text for row in page.coverage] == ["Acme", "Unidentified source", "The Daily"]


def test_excluded_claims_are_named_nowhere(context: Context) -> None:
    assert not any(plain(mention.value) == "sell to Ann Lee" for mention in view("ann-lee", context).passing)
    assert not view("bolt", context).context.rows


def test_lookalikes_warn_at_both_ends(context: Context, acme: SubjectPage) -> None:
    assert [plain(lookalike.link) for lookalike in acme.lookalikes] == ["Fab 1"]
    assert [plain(lookalike.link) for lookalike in view("fab-1", context).lookalikes] == ["Acme"]


def test_sources_show_copies_as_copies(acme: SubjectPage) -> None:
    by_name = {row.link.text: row for row in acme.sources}
    assert [copy.text for copy in by_name["Unidentified source"].copies] == ["The Daily"]
    assert by_name["Unidentified source"].flag == ""
    assert acme.review.endswith("not yet by a person: the records of Unidentified source, April 2024.")
    assert plain(by_name["Unidentified source"].publisher) == "unknown publisher"
    assert (by_name["The Daily"].grade, by_name["The Daily"].why) == ("B", "named reporters")


def test_a_subject_with_nothing_has_no_sections() -> None:
    alone: dict[SubjectId, Subject] = {ACME: replace(subjects()[ACME], judgements=(), bottom_line=None, not_same_as=())}
    page = view_subject(open_context(link(alone, [])), ACME)
    sections = (page.facts, page.milestones, page.relations, page.context, page.opinions)
    assert not any(section.rows for section in sections)
    empty = (page.money.own, page.timeline, page.differences, page.remarks, page.passing, page.coverage, page.sources)
    assert not any(empty)
    assert page.bottom_line is None


def test_a_disputed_fact_leads_to_its_box_and_every_value_is_in_it() -> None:
    others = [claim for claim in claims() if claim.key != "copy-1#c3"]
    rival = claim("weekly-9#c3", "acme", "rank", "rank 7", list="top", par=3)
    undecided = {**subjects(), ACME: replace(subjects()[ACME], judgements=())}
    page = view_subject(open_context(link(undecided, [*others, rival])), ACME)
    row = next(fact for fact in page.facts.rows if fact.anchor == "rank-top")
    assert row.differ == PageLink("disputed", "companies/acme/index.md", "differ-rank-top")  # type: ignore[arg-type]
    box = next(difference for difference in page.differences if difference.anchor == "differ-rank-top")
    assert box.disputed
    assert [(plain(group.value), group.rank) for group in box.groups] == [("3rd", "shown"), ("7th", "normal")]
    assert box.findings[0].status == "open"
    assert page.trust.open_conflicts >= 1


def test_every_claim_of_a_box_says_who_when_and_how_far_it_is_trusted(acme: SubjectPage) -> None:
    voice = acme.differences[0].groups[0].voices[0]
    assert voice.sources[0].link.page == "articles/daily-1/index.md"
    assert (voice.published, voice.grade) == ("14 April 2024", "B")
    assert voice.origin == "the unnamed original of Unidentified source, April 2024 and The Daily"


def test_references_of_one_article_name_it_once() -> None:
    more = claim("daily-1#c99", "bolt", "status", "active", par=9)
    again = claim("daily-1#c98", "bolt", "status", "active", par=4)
    page = view_subject(open_context(link(subjects(), [*claims(), more, again])), SubjectId("bolt"))
    assert [ref.link.text for ref in page.facts.rows[0].sources] == ["The Daily ¶4", "¶9"]


def test_a_bottom_line_may_cite_a_claim_that_is_gone(context: Context) -> None:
    line = subjects()[ACME].bottom_line
    assert line is not None
    broken = {**subjects(), ACME: replace(subjects()[ACME], bottom_line=replace(line, claims=(ClaimKey("x#y"),)))}
    page = view_subject(open_context(link(broken, claims())), ACME)
    assert page.bottom_line is not None
    assert page.bottom_line.sources == ()


def test_a_subject_of_which_no_source_says_anything_says_so() -> None:
    lone = open_context(link(subjects(), [claim for claim in claims() if "summit" not in claim.about]))
    assert view_subject(lone, SubjectId("summit")).without_claims
    assert not view_subject(lone, SubjectId("acme")).without_claims


def test_each_section_has_the_claims_of_its_attributes() -> None:
    acme = view_subject(open_context(sample()), SubjectId("acme"))
    assert [plain(row.value) for row in acme.context.rows] == ["make chips with Bolt in Japan"]
    assert {row.anchor for row in acme.relations.rows} >= {"partner-bolt", "operates-fab-1"}
    assert not {row.anchor for row in acme.facts.rows} & {row.anchor for row in acme.relations.rows}


@pytest.mark.parametrize(("count", "folds"), [(8, {}), (9, {"opinion": 9})])
def test_a_section_beside_the_facts_is_folded_where_it_has_more_rows_than_there_is_room_for(
    count: int, folds: dict[str, int]
) -> None:
    opinions = [
        claim(f"daily-1#c{100 + number}", "bolt", "assessment", f"view {number}", par=number) for number in range(count)
    ]
    assert view_subject(open_context(link(subjects(), opinions)), SubjectId("bolt")).folds == folds
