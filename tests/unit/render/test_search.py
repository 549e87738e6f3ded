"""The files of the search index: complete, the same every time, and little changed by a little change."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.sample import make_sample
from briefing.dataset.linked.records import Rank
from briefing.edges.disk import read_tree
from briefing.model.values import Text
from briefing.pipeline import generate_files, prepare
from briefing.render import search
from briefing.render.search import card_file, give_codes, render_index, render_search
from briefing.render.search_names import file_name
from briefing.render.search_words import shard
from briefing.routes import PagePath
from briefing.source.hand_written import read_hand_written
from briefing.views.base.context import open_context
from briefing.views.search.entries import SearchEntry, SearchNames
from briefing.views.search.index import SearchIndex, SearchKind, view_search
from tests.every import every
from tests.unit.views.sample import sample

ROOT = Path(__file__).parents[3]
HOSTILE = '</script><img src=x onerror=window.__pwned=1> {{7*7}} "\\\n'


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    dataset = prepare(read_tree(ROOT / "data")[0]).dataset
    assert dataset is not None
    return view_search(open_context(dataset))


@pytest.fixture(scope="module")
def files(index: SearchIndex) -> dict[str, Any]:
    return {path: json.loads(content) for path, content in render_index(index).items()}


def entry(name: str, line: str = "", **more: Any) -> SearchEntry:
    return SearchEntry(PagePath(f"companies/{name}/index.md"), "company", SearchNames(name.title()), line, **more)


def small(*entries: SearchEntry) -> SearchIndex:
    kind = SearchKind("company", "Company", "Companies", PagePath("companies/index.md"))
    return SearchIndex("en", (kind,), entries)


def changed(before: SearchIndex, after: SearchIndex) -> set[str]:
    old, new = render_index(before), render_index(after)
    return {path for path in old | new if old.get(path) != new.get(path)}


def test_every_page_of_the_data_has_an_entry_and_a_code_of_its_own(index: SearchIndex, files: dict[str, Any]) -> None:
    urls = {row[3] for row in files["search/index.json"]["entries"]}
    for folder in ("companies", "people", "articles", "publishers"):
        names = {path.stem for path in (ROOT / "data" / folder).glob("*.yml")}
        assert names
        assert {f"{folder}/{name}/" for name in names} <= urls
    codes = [row[0] for row in files["search/index.json"]["entries"]]
    assert len(set(codes)) == len(codes) == len(index.entries)
    assert {"timeline/", "money/", "conflicts/"} <= urls
    assert {"about/", "about/method/", "about/glossary/", "about/licence/", "compare/"} <= urls


def test_a_mark_on_a_page_leads_to_the_glossary(index: SearchIndex) -> None:
    """R18: a reader who meets an unknown word of ours types it in."""
    (glossary,) = (entry for entry in index.entries if entry.page == "about/glossary/index.md")
    text = " ".join(text for _, text in glossary.texts)
    assert "overdue The date has passed" in text
    assert "pledged The payer has promised it." in text


def test_hand_written_pages_are_found_by_title_and_words() -> None:
    """R18: how a page is read is told on a page that people have written."""
    reading = (ROOT / "docs/about/reading/index.md").read_bytes()
    written = {"about/reading/index.md": reading, "about/method/index.md": b"# In the way", "assets/a.svg": b"<svg/>"}
    context = open_context(sample(), read_hand_written(written))
    (entry,) = (entry for entry in view_search(context).entries if entry.page == "about/reading/index.md")
    assert entry.names.title == "How to read a page"
    text = " ".join(text for _, text in entry.texts)
    assert {"overdue", "disputed", "Unnamed", "struck"} <= set(text.split())
    assert not {"|", "<", "{", "](", "**"} & set(text.split())
    titles = [entry.names.title for entry in view_search(context).entries if entry.page == "about/method/index.md"]
    assert titles == [context.labels.say("method")], "a page of the data comes first"
    index = json.loads(generate_files(sample(), written).static["search/index.json"])
    assert [row[4] for row in index["entries"] if row[3] == "about/reading/"] == ["How to read a page"]


def test_the_index_names_the_shards_that_there_are(files: dict[str, Any]) -> None:
    """No browser asks for a file that is missing (R40)."""
    shards = {path.split("/")[-1].removesuffix(".json") for path in files if path.startswith("search/text/")}
    assert files["search/shards.json"] == sorted(shards)
    for name in shards:
        assert {shard(term) for term in files[f"search/text/{name}.json"]} == {name}


def test_postings_are_codes_that_the_index_knows(files: dict[str, Any]) -> None:
    codes = {row[0] for row in files["search/index.json"]["entries"]}
    for path, content in files.items():
        if path.startswith("search/text/"):
            for posted in content.values():
                postings = [posted[at : at + 5] for at in range(0, len(posted), 5)]
                assert every(posting[:4] in codes and "1" <= posting[4] <= "9" for posting in postings)


def test_cards_lie_where_their_codes_say(files: dict[str, Any]) -> None:
    count = files["search/index.json"]["cards"]
    shown = 0
    for path, content in files.items():
        if path.startswith("search/cards/"):
            assert every(path == f"search/cards/{card_file(code, count)}.json" for code in content)
            shown += len(content)
    assert shown > 100


def test_names_of_few_entries_are_one_file(index: SearchIndex) -> None:
    """The addresses of most briefings' indexes stay as they are."""
    few = render_index(index, len(index.entries))
    assert few == render_index(index)
    assert {path for path in few if "/names" in path or "/list" in path} == set()


