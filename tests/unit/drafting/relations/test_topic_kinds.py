import pytest

from briefing.drafting.relations.topic_kinds import has_narrower_topic, is_field
from briefing.drafting.subjects.known_data import KnownData
from briefing.model.ids import SubjectId
from tests.unit.drafting.outline import ReadClauses


@pytest.mark.parametrize("topic", ["bulbs", "light-research"])
def test_what_nobody_has_as_a_product_is_a_field(known_data: KnownData, topic: str) -> None:
    assert is_field(known_data, SubjectId(topic))


def test_a_topic_is_the_narrowest_where_the_data_confuse_it_with_none(clauses_of: ReadClauses) -> None:
    (clause,) = clauses_of("Light research needs Bulbs from Acme.")
    assert not has_narrower_topic(clause, SubjectId("bulbs"))
    assert not has_narrower_topic(clause, SubjectId("acme"))
