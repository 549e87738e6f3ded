"""Made-up records in, the text of their data files out, laid out as editors write them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.sample_claims import FIRST_YEAR, YEARS, Row, SampleArticle, rate
from benchmarks.sample_questions import Asker, Question
from benchmarks.sample_subjects import SampleSubject

GRADES = "ABBCCDEF"
TODAY = "2026-11-22"
POINT_EVERY = 15


@dataclass(slots=True)
class Sayings:
    """What articles say of one subject: keys of claims that stand, its sums, contested slots with two claims each."""

    keys: list[str] = field(default_factory=list)
    lines: dict[str, None] = field(default_factory=dict)
    contested: list[tuple[Question, str, str]] = field(default_factory=list)


def root_files() -> dict[str, str]:
    """Return the files that lie in the data folder itself."""
    briefing = (
        'name: {en: "A made-up briefing"}',
        "url: https://sample.example/",
        "language: en",
        f"as_of: {TODAY}",
        "currency: JPY",
        "thresholds: {fresh_days: 180, stale_days: 365}",
    )
    return {
        "briefing.yml": _lines("briefing", *briefing, up=1),
        "rates.yml": _lines("rates", *_rates(), up=1),
        "corrections.yml": _lines("corrections", "[]", up=1),
        "redirects.yml": _lines("redirects", "{}", up=1),
    }


def _lines(schema: str, *lines: str, up: int = 2) -> str:
    head = f"# yaml-language-server: $schema={'../' * up}schemas/{schema}.schema.json"
    return "\n".join((head, *lines, ""))


def _rates() -> Iterator[str]:
    for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
        # articles are of January to November, and the briefing is of November of the last year
        for month in range(1, 12):
            yield f'- {{pair: USD/JPY, month: {year}-{month:02}, rate: {rate((year, month)):.2f}, source: "made up"}}'


def publisher_file(number: int, organizations: Sequence[str]) -> str:
    """Return a publisher; every other one is also a subject."""
    subject = [f"subject: {organizations[number]}"] if number % 2 and number < len(organizations) else []
    grade = f'grade: {{letter: {GRADES[number % len(GRADES)]}, why: "made up, as all of this is"}}'
    return _lines("publisher", f"name: {{en: The {number:04} Times}}", *subject, grade)


def article_file(article: SampleArticle, asker: Asker) -> str:
    """Return an article with its summary and claims."""
    phrase = asker.phrase
    origin = [f"origin: {article.origin}"] if article.origin else []
    cites = [f"cites: [{{id: first-report, title: {phrase()}, published: {article.month[0]}-01}}]"]
    return _lines(
        "article",
        f"title: {phrase()}",
        f"publisher: {article.publisher}",
        "language: en",
        f"form: {article.form}",
        f"published: {article.day}",
        *origin,
        f"capture: {article.id}.txt",
        "review: {state: reviewed}",
        *(cites if article.has_cites else ()),
        "summary:",
        f"  bottom_line: {phrase()}",
        "  points:",
        *(f"    - {{text: {phrase()}, claims: [{row['id']}]}}" for row in article.rows[::POINT_EVERY]),
        "claims:",
        *(f"  - {_flow(row)}" for row in article.rows),
    )


def subject_file(one: SampleSubject, sayings: Sayings, facts: Sequence[Row], asker: Asker) -> str:
    """Return a fact file."""
    names = f"{{en: {_quoted(one.en)}, short: {_quoted(one.short)}, ja: {one.ja}, reading: {one.reading}}}"
    aliases = [_quoted(name) for name in one.aliases]
    own_lines = [str(row["line"]) for row in facts if row["attribute"] == "amount"]
    if one.shared:
        aliases.append(f"{{name: {_quoted(one.shared)}, link: ambiguous}}")
    return _lines(
        "subject",
        f"name: {names}",
        f"describes: {asker.phrase()}",
        f"aliases: [{', '.join(aliases)}]",
        *([f"not_same_as: [{one.twin}]"] if one.twin else ()),
        *_bottom_line(sayings, asker),
        *(("facts:", *(f"  - {_flow(row)}" for row in facts)) if facts else ()),
        *_money_lines(list(dict.fromkeys([*sayings.lines, *own_lines]))),
        *_judgements(sayings.contested),
    )


def _bottom_line(sayings: Sayings, asker: Asker) -> Iterator[str]:
    if sayings.keys:
        claims = ", ".join(_quoted(key) for key in sayings.keys[:3])
        # After every article, so that no bottom line is overtaken by news.
        yield f"last_verified: {TODAY}"
        yield f"bottom_line: {{text: {asker.phrase()}, claims: [{claims}]}}"


def _money_lines(lines: Sequence[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if not number:
            yield "money_lines:"
        whole = f', part_of: [{lines[0]}], because: "made up"' if number % 2 else ""
        yield f"  - {{id: {line}, label: {line.replace('-', ' ').capitalize()}{whole}}}"


def _judgements(contested: Sequence[tuple[Question, str, str]]) -> Iterator[str]:
    for number, (question, key, other) in enumerate(contested):
        if not number:
            yield "judgements:"
        yield f"  - slot: {_flow({'attribute': question.attribute, **dict(question.key)})}"
        yield f"    prefer: [{_quoted(key)}]" if number % 2 == 0 else "    prefer: both-stand"
        if number % 2 == 0:
            yield f"    reject: [{{claim: {_quoted(other)}, reason: copied-error}}]"
        yield '    because: "The other texts copy an older figure."'
        yield "    decided: 2026-10-01"
        if number % 3:
            # Claims have joined since: the finding is open again.
            yield "    seen: 3fa9c1"


def _flow(row: Row) -> str:
    return "{" + ", ".join(f"{name}: {text}" for name, text in row.items()) + "}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
