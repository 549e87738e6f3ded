"""Claims about others on a subject's page."""

from briefing.model.claims import Speaker
from briefing.model.ids import SubjectId
from briefing.views.base.context import Context
from briefing.views.base.tokens import plain
from briefing.views.parts.mentions import view_passing, view_remarks
from tests.unit.views.sample import claim, context_with


def test_what_a_subject_says_of_others_stands_among_its_remarks(context: Context) -> None:
    (remark,) = view_remarks(context, "ann-lee")
    assert (remark.about.text, remark.label, remark.quote) == ("Acme", "Assessment", "not on Acme alone")
    assert view_remarks(context, "bolt") == ()


def test_claims_that_name_it_in_passing_come_in_order(context: Context) -> None:
    assert [plain(mention.value) for mention in view_passing(context, "japan")] == [
        "Japan should not lean on Acme alone",
        "make chips with Bolt in Japan",
    ]
    assert view_passing(context, "ann-lee") == ()


def test_a_remark_that_is_set_aside_is_not_shown() -> None:
    ann = Speaker(subject=SubjectId("ann-lee"))
    withdrawn = claim("daily-1#c20", "bolt", "assessment", "too small", speaker=ann, excluded="withdrawn")
    assert [remark.about.text for remark in view_remarks(context_with(withdrawn), SubjectId("ann-lee"))] == ["Acme"]
