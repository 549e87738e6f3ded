"""Hand-written pages as search reads them: what they are called and what they say, without their markup."""

import time

import pytest

from briefing.source.hand_written import HandWritten, plain_words, read_hand_written
from briefing.source.limits import DEPTH_MAX


def read(path: str, text: str) -> HandWritten:
    (page,) = read_hand_written({path: text.encode(), "assets/a.svg": b"<svg/>"})
    return page


def test_front_matter_names_a_page() -> None:
    page = read(
        "about/reading.md", '---\ntitle: "How: to read"\ndescription: Marks.\ntags: [a]\n---\n\n# Other\n\nText.\n'
    )
    assert page == HandWritten("about/reading/index.md", "How: to read", "Marks.", "Other Text.")


@pytest.mark.parametrize(
    ("path", "text", "address", "title"),
    [
        ("team/index.md", "\ufeff# The *team*\r\n\r\nWe.\r\n", "team/index.md", "The team"),
        ("team.md", "No heading", "team/index.md", "team"),
        ("a/b/c.md", "---\n[broken\n---\n# C\n", "a/b/c/index.md", "C"),
        ("index.md", "---\nno end", "index.md", ""),
        ("odd.md", "---\ntitle: !!python/object:os.system x\n---\n# Odd\n", "odd/index.md", "x"),
        ("bytes.md", "\x00", "bytes/index.md", "bytes"),
    ],
)
def test_a_page_goes_by_its_heading_else_by_its_name(path: str, text: str, address: str, title: str) -> None:
    page = read(path, text)
    assert (page.path, page.title) == (address, title)


def test_markup_is_left_behind_and_words_stay() -> None:
    table = '| a | b |\n|---|:---|\n| <span class="x">High</span> | `c` |'
    text = f'## A [link](../x.md "t") {{ #id .c }}\n\n{table}\n\n> **So** _it_ is.'
    assert plain_words(text) == "A link a b High c So it is."


@pytest.mark.parametrize("sign", ["<", " ", "{", "](", "-", "|", "#", "---\n"])
def test_no_run_of_signs_takes_long(sign: str) -> None:
    started = time.process_time()
    read("odd.md", f"---\n{sign * (DEPTH_MAX + 1)}\n# Odd {sign * 50_000}x")
    assert time.process_time() - started < 5
