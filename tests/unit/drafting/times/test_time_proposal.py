import pytest

from briefing.drafting.clauses.clause_reading import read_clauses
from briefing.drafting.clauses.text_context import settle_context
from briefing.drafting.literals.publication import parse_publication_date
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.text.keywords import Keywords
from briefing.drafting.text.reading import read_sentences
from briefing.drafting.times.time_proposal import find_thing, nearest_keyword, propose_time
from briefing.model.ids import SubjectId
from tests.unit.drafting.outline import ReadClauses

ACTS = Keywords((("opened", "opened"), ("announced", "announced"), ("held", "meeting")))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Announced in 2025, the meeting opened.", "announced"),
        ("The meeting opened in 2025.", "opened"),
        ("In 2025 the meeting opened.", "opened"),
        ("In 2025 the meeting of all who make lamps and batteries opened.", "held"),
        ("In 2025 it grew.", None),
    ],
)
def test_words_before_a_date_tell_what_happened_then(clauses_of: ReadClauses, text: str, act: str | None) -> None:
    (clause,) = clauses_of(text)
    assert nearest_keyword(clause, clause.dates[0], ACTS) == act


def test_a_date_that_cannot_be_counted_back_is_unknown(known_data: KnownData) -> None:
    published = parse_publication_date("2026-05")
    assert published is not None
    sentences = read_sentences("Bolt opened yesterday.")
    context, _ = settle_context(known_data, "", published, None, sentences, ())
    (clause,) = read_clauses(context, sentences)
    proposal = propose_time(clause, SubjectId("bolt"), "date", clause.dates[0], {"measure": "opened"})
    assert proposal.value == "unknown"
    assert proposal.fields == {"measure": "opened", "said": {"value": "yesterday"}}
    assert proposal.remark == "the day cannot be counted back"


def test_a_date_is_about_a_thing_before_a_name(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("Acme opened its lamp plant in Osaka in 2025.")
    assert find_thing(clause, "company", "project") == "acme-osaka-plant"
    assert find_thing(clause, "company") == "acme"
    assert find_thing(clause, "event") is None
