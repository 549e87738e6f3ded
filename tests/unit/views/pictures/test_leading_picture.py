"""R27: a subject has one picture at its head."""

from briefing.views.pages.subject_head import subject_picture
from tests.unit.views import sample
from tests.unit.views.pictures.bolt import BOLT, amounts, context_of


def test_a_subject_has_the_picture_of_what_there_is_more_of() -> None:
    steps = [sample.claim(f"daily-1#c20{n}", "bolt", "milestone", f"202{n}", milestone=f"step-{n}") for n in range(3)]
    more_steps = subject_picture(context_of([*steps, *amounts("JPY 1bn", "JPY 2bn")]), BOLT)
    more_money = subject_picture(context_of([*steps, *amounts("JPY 1bn", "JPY 2bn", "JPY 3bn")]), BOLT)
    assert [picture.name for picture in (more_steps, more_money) if picture] == ["milestones", "money"]
