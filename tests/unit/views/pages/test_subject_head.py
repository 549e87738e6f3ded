"""The head of a subject's page and its leading picture."""

from briefing.model.ids import SubjectId
from briefing.views.pages.subject_head import subject_head, subject_picture
from tests.unit.views.sample import claim, context_with, sample_context


def test_the_head_has_the_short_name_and_describes_the_full_one() -> None:
    head = subject_head(sample_context(), SubjectId("acme"))
    assert (head.title, head.description) == ("Acme", "Acme Corporation: The sample subject acme.")
    assert [(link.text, link.page) for link in head.up] == [("Companies", "companies/index.md")]


def test_sums_that_a_subject_pays_are_drawn_with_its_own_and_effects_are_not() -> None:
    second = claim("daily-1#c60", "bolt", "amount", "JPY 1tn", line="a", stage="spent", payer="japan")
    picture = subject_picture(context_with(second), SubjectId("japan"))
    assert picture is not None
    assert picture.name == "money"
    assert [record[3] for record in picture.csv.records] == ["3900000000000", "1000000000000"]
    assert subject_picture(context_with(second), SubjectId("ann-lee")) is None
