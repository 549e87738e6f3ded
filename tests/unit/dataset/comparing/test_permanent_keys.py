"""Public keys of questions: the same whoever answers, another for another question."""

from briefing.dataset.comparing.permanent_keys import permanent_key
from tests.unit.dataset.sample import dataset

_TRIAL = "{id: c1, about: acme, attribute: milestone, milestone: trial, value: 2025-04}"


def _keys(*claims: str) -> list[str]:
    return [permanent_key(slot) for slot in dataset(*claims).slots]


def test_a_key_is_pinned_since_others_have_written_it_down() -> None:
    assert _keys(_TRIAL) == ["milestone-b1b0eaafe7f4"]


def test_a_key_stays_when_other_claims_join_and_lead() -> None:
    other = "{id: c0, about: acme, attribute: milestone, milestone: trial, value: 2027}"
    assert _keys(other, _TRIAL) == _keys(_TRIAL)


def test_each_question_has_a_key_of_its_own() -> None:
    opinion = "{id: c2, about: acme, attribute: milestone, milestone: trial, value: 2025-05, modality: opinion}"
    step = "{id: c3, about: acme, attribute: milestone, milestone: launch, value: 2026}"
    subject = "{id: c4, about: initech, attribute: milestone, milestone: trial, value: 2025-04}"
    keys = _keys(_TRIAL, opinion, step, subject)
    assert len(set(keys)) == len(keys) == 4


def test_either_end_of_a_symmetric_relation_asks_the_same() -> None:
    assert _keys("{id: c1, about: acme, attribute: partner, value: initech}") == _keys(
        "{id: c1, about: initech, attribute: partner, value: acme}"
    )


def test_texts_of_one_attribute_are_questions_of_their_own() -> None:
    keys = _keys(
        "{id: c1, about: acme, attribute: aim, value: grow abroad}",
        "{id: c2, about: acme, attribute: aim, value: 企業を育てる}",
    )
    assert len(set(keys)) == 2
