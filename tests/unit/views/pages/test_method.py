"""The page on the method: its example comes from the briefing, and every rule is named."""

from dataclasses import replace

from briefing.dataset.conflicts.rule_table import RULES
from briefing.views.base.context import open_context
from briefing.views.base.tokens import plain
from briefing.views.pages.method import view_method
from briefing.views.pages.method_example import find_example
from tests.every import every
from tests.unit.views.parts.test_findings import ACME, conflict
from tests.unit.views.sample import claims, link, sample, subjects

TWO_VALUES = ("daily-1#c3", "copy-1#c3")


def test_the_example_is_a_judged_difference_with_what_it_sets_aside() -> None:
    judged = subjects()[ACME].judgements[0]
    settled = replace(conflict("stage-dropped", TWO_VALUES), status="settled", judgement=judged)
    open_one = conflict("terms-differ", ("daily-1#c1", "copy-1#c1"))
    example = find_example(open_context(replace(sample(), conflicts=(open_one, settled))))
    assert example is not None
    assert (plain(example.about), example.box.anchor) == ("Acme", "differ-rank-top")
    assert [claim.reason for claim in example.box.rejected] == ["a copied error"]
    assert (example.link.page, example.link.anchor) == ("companies/acme/index.md", "differ-rank-top")


def test_without_a_judgement_any_difference_serves() -> None:
    undecided = {key: replace(record, judgements=()) for key, record in subjects().items()}
    example = find_example(open_context(link(undecided, claims())))
    assert example is not None
    assert example.box.reading is None


def test_a_briefing_without_differences_has_no_example() -> None:
    assert view_method(open_context(replace(sample(), conflicts=()))).example is None


def test_every_rule_is_told_with_what_it_looks_for() -> None:
    rows = view_method(open_context(sample())).rules
    assert len(rows) == len({rule.code for rule in RULES})
    assert every(row.name and row.looks_for for row in rows)
    assert {row.name: row.audience for row in rows}.items() >= {
        ("Values differ", "readers"),
        ("Wording differs", "editors only"),
        ("A forecast without a period", "readers; lesser cases editors only"),
    }
