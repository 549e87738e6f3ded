"""Changes in words."""

import pytest

from briefing.dataset.operations import Operation, OperationKind
from briefing.model.ids import SubjectId
from briefing.views.base.tokens import PageLink, plain, words
from briefing.views.parts.change_entries import ChangeEntry, select_changes
from briefing.views.parts.changes import fill, view_change
from tests.unit.reports.small_data import FAB, FILES, GAZETTE, HERALD, JUDGEMENT, disputed, edited, with_file, without
from tests.unit.views.changes_data import MONDAY, context

JUDGED = with_file(FAB, FILES[FAB] + JUDGEMENT, disputed())
STAGED = edited(HERALD, "modality: planned", "modality: aim")


def lines(*states: dict[str, str]) -> list[str]:
    opened = context(*states)
    assert opened.history is not None
    rows = [view_change(opened, entry) for entry in select_changes(opened.history.operations).entries]
    return [": ".join(filter(None, (plain(row.about), plain(row.question), plain(row.text)))) for row in rows]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (FILES, disputed(), ["Acme fab: Opening: was 2027, now 2029", "Acme fab: Opening: sources differ"]),
        (disputed(), FILES, ["Acme fab: Opening: was 2029, now 2027", "Acme fab: Opening: sources no longer differ"]),
        (JUDGED, disputed(), ["Acme fab: Opening: the difference is open again",
                              "Acme fab: Opening: editors took their judgement back"]),
        (without(GAZETTE), FILES, ["Acme fab: Opening: also said: 2027"]),
        (FILES, without(GAZETTE), ["Acme fab: Opening: no longer said: 2027"]),
        (FILES, STAGED, ["Acme fab: Opening: modality was planned, now aim"]),
    ],
)  # fmt: skip
def test_lines(before: dict[str, str], after: dict[str, str], expected: list[str]) -> None:
    assert set(expected) <= set(lines(before, after))


def test_question_leads_to_its_answers_and_sources_to_the_claim() -> None:
    opened = context(FILES, disputed())
    assert opened.history is not None
    row = view_change(opened, select_changes(opened.history.operations).entries[0])
    (link,) = row.question
    assert isinstance(link, PageLink)
    assert (link.page, link.anchor) == ("projects/acme-fab/index.md", "milestone-opening")
    assert row.day == "1 December 2026"
    assert row.sources[0].link.page == "articles/herald-2024/index.md"


def test_question_that_is_gone_has_no_link() -> None:
    assert "Acme, Bolt: Owned by: no longer shown: Bolt" in lines(FILES, without(HERALD))


def test_places_of_a_label_are_filled() -> None:
    assert fill("was {was}, now {now}", was=words("a"), now=words("b")) == (
        *words("was "), *words("a"), *words(", now "), *words("b"),
    )  # fmt: skip


def test_page_of_a_subject_need_not_name_it() -> None:
    opened = context(FILES, disputed())
    assert opened.history is not None
    entry = select_changes(opened.history.operations).entries[0]
    assert view_change(opened, entry, SubjectId("acme-fab")).about == ()


def test_difference_over_several_questions_leads_to_where_it_is_told() -> None:
    opened = context(FILES, disputed())
    (conflict,) = opened.data.conflicts
    operation = Operation(
        OperationKind.JUDGED, "c", MONDAY, conflict.about, None, None, "both-stand", conflict.claims, substance=True
    )
    (link,) = view_change(opened, ChangeEntry(operation)).question
    assert isinstance(link, PageLink)
    assert link.anchor == conflict.key
    assert link.text.endswith("?")
