import pytest

from briefing.drafting.clauses.text_context import settle_context
from briefing.drafting.literals.publication import PublicationDate
from briefing.drafting.subjects.candidate_entities import CandidateEntity
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.text.reading import read_sentences


@pytest.mark.parametrize(
    ("text", "main_subject"),
    [
        ("Acme met Bolt. Acme grows.", "acme"),
        ("Acme met Bolt.", "acme"),
        ("Jane Roe met Jane Roe of Bolt.", "bolt"),
        ("Jane Roe spoke.", "jane-roe"),
        ("The Japanese lamp is bright.", None),
    ],
)
def test_a_text_is_about_whom_it_names_most(
    known_data: KnownData, publication: PublicationDate, text: str, main_subject: str | None
) -> None:
    context, _ = settle_context(known_data, text, publication, None, read_sentences(text), ())
    assert context.main_subject == main_subject


def test_what_is_settled_of_a_text(known_data: KnownData, publication: PublicationDate) -> None:
    text = "Japan grants lamp subsidies to all who make them. Jane Roe of Japan is glad."
    candidates = (
        CandidateEntity("Naoki Sato", "person", 1, 1),
        CandidateEntity("Lumen", "person", 1, 1),
        CandidateEntity("Glow Holdings", "company", 1, 1),
    )
    context, counts = settle_context(known_data, text, publication, None, read_sentences(text), candidates)
    assert context.people == {"jane-roe"}
    assert context.subject_matter == "lamp-subsidies"
    assert context.unregistered_people == {"Sato": "Naoki Sato"}
    assert context.fiscal
    assert counts == {"japan": 2, "lamp-subsidies": 1, "jane-roe": 1}
