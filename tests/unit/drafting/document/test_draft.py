import pytest

from briefing.drafting.document.draft import Draft, Request, draft_text, without
from briefing.drafting.literals.publication import PublicationDate
from briefing.drafting.subjects.known_data import KnownData

TEXT = """Acme builds in Osaka

By Naoki Sato

May 20, 2026

Acme will hire 900 people in Osaka.

Sources

Courier: “Lamps” April 2026"""


@pytest.fixture
def draft(known_data: KnownData, publication: PublicationDate) -> Draft:
    return draft_text(known_data, TEXT, Request("herald-new", "herald", publication), {})


def test_a_draft_has_what_can_be_read_off(draft: Draft) -> None:
    assert (draft.language, draft.title, draft.authors, draft.paragraphs) == (
        "en", "Acme builds in Osaka", ("Naoki Sato",), 6,
    )  # fmt: skip
    assert [(run.first, run.last, run.why) for run in draft.excluded] == [
        (2, 2, "byline"), (3, 3, "date line"), (5, 5, "bare heading"),
    ]  # fmt: skip
    assert [(reference.par, reference.publisher) for reference in draft.references] == [(6, "courier")]
    assert [(proposal.par, proposal.about, proposal.value) for proposal in draft.proposals] == [
        (4, "acme", "900 people")
    ]
    assert draft.subjects == {"acme": 2, "osaka": 2}


def test_what_is_taken_out_is_counted(draft: Draft) -> None:
    assert without(draft, frozenset()) == draft
    shorter = without(draft, frozenset({0}))
    assert (shorter.proposals, shorter.left_out) == ((), 1)


@pytest.mark.parametrize(
    ("first_line", "title"),
    [
        ("Acme builds in Osaka", "Acme builds in Osaka"),
        ("Acme builds in Osaka.", None),
        ("Acme builds", None),
        ("Acme " + "builds " * 20, None),
    ],
)
def test_a_headline_has_the_length_and_the_end_of_one(
    known_data: KnownData, publication: PublicationDate, first_line: str, title: str | None
) -> None:
    request = Request("herald-new", "herald", publication)
    assert draft_text(known_data, f"{first_line}\n\nIt grows.", request, {}).title == title
