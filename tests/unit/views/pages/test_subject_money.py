"""The money of a subject: sums, effects apart, and what it pays."""

from briefing.model.ids import SubjectId
from briefing.views.base.tokens import plain
from briefing.views.pages.subject_money import MoneySection, view_money_section
from tests.unit.views.sample import claim, context_with, sample_context


def section(subject: str) -> MoneySection:
    context = sample_context()
    return view_money_section(context, context.addresses.layouts[SubjectId(subject)])


def test_effects_stand_apart_from_sums() -> None:
    acme = section("acme")
    assert [plain(row.statement.value) for row in acme.own] == ["¥3.9 trillion (printed also as US$25.44 billion)"]
    assert [plain(row.statement.value) for row in acme.effects] == ["¥9 trillion"]
    assert [line.label for line in acme.lines] == ["April tranche"]


def test_what_a_subject_pays_stands_on_its_page_as_well() -> None:
    japan = section("japan")
    assert japan.own == ()
    assert [plain(row.statement.value) for row in japan.incoming] == [
        "¥3.9 trillion (printed also as US$25.44 billion)"
    ]


def test_the_largest_comes_first() -> None:
    more = [
        claim(f"daily-1#c6{number}", "bolt", "amount", amount, line=f"line-{number}", stage="spent")
        for number, amount in enumerate(("JPY 1bn", "JPY 5bn", "JPY 3bn"))
    ]
    context = context_with(*more)
    rows = view_money_section(context, context.addresses.layouts[SubjectId("bolt")]).own
    assert [plain(row.statement.value) for row in rows] == ["¥5 billion", "¥3 billion", "¥1 billion"]
