"""What reaches readers: every shown value leads to the paragraph that says it; a rejected claim never disappears."""

import posixpath
import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

from briefing.dataset.linked.records import Dataset, Rank
from briefing.pipeline import prepare
from briefing.render.pages import render_pages
from briefing.views.base.context import open_context
from tests.rule_cases import BASE, Files, numbered, sources_of

DATA = Path(__file__).resolve().parents[2] / "data"
Pages = Mapping[str, str]
REJECTED = re.compile(r'<details class="rejected".*?</details>', re.DOTALL)
SOURCE = re.compile(r"\]\(([^)\s]+)#([^)\s]+)\)\{ \.source-ref")


def linked(sources: Mapping[str, bytes]) -> Dataset:
    prepared = prepare(sources)
    assert prepared.dataset is not None, prepared.findings
    return prepared.dataset


@cache
def real() -> tuple[Dataset, Pages]:
    dataset = linked({path.relative_to(DATA).as_posix(): path.read_bytes() for path in sorted(DATA.rglob("*.yml"))})
    return dataset, render_pages(open_context(dataset))


def rows_of_facts(pages: Pages) -> Iterator[tuple[str, str]]:
    """Yield every row of a page that shows a value and how sure it is."""
    for path, text in pages.items():
        if path.startswith("about/"):
            continue  # explains the marks and shows no value
        yield from ((path, line) for line in text.splitlines() if " .fact " in line and "confidence-" in line)


def test_every_shown_value_leads_to_its_claim() -> None:
    _, pages = real()
    rows = list(rows_of_facts(pages))
    assert len(rows) > 300
    for path, line in rows:
        sources = SOURCE.findall(line)
        assert sources, (path, line)
        for address, anchor in sources:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
            assert f"#{anchor} " in pages[target], (path, target, anchor)


def test_every_shown_value_has_a_paragraph_where_its_text_is_at_hand() -> None:
    dataset, _ = real()
    shown = [claim for slot in dataset.slots if slot.shown for claim in slot.shown.claims]
    assert len(shown) > 300
    assert [claim.key for claim in shown if claim.par is None and dataset.articles[claim.article].capture] == []


def rejected_on(pages: Pages) -> str:
    """Return all that stands folded as set aside, on all pages."""
    return "\n".join(block for text in pages.values() for block in REJECTED.findall(text))


def missing(dataset: Dataset, pages: Pages) -> list[str]:
    """Return the rejected claims that no page shows as set aside."""
    folded = rejected_on(pages)
    keys = sorted({key for slot in dataset.slots for key, rank in slot.ranks.items() if rank is Rank.REJECTED})
    return [key for key in keys if f"/{key.partition('#')[0]}/index.md#{key.partition('#')[2]})" not in folded]


def test_every_rejected_claim_of_the_data_is_shown_with_its_reason() -> None:
    dataset, pages = real()
    assert sum(rank is Rank.REJECTED for slot in dataset.slots for rank in slot.ranks.values()) > 2
    assert missing(dataset, pages) == []


CLAIMS = (
    "about: plan, attribute: amount, line: total, value: JPY 3tn, stage: announced, payer: japan",
    "about: plan, attribute: amount, line: total, value: JPY 5tn, stage: announced, payer: japan",
    "about: fab, attribute: milestone, milestone: opening, value: 2025, modality: planned",
    "about: fab, attribute: milestone, milestone: opening, value: 2027, modality: planned",
    "about: fab, attribute: operator, value: acme",
    "about: acme, attribute: operates, value: fab",
    "about: acme, attribute: partner, value: northwind",
    "about: acme, attribute: partner, value: 'text:Another Maker'",
    "about: acme, attribute: count, measure: staff, value: 90 people",
    "about: acme, attribute: count, measure: staff, value: 95 people, as_of: 2023",
    "about: japan, attribute: aim, value: more chips",
    "about: plan, attribute: statement, value: money comes back, speaker: jane",
    "about: fab, attribute: superlative, measure: size, value: largest, scope: plants in Japan",
    "about: summit, attribute: date, measure: held, value: 2024-04-10",
    "about: jane, attribute: office, role: president, value: acme",
    "about: chips, attribute: growth, measure: sales, value: 9 %, modality: forecast",
    "restates: c1, value: JPY 4tn",
)
FILES = {path.rpartition("/")[2][:-4]: path for path in BASE}


def with_rejections(chance: random.Random) -> Files:
    """Return the base with claims at random, some of them rejected in their own subject's file."""
    files = dict(BASE)
    rows = chance.sample(CLAIMS[:-1], 8)
    claims = {"herald": [CLAIMS[0], *rows[:4], CLAIMS[-1]], "gazette": rows[4:]}
    keys: list[tuple[str, str]] = []
    for article, texts in claims.items():
        told = numbered([yaml.safe_load(f"{{{text}}}") for text in texts])
        files[f"articles/{article}.yml"] = files[f"articles/{article}.yml"] | {"claims": told}
        keys += [(f"{article}#{one['id']}", one.get("about", "plan")) for one in told]
    for key, about in chance.sample(keys, 3):
        path = FILES[about]
        judgement = {
            "finding": {"rule": "editor-differs", "claims": [key]},
            "reject": [{"claim": key, "reason": "misread-source"}],
            "because": "The source says something else.",
            "decided": "2026-11-21",
        }
        files[path] = files[path] | {"judgements": [*files[path].get("judgements", []), judgement]}
    return files


@pytest.mark.parametrize("seed", range(25))
def test_a_rejected_claim_stands_folded_on_a_page(seed: int) -> None:
    dataset = linked(sources_of(with_rejections(random.Random(seed))))
    pages = render_pages(open_context(dataset))
    assert "misread" in rejected_on(pages) or "says something else" in "\n".join(pages.values())
    assert missing(dataset, pages) == []
