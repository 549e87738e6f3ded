"""fmt notes which claims a judgement was made on, once."""

import re

from briefing.pipeline import prepare
from briefing.scaffold.seen import note_seen

ARTICLE = """\
publisher: herald
published: 2024-04-14
language: en
form: report
claims:
  - {id: c1, about: acme, attribute: figure, measure: revenue, value: USD 2bn}
  - {id: c2, about: acme, attribute: figure, measure: revenue, value: USD 5bn}
"""
SUBJECT = """\
name: {en: Acme}
describes: A maker of chips.
judgements:
  - slot: {attribute: figure, measure: revenue} # the revenue
    prefer: [news#c1]
    because: >-
      The first is
      the audited one.
    decided: 2026-11-21

  - {finding: {rule: values-differ, claims: [news#c1, news#c2]}, prefer: differs, because: see, decided: 2026-11-21}
# the end
"""


def sources(subject: str = SUBJECT) -> dict[str, bytes]:
    files = {
        "briefing.yml": "name: Chips\nurl: https://chips.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n",
        "companies/acme.yml": subject,
        "publishers/herald.yml": "name: {en: Herald}\ngrade: {letter: B, why: a daily}\n",
        "articles/news.yml": ARTICLE,
    }
    return {path: text.encode() for path, text in files.items()}


def noted(files: dict[str, bytes]) -> dict[str, bytes]:
    prepared = prepare(files)
    assert prepared.dataset is not None, prepared.findings
    return note_seen(files, prepared.dataset)


def test_every_judgement_gets_its_digest_and_nothing_else_moves() -> None:
    text = noted(sources())["companies/acme.yml"].decode()
    assert len(re.findall(r"seen: [0-9a-f]{6}\b", text)) == 2
    assert re.sub(r"\n    seen: [0-9a-f]{6}|, seen: [0-9a-f]{6}", "", text) == SUBJECT
    assert re.search(r"decided: 2026-11-21\n    seen: [0-9a-f]{6}\n\n  - \{", text)
    assert re.search(r"decided: 2026-11-21, seen: [0-9a-f]{6}\}\n# the end", text)


def test_a_second_run_changes_nothing() -> None:
    files = sources()
    files |= noted(files)
    assert noted(files) == {}


def test_a_digest_that_is_there_is_never_replaced() -> None:
    files = sources(SUBJECT.replace("    decided: 2026-11-21\n\n", "    decided: 2026-11-21\n    seen: abc123\n\n"))
    assert b"seen: abc123" in noted(files)["companies/acme.yml"]


def test_what_was_judged_stays_settled_until_a_claim_changes() -> None:
    files = sources()
    files |= noted(files)
    settled = prepare(files).dataset
    assert settled is not None
    statuses = {conflict.status for conflict in settled.conflicts if conflict.rule == "values-differ"}
    assert statuses <= {"settled", "explained"}
    files["articles/news.yml"] = ARTICLE.replace("USD 5bn", "USD 6bn").encode()
    changed = prepare(files).dataset
    assert changed is not None
    assert {conflict.status for conflict in changed.conflicts if conflict.rule == "values-differ"} == {"open"}
