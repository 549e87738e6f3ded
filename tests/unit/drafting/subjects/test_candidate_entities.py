from briefing.drafting.subjects.candidate_entities import CandidateEntity, find_candidate_entities
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.text.reading import read_sentences

TEXT = """Lumen Holdings Buys Every Bright Lamp

Acme met Naoki Sato, who runs Lumen Holdings.

Sato said it works with Lumen Holdings.

Photo by Glow Holdings."""


def test_names_without_a_record_are_counted(known_data: KnownData) -> None:
    candidates = find_candidate_entities(known_data, read_sentences(TEXT), frozenset({4}))
    # Neither the headline nor the skipped paragraph counts, and Sato is Naoki Sato.
    assert candidates == (
        CandidateEntity("Lumen Holdings", "company", 2, 2),
        CandidateEntity("Naoki Sato", "person", 2, 1),
    )


def test_a_candidate_has_an_id_where_it_has_latin_letters() -> None:
    assert CandidateEntity("Lumen Holdings", "company", 1, 1).id == "lumen-holdings"
    assert CandidateEntity("経済産業省", "organization", 1, 1).id == ""