def test_names_of_many_entries_lie_by_their_letters(index: SearchIndex, files: dict[str, Any]) -> None:
    split = {path: json.loads(content) for path, content in render_index(index, len(index.entries) - 1).items()}
    rows = {row[0]: row for row in files["search/index.json"]["entries"]}
    head = split["search/index.json"]
    assert head["entries"] == []
    assert head["total"] == len(rows)
    assert split["search/names.json"] == list(rows.values())
    by_letters = {path: found for path, found in split.items() if path.startswith("search/names/")}
    assert by_letters.keys() == {f"search/names/{file_name(letters)}.json" for letters in head["names"]}
    for letters, count in head["names"].items():
        held = by_letters[f"search/names/{file_name(letters)}.json"]
        assert len(held) == count
        assert every(row == rows[row[0]] for row in held)
    same = {path for path in files if path.startswith(("search/text/", "search/facets", "search/shards"))}
    assert {path for path in same if split[path] != files[path]} == set()


def test_the_list_of_many_entries_says_their_order_and_cards_name_them(index: SearchIndex) -> None:
    split = {path: json.loads(content) for path, content in render_index(index, 0).items()}
    cards = {code: card for path, found in split.items() if "/cards/" in path for code, card in found.items()}
    rows = {row[0]: row for row in split["search/names.json"]}
    listed = split["search/list.json"]
    assert sorted(rows) == sorted(code for code, _, _ in listed)
    assert every([code, kind, weight] == rows[code][:3] for code, kind, weight in listed)
    for code, row in rows.items():
        assert cards[code][2:] == row[3 : 3 + len(cards[code][2:])]
        assert cards[code][3]
    shown = [(row[1], cards[row[0]][3], cards[row[0]][2]) for row in listed]
    assert shown == sorted(shown)


def test_letters_of_two_halves_are_ordered_as_scripts_order_them() -> None:
    """A browser compares halves: 𠮷 comes before ﾊ, though its number is higher."""
    entries = [replace(entry(f"p{at}"), names=SearchNames(name)) for at, name in enumerate("ﾊ𠮷")]
    split = {path: json.loads(content) for path, content in render_index(small(*entries), 0).items()}
    titles = {row[0]: row[4] for row in split["search/names.json"]}
    assert [titles[code] for code, _, _ in split["search/list.json"]] == ["𠮷", "ﾊ"]


