import pytest

from briefing.drafting.document.sources import Reference, find_references
from briefing.drafting.literals.publication import PublicationDate
from briefing.drafting.subjects.known_data import KnownData
from briefing.model.ids import SubjectId

FILLER = ["It grows."] * 4


def test_entries_under_a_heading_are_references(known_data: KnownData, publication: PublicationDate) -> None:
    paragraphs = [
        "It grows.",
        "References:",
        "• The Herald: “Lamps grow.” April 2026. https://herald.example/a.",
        "Courier – “Bulbs” 2025-03-01",
        "Lumen Times - “Glowing”",
        "Prose ends the list.",
        "Courier – “Lamps” 2024-01",
    ]
    assert find_references(known_data, paragraphs, publication) == (
        Reference(
            3, "herald-2026-04", "herald", None, "Lamps grow", "2026-04", "https://herald.example/a", listed=True
        ),
        Reference(4, "courier-2025-03-01", "courier", None, "Bulbs", "2025-03-01", None, listed=True),
        Reference(5, "lumen-times", None, None, "Glowing", None, None, listed=True),
    )


def test_a_line_at_the_end_that_is_a_name_alone_is_a_reference(
    known_data: KnownData, publication: PublicationDate
) -> None:
    (reference,) = find_references(known_data, ["Bolt Power", *FILLER, "Acme Lamps"], publication)
    assert (reference.par, reference.id, reference.subject) == (6, "acme-lamps", SubjectId("acme"))
    assert not reference.listed


def test_ids_of_references_are_distinct(known_data: KnownData, publication: PublicationDate) -> None:
    paragraphs = ["Sources", "Courier – “Bulbs”", "Courier – “Lamps”", "Courier – “Light”"]
    references = find_references(known_data, paragraphs, publication)
    assert [reference.id for reference in references] == ["courier", "courier-2", "courier-3"]


@pytest.mark.parametrize("address", ["http://[broken", "https://user@herald.example/"])
def test_an_address_that_check_refuses_is_left_out(
    known_data: KnownData, publication: PublicationDate, address: str
) -> None:
    (reference,) = find_references(known_data, ["Sources", f"Courier: “Bulbs” {address}"], publication)
    assert (reference.publisher, reference.url) == ("courier", None)
