"""Qualifiers under their labels."""

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.qualifiers import details_of, firmness, qualifiers_of, stage_label
from tests.unit.views.sample import claim


def test_qualifiers_come_in_the_order_asked_for_and_only_if_set(context: Context, linker: Linker) -> None:
    tranche = context.data.claims["daily-1#c1"]
    details = qualifiers_of(context, tranche, linker, ("payee", "stage", "period", "payer"))
    assert [(detail.label, plain(detail.value)) for detail in details] == [
        ("paid to", "Acme"),
        ("stage", "approved"),
        ("paid by", "Japan"),
    ]
    assert (stage_label(context, tranche), stage_label(context, context.data.claims["daily-1#c2"])) == ("approved", "")


def test_how_firmly_it_is_said_stands_first_unless_the_fact_says_so(context: Context, linker: Linker) -> None:
    step, aim = context.data.claims["weekly-9#c6"], claim("daily-1#c1", "acme", "aim", "grow", modality="aim")
    assert [plain(detail.value) for detail in details_of(context, step, linker)] == ["aim"]
    assert (firmness(context, aim), details_of(context, aim, linker)) == ("aim", ())
    assert firmness(context, context.data.claims["daily-1#c1"]) == ""


def test_periods_are_dates_and_wordings_are_quoted(context: Context, linker: Linker) -> None:
    worded = claim("daily-1#c1", "acme", "aim", "grow", period="2027-03", said={"stage": "pledged"})
    assert [plain(detail.value) for detail in qualifiers_of(context, worded, linker, ("period", "said"))] == [
        "March 2027",
        "stage: “pledged”",
    ]
