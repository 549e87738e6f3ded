"""T4: hostile texts in every field: refused by a code, or shown as text in pages that are built as ever."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.dataset.conflicts.rule_table import ALL_CODES
from briefing.pipeline import Generated, generate_files
from tests.hostile import dom, matrix, surface

PAYLOADS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "payloads.yml").read_text("utf-8"))
RECORDS = ("index", "companies/acme", "gadgets/", "articles/", "publishers/herald", "about/")
ROTATING = 3
"""Lists of what other pages show too are compared for every third text; the pages of records always."""
TWINS = ("index.md", "companies/acme/index.md", "articles/herald-2024/index.md")


def test_there_are_as_many_payloads_as_promised() -> None:
    assert len(PAYLOADS) >= 80
    assert len({one["text"] for one in PAYLOADS}) == len({one["name"] for one in PAYLOADS}) == len(PAYLOADS)


def test_every_field_of_every_shape_is_tried() -> None:
    # No page shows a waiver: its words stand in reports alone, whose escaping is tested with them.
    shown = {field for field in surface.all_fields() if not field.startswith("waivers.")}
    assert shown <= {site.field for site in surface.sites()} | {
        ".".join([*site.field.split(".")[:-1], "*"]) for site in surface.sites()
    }


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda one: one["name"].replace(" ", "-"))
def test_hostile_text_is_refused_or_stays_text(payload: dict[str, Any]) -> None:
    text, number = payload["text"], PAYLOADS.index(payload)
    turn = number % 2
    tried = matrix.try_text(text, turn)
    assert set(tried.refused.values()) <= set(ALL_CODES)
    if "refused" in payload:
        assert not tried.texts
        codes = Counter(code for site, code in tried.refused.items() if site.is_prose)
        assert codes[payload["refused"]] > 0.8 * codes.total()
        return
    if "refused_in_prose" in payload:
        assert Counter(tried.refused.values()).most_common(1)[0][0] == payload["refused_in_prose"]
    else:
        assert sum(site.is_prose for site in tried.texts) > 130, Counter(tried.refused.values())
    made = generate_files(tried.dataset)
    words = [payload["harmless"]] if "harmless" in payload else [matrix.about_as_long(text), matrix.harmless_like(text)]
    for word in words:
        plain = matrix.harmless(frozenset(tried.texts), word, turn)
        try:
            check_site(made, plain, word, payload)
        except AssertionError:
            # Only words of a shape of their own make another site than those that many texts share.
            if word == words[-1]:
                raise
        else:
            return


def check_site(made: Generated, plain: matrix.Made, word: str, payload: dict[str, Any]) -> None:
    """Compare a site of a hostile text with that of a harmless word."""
    text = payload["text"]
    assert set(made.pages) == set(plain.files.pages)
    assert file_names(made) == file_names(plain.files)
    check_pages(made, plain.files, (text, payload.get("linked", text)), PAYLOADS.index(payload))
    check_twins(made, plain.files)
    found, wanted = matrix.json_texts(made.static), matrix.expected_texts(plain, word, text)
    assert [path for path in found if found[path] != wanted.get(path)] == []
    assert found.keys() == wanted.keys()


def file_names(made: Generated) -> list[str]:
    """Return the names of the files beside the pages; those of search shards follow the words that they hold."""
    return sorted(dom.without_digest(path) for path in made.static if not path.startswith("search/text/"))


def check_pages(made: Generated, plain: Generated, wordings: tuple[str, ...], number: int) -> None:
    for place, (path, page) in enumerate(made.pages.items()):
        check_front(page)
        passed_over = not path.startswith(RECORDS) and (place + number) % ROTATING
        if passed_over or dom.body_of(page) == dom.body_of(plain.pages[path]):
            continue
        body, wanted = dom.convert(page), dom.look_of(plain.pages[path])
        mine = dom.tree(body)
        if mine != wanted.tree:
            raise AssertionError(f"{path}: {dom.first_difference(mine, wanted.tree)}")
        assert len(set(dom.ids(body))) == len(dom.ids(body)), path
        assert dom.shown_tags(body) == wanted.tags, path
        assert not dom.unshown(body, wordings, both=False, is_key=matrix.is_key), path


def check_front(page: str) -> None:
    _, front, _ = page.split("---\n", 2)
    found = yaml.safe_load(front)
    assert set(found) == {"title", "description", "structured"}
    for value in found.values():
        assert isinstance(value, str)
        assert not set("<>\"'\n") & set(value)


def check_twins(made: Generated, plain: Generated) -> None:
    for path in TWINS:
        mine, theirs = (dom.twin_tokens(one.static[path].decode()) for one in (made, plain))
        if mine != theirs:
            only, missing = Counter(mine) - Counter(theirs), Counter(theirs) - Counter(mine)
            raise AssertionError(f"{path}: {only} and not {missing}")
