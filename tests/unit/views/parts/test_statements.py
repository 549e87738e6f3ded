"""One thing that is said of a subject."""

from briefing.views.base.context import Context
from briefing.views.base.linker import Linker
from briefing.views.base.tokens import plain
from briefing.views.parts.statements import view_statement


def test_a_row_has_value_day_confidence_and_sources(context: Context, linker: Linker) -> None:
    (entry,) = [entry for entry in context.addresses.layouts["acme"].entries if entry.anchor == "status"]
    row = view_statement(context, entry, linker)
    assert (row.label, plain(row.value), row.as_of) == ("Status", "operating", "25 June 2026")
    assert (row.confidence, row.confidence_word, row.reason) == ("moderate", "Moderate", "1 article, of grade C")
    assert ([ref.link.text for ref in row.sources], row.differ) == (["Acme ¶2"], None)
    assert (row.beside, [plain(other.value) for other in row.earlier]) == ((), ["planned"])


def test_qualifiers_that_the_label_names_are_no_details(context: Context, linker: Linker) -> None:
    entries = {entry.anchor: entry for entry in context.addresses.layouts["acme"].entries}
    office = view_statement(context, entries["office-chief-executive"], linker)
    aim = view_statement(context, entries["aim-daily-1-c8b"], linker)
    assert office.details == ()
    assert [plain(detail.value) for detail in aim.details] == ["logic chips"]
