"""What programs that follow feeds make of ours: they see what changed, each thing once, and nothing else."""

import json
from collections.abc import Mapping
from pathlib import Path

import feedparser
import pytest
from lxml import etree
from reader import make_reader

from briefing.pipeline import prepare
from briefing.render.feeds import render_feeds
from briefing.views.base.context import open_context
from tests.every import every
from tests.feeds.sample import BETTER, CHANGES, FIRST, LONG, edited, feeds_of
from tests.unit.dataset.sample import FILES


def entries(files: Mapping[str, bytes], name: str = "all") -> dict[str, str]:
    """Return the titles of a feed's entries by their ids, as feedparser reads them."""
    parsed = feedparser.parse(files[f"feeds/{name}.xml"])
    assert not parsed.bozo, parsed.bozo_exception
    return {entry.id: entry.title for entry in parsed.entries}


def new_titles(before: Mapping[str, bytes], after: Mapping[str, bytes], name: str = "all") -> list[str]:
    known = entries(before, name)
    return [title for entry_id, title in entries(after, name).items() if entry_id not in known]


def test_every_feed_keeps_the_rules_of_its_format() -> None:
    files = feeds_of(*LONG)
    rules = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    atom = {path: content for path, content in files.items() if path.endswith(".xml")}
    assert set(atom) == {f"feeds/{name}.xml" for name in ("all", "companies", "disputes", "corrections")} | {
        f"feeds/companies/{name}.xml" for name in ("acme", "initech", "northwind")
    }
    for path, content in atom.items():
        document = etree.fromstring(content)
        assert rules.validate(document), (path, rules.error_log)
        whole = json.loads(files[path.replace(".xml", ".json")])
        assert whole["version"] == "https://jsonfeed.org/version/1.1"
        assert [item["id"] for item in whole["items"]] == list(entries(files, path[len("feeds/") : -len(".xml")]))


def test_three_facts_changed_and_a_note_reworded_are_three_entries() -> None:
    after = edited(edited(FIRST, CHANGES), {"as printed": "as its source prints it"})
    titles = new_titles(feeds_of(FIRST), feeds_of(FIRST, after))
    assert sorted(titles) == [
        "Acme, Revenue: US$6 billion (before: US$5 billion)",
        "Acme, Trial: September 2025 (before: April 2025)",
        "Initech, Staff: 300 people (before: 200 people)",
        "Put right in what Herald says",
    ]


def test_a_reworded_note_is_no_news() -> None:
    reworded = edited(FIRST, {"as printed": "as its source prints it", "grow abroad": "expand abroad"})
    assert feeds_of(FIRST, reworded) == feeds_of(FIRST, FIRST)


def test_a_new_article_is_one_entry_and_a_dispute_another() -> None:
    joined = {**FIRST, "articles/two.yml": BETTER}
    titles = new_titles(feeds_of(FIRST), feeds_of(FIRST, joined))
    assert sorted(titles) == [
        "Acme, Revenue: US$8 billion (before: US$5 billion)",
        "New: Gazette",
        "Sources differ: Acme, revenue: US$5 billion, or US$8 billion?",
    ]
    assert new_titles(feeds_of(FIRST), feeds_of(FIRST, joined), "disputes") == [
        "Sources differ: Acme, revenue: US$5 billion, or US$8 billion?"
    ]
    assert new_titles(feeds_of(FIRST), feeds_of(FIRST, joined), "companies/initech") == []


def test_what_happened_stays_told_whatever_comes() -> None:
    before: dict[str, str] = {}
    for length in range(1, len(LONG) + 1):
        after = entries(feeds_of(*LONG[:length]))
        assert before.keys() <= after.keys()
        before = after
    assert len(before) > 6


def test_what_happens_again_is_another_entry() -> None:
    there, back = edited(FIRST, {"USD 5bn": "USD 6bn"}), FIRST
    titles = list(entries(feeds_of(FIRST, there, back, there, back)).values())
    assert titles.count("Acme, Revenue: US$6 billion (before: US$5 billion)") == 2


def test_another_address_and_a_rewritten_history_change_no_id() -> None:
    moved = {**LONG[-1], "briefing.yml": FILES["briefing.yml"].replace("chips.example", "preview.example/x")}
    assert entries(feeds_of(*LONG[:-1], moved)) == entries(feeds_of(*LONG))
    # A commit more that changes nothing gives all others after it another name and day.
    assert entries(feeds_of(LONG[0], *LONG)) == entries(feeds_of(*LONG))
    assert b"https://preview.example/x/companies/acme/" in feeds_of(*LONG[:-1], moved)["feeds/all.xml"]


def test_without_a_history_nothing_is_new() -> None:
    prepared = prepare({path: text.encode() for path, text in FIRST.items()})
    assert prepared.dataset is not None
    files = render_feeds(open_context(prepared.dataset))
    assert every(entries(files, path[6:-4]) == {} for path in files if path.endswith(".xml"))


def test_corrections_are_entries_on_their_day() -> None:
    log = "- {date: 2026-11-20, about: [acme], claims: ['one#c1'], was: <b>USD 4bn</b>, now: USD 5bn & more}\n"
    files = feeds_of({**FIRST, "corrections.yml": log})
    parsed = feedparser.parse(files["feeds/corrections.xml"])
    (entry,) = parsed.entries
    assert (entry.title, entry.published, entry.link) == (
        "Correction: Acme",
        "2026-11-20T00:00:00Z",
        "https://chips.example/about/corrections/#2026-11-20-acme",
    )
    assert "Before: &lt;b&gt;USD 4bn&lt;/b&gt;" in entry.content[0].value
    assert entry.id in entries(files)
    assert entry.id in entries(files, "companies/acme")


@pytest.mark.parametrize("suffix", ["xml", "json"])
def test_whoever_follows_a_feed_is_shown_each_change_once(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"feed.{suffix}"
    with make_reader(":memory:", feed_root=str(tmp_path)) as reader:
        reader.add_feed(path.name)
        seen: set[str] = set()
        for length in (1, 2, 2, 3, 4):
            path.write_bytes(feeds_of(*LONG[:length])[f"feeds/all.{suffix}"])
            reader.update_feed(path.name)
            assert reader.get_feed(path.name).last_exception is None
            known = {entry.id for entry in reader.get_entries()}
            assert known == set(entries(feeds_of(*LONG[:length])))
            # Nothing that was read comes back as unread.
            assert {entry.id for entry in reader.get_entries(read=False)} == known - seen
            for entry in reader.get_entries(read=False):
                reader.mark_entry_as_read(entry)
            seen = known
