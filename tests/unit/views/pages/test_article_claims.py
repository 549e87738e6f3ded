"""Claims of an article in parts, none of which ends within a paragraph."""

from dataclasses import replace

from briefing.model.ids import ArticleId
from briefing.views.base.context import open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.article import view_article
from briefing.views.pages.article_claims import PART_CLAIMS, ClaimPart, view_claim_parts
from tests.unit.views.sample import claim, claims, context_with, link, sample_context, subjects


def parts_of(name: str) -> tuple[ClaimPart, ...]:
    return view_article(sample_context(), ArticleId(name)).claims


def test_a_long_article_is_folded_between_paragraphs() -> None:
    many = [claim(f"daily-1#c{100 + n}", "acme", "aim", f"aim {n}", par=10 + n // 30) for n in range(90)]
    parts = view_article(open_context(link(subjects(), [*claims(), *many])), ArticleId("daily-1")).claims
    assert [part.title for part in parts[1:]] == ["¶11: 30 claims", "¶12: 30 claims"]
    assert not parts[0].title
    assert sum(len(part.rows) for part in parts[1:]) == 60
    short = view_article(open_context(link(subjects(), claims())), ArticleId("daily-1")).claims
    assert [part.title for part in short] == [""]


def test_a_claim_that_simply_stands_bears_no_word() -> None:
    rows = {row.anchor: row for part in parts_of("daily-1") for row in part.rows}
    assert (rows["c2"].standing, rows["c2"].standing_word) == ("superseded", "superseded")
    assert (rows["c3"].standing, rows["c3"].standing_word, rows["c3"].reason) == ("", "", "")


def test_qualifiers_that_stand_in_the_label_are_no_details() -> None:
    rows = {row.anchor: row for part in parts_of("daily-1") for row in part.rows}
    assert [(detail.label, plain(detail.value)) for detail in rows["c8b"].details] == [("scope", "logic chips")]
    assert [detail.label for detail in rows["c1"].details] == ["stage", "paid by", "paid to"]


def test_claims_without_paragraphs_say_so() -> None:
    many = [claim(f"daily-1#c{100 + number}", "acme", "aim", f"aim {number}") for number in range(3)]
    claims_in_order = [claim("daily-1#c99", "acme", "aim", "aim", par=1)] * PART_CLAIMS + many
    context = context_with(*many, claims_in_order[0])
    parts = view_claim_parts(context, context.data.articles[ArticleId("daily-1")], claims_in_order)
    assert [part.title for part in parts] == ["", "unnumbered: 3 claims"]


def test_a_part_is_named_by_its_first_paragraph_and_the_furthest_that_it_reaches() -> None:
    first = claim("daily-1#c99", "acme", "aim", "aim", par=1)
    reaching, last = (
        claim("daily-1#c100", "acme", "aim", "aim 2", par=2),
        claim("daily-1#c101", "acme", "aim", "x", par=3),
    )
    reaching = replace(reaching, par=(2, 9))
    context = context_with(first, reaching, last)
    article = context.data.articles[ArticleId("daily-1")]
    parts = view_claim_parts(context, article, [*[first] * PART_CLAIMS, reaching, last])
    assert [part.title for part in parts] == ["", "¶2-9: 2 claims"]