def test_a_little_change_of_many_names_stays_little(index: SearchIndex) -> None:
    at, entry = next((at, entry) for at, entry in enumerate(index.entries) if entry.names.title == "Rapidus")
    other = replace(entry, names=replace(entry.names, aliases=(*entry.names.aliases, "Quokka")))
    after = replace(index, entries=(*index.entries[:at], other, *index.entries[at + 1 :]))
    old, new = render_index(index, 0), render_index(after, 0)
    touched = {path for path in old | new if old.get(path) != new.get(path)}
    assert "search/names/qu-.json" in touched
    holding = {path for path in new if path.startswith("search/names/") and b'"Quokka"' in new[path]}
    assert touched == holding | {"search/names.json", "search/index.json"}


def test_excluded_claims_are_not_searched() -> None:
    dataset = prepare(read_tree(ROOT / "data")[0]).dataset
    assert dataset is not None
    claim = next(claim for claim in dataset.claims.values() if isinstance(claim.value, Text))
    assert isinstance(claim.value, Text)
    slot = dataset.slot_of[claim.key]
    aside = replace(slot, ranks={**slot.ranks, claim.key: Rank.EXCLUDED})
    without = replace(dataset, slot_of={**dataset.slot_of, claim.key: aside})
    searched = [
        [claim.value.text in [text for _, text in entry.texts] for entry in view_search(open_context(data)).entries]
        for data in (dataset, without)
    ]
    assert any(searched[0])
    assert not any(searched[1])


def test_same_data_same_bytes() -> None:
    """P1, T10."""
    first, second = (prepare(make_sample(40)).dataset for _ in range(2))
    assert first is not None
    assert second is not None
    assert render_search(open_context(first)) == render_search(open_context(second))


def test_order_of_entries_does_not_matter(index: SearchIndex) -> None:
    backwards = replace(index, entries=tuple(reversed(index.entries)))
    assert render_index(backwards) == render_index(index)


def test_another_sentence_touches_its_card_and_the_shards_of_its_words(index: SearchIndex) -> None:
    at = next(at for at, entry in enumerate(index.entries) if entry.page == "companies/rapidus/index.md")
    other = replace(index.entries[at], line="Gallium wafers.", texts=((4, "Gallium wafers"), *index.entries[at].texts))
    entries = (*index.entries[:at], other, *index.entries[at + 1 :])
    touched = changed(index, replace(index, entries=entries))
    assert {path for path in touched if "/text/" in path} == {"search/text/ga.json", "search/text/wa.json"}
    assert len([path for path in touched if "/cards/" in path]) == 1
    assert not {"search/index.json", "search/facets.json"} & touched


def test_a_new_page_moves_no_other() -> None:
    before, after = small(entry("acme", "One.")), small(entry("acme", "One."), entry("bolt", "Two."))
    row = json.loads(render_index(before)["search/index.json"])["entries"][0]
    assert row in json.loads(render_index(after)["search/index.json"])["entries"]


def test_codes_that_clash_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_code", lambda page, salt: f"AAA{salt}")
    assert give_codes(["a", "b", "c"]) == {"a": "AAA0", "b": "AAA1", "c": "AAA2"}


def test_hostile_texts_stay_texts() -> None:
    """T4: what the files hold comes out as it went in, one row a line."""
    files = render_index(small(entry("acme", HOSTILE, note=HOSTILE, publishers=(HOSTILE,), texts=((1, HOSTILE),))))
    cards = next(content for path, content in files.items() if "/cards/" in path)
    assert list(json.loads(cards).values()) == [[HOSTILE, HOSTILE]]
    assert json.loads(files["search/facets.json"])["publishers"] == [HOSTILE]
    assert every(path.isascii() and ".." not in path for path in files)
    assert cards.count(b"\n") == 3
