from briefing.drafting.document.draft import Request, draft_text
from briefing.drafting.document.writing import UNKNOWN, write_draft
from briefing.drafting.literals.publication import PublicationDate
from briefing.drafting.subjects.known_data import KnownData


def write(known_data: KnownData, publication: PublicationDate, text: str, **fields: str) -> str:
    request = Request("new", fields.pop("publisher", "herald"), publication, **fields)
    return write_draft(draft_text(known_data, text, request, {}))[0]


def test_a_file_says_what_was_not_recognised(known_data: KnownData, publication: PublicationDate) -> None:
    text = "Nothing is here.\n\nNor here.\n\nAcme will hire 900 people.\n\nIt is good."
    lines = write(known_data, publication, text).splitlines()
    assert lines[lines.index("claims:") :] == [
        "claims:",
        "  # nothing recognised in paragraph 1, 2",
        "  - {id: c3, par: 3, about: acme, attribute: count, measure: people, value: 900 people, modality: planned}",
        "  # nothing recognised in paragraph 4",
    ]


def test_a_text_without_claims_says_so(known_data: KnownData, publication: PublicationDate) -> None:
    assert write(known_data, publication, "Nothing.").endswith("# Nothing was recognised; add claims by hand.\n")


def test_an_unknown_publisher_has_a_grade_of_the_article(known_data: KnownData, publication: PublicationDate) -> None:
    grade = 'grade: {letter: F, why: "not judged yet; the publisher is unknown"}'
    assert grade in write(known_data, publication, "Nothing.", publisher=UNKNOWN).splitlines()
    assert "grade:" not in write(known_data, publication, "Nothing.")


def test_what_the_editor_knows_is_quoted_where_yaml_needs_it(
    known_data: KnownData, publication: PublicationDate
) -> None:
    lines = write(known_data, publication, "Nothing.", title="Lamps: a #1", url="https://herald.example/a").splitlines()
    assert 'title: "Lamps: a #1"' in lines
    assert 'url: "https://herald.example/a"' in lines
