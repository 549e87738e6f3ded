"""T9: letters that look alike, are written in several ways, cannot be seen, or turn the text around them about."""

import json
import unicodedata
from collections.abc import Iterator

import pytest

from briefing.dataset.linked.mentions import find_mentions
from briefing.dataset.linked.name_index import gather_names
from briefing.dataset.linked.shared_names import fold_name
from briefing.pipeline import generate_files, prepare
from briefing.source.text import FORBIDDEN
from tests.every import every
from tests.hostile.surface import base, errors_of, prepare_sources

BRIEFING = b"name: {en: Sample}\nurl: https://sample.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
HIDDEN_BUT_KEPT = {"\t", "\n", "\r"}


def subjects(*names: str) -> dict[str, bytes]:
    """Return a briefing with a company for each name."""
    files = {
        f"companies/c{number}.yml": f"name: {{en: {json.dumps(name, ensure_ascii=False)}}}\ndescribes: x\n".encode()
        for number, name in enumerate(names)
    }
    return {"briefing.yml": BRIEFING, **files}


def unseen() -> Iterator[str]:
    for code in range(0x110000):
        letter = chr(code)
        if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp") and not 0xD800 <= code <= 0xDFFF:
            yield letter


def test_nothing_unseen_or_turning_gets_through() -> None:
    """Letters that a script joins or counts with are text: they have a width, or change the letters beside them."""
    allowed = {letter for letter in unseen() if not FORBIDDEN.match(letter)} - HIDDEN_BUT_KEPT
    names = {unicodedata.name(letter, f"U+{ord(letter):04X}") for letter in allowed}
    assert every(name.startswith(("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN", "SHORTHAND")) for name in names), names
    assert every(unicodedata.bidirectional(letter) in ("AN", "AL", "L", "BN") for letter in allowed)


@pytest.mark.parametrize(
    "mark", ["\u202e", "\u202a", "\u2066", "\u2069", "\u200f", "\u061c", "\u200b", "\u2060", "\ufeff"]
)
@pytest.mark.parametrize("written", ["raw", "escaped"])
def test_hidden_marks_are_refused_however_they_are_written(mark: str, written: str) -> None:
    text = f"a{mark}b" if written == "raw" else f'"a\\u{ord(mark):04x}b"'
    found = prepare({"briefing.yml": BRIEFING, "companies/acme.yml": f"name: {{en: {text}}}\ndescribes: x\n".encode()})
    assert {one.code for one in errors_of(found)} == {"character-forbidden"}


@pytest.mark.parametrize(
    "escape", ["\\0", "\\x00", "\\u0000", "\\x1b", "\\e", "\\a", "\\x7f", "\\N", "\\L", "\\P", "\\_"]
)
def test_escapes_smuggle_no_controls_in(escape: str) -> None:
    found = prepare(
        {"briefing.yml": BRIEFING, "companies/a1.yml": f'name: {{en: "a{escape}b"}}\ndescribes: x\n'.encode()}
    )
    codes = {one.code for one in errors_of(found)}
    assert codes == ({"character-forbidden"} if escape != "\\_" else set())


@pytest.mark.parametrize("surrogate", ["\\ud800", "\\udfff", "\\ud83d\\ude00", "\\U0000d800", "\\U00110000"])
def test_halves_of_letters_are_refused(surrogate: str) -> None:
    found = prepare(
        {"briefing.yml": BRIEFING, "companies/a1.yml": f'name: {{en: "a{surrogate}"}}\ndescribes: x\n'.encode()}
    )
    assert {one.code for one in errors_of(found)} <= {"character-forbidden", "yaml-syntax"}
    assert errors_of(found)


def test_a_letter_has_one_form_everywhere() -> None:
    prepared = prepare(subjects("Cafe\u0301 カ\u3099"))
    assert {one.code for one in prepared.findings if one.severity == "warning"} == {"text-not-nfc"}
    assert prepared.dataset is not None
    files = generate_files(prepared.dataset)
    index = json.loads(files.static["api/v1/index.json"])
    assert index["subjects"][0]["name"]["en"] == "Café ガ"
    assert every(unicodedata.is_normalized("NFC", page) for page in files.pages.values())


@pytest.mark.parametrize(
    ("one", "other"),
    [("Acme", "ＡＣＭＥ"), ("ラピダス", "ﾗﾋﾟﾀﾞｽ"), ("Café", "Cafe\u0301"), ("Acme  Corp", "acme corp"),
     ("Straße", "STRASSE"), ("ﬁne", "fine"), ("Ⅳ", "IV"), ("Acme\u00a0Corp", "Acme Corp")],
)  # fmt: skip
def test_one_name_in_two_spellings_is_a_clash(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)
    assert "alias-clash" in {found.code for found in errors_of(prepare(subjects(one, other)))}


@pytest.mark.parametrize("confusable", ["Аcme", "Acmе", "Αcme", "A\u200bcme"])
def test_a_lookalike_links_to_nobody(confusable: str) -> None:
    prepared = prepare(subjects("Acme"))
    assert prepared.dataset is not None
    names = gather_names(prepared.dataset.subjects.values())
    assert find_mentions(names, f"{confusable} builds") == ()
    assert [one.subject for one in find_mentions(names, "ＡｃｍｅとAcme")] == ["c0", "c0"]


@pytest.mark.parametrize("name", ["аcme", "acmе", "ａｃｍｅ", "acme\u0301", "аcme#c1", "acme＃c1"])
def test_a_lookalike_of_an_id_is_no_id(name: str) -> None:
    article = {**base()["articles/gazette-2024.yml"]}
    article["claims"] = [{"id": "c9", "about": name, "attribute": "aim", "value": "x"}, *article["claims"]]
    found = errors_of(prepare_sources({**base(), "articles/gazette-2024.yml": article}))
    assert "ref-unknown" in {one.code for one in found}


@pytest.mark.parametrize("digits", ["３", "٣", "３％", "²", "Ⅲ", "三"])
def test_other_digits_are_no_numbers_of_a_literal(digits: str) -> None:
    article = {**base()["articles/gazette-2024.yml"]}
    claim = {"id": "c9", "about": "bolt", "attribute": "count", "measure": "staff", "value": digits}
    article["claims"] = [claim, *article["claims"]]
    found = errors_of(prepare_sources({**base(), "articles/gazette-2024.yml": article}))
    assert "quantity-malformed" in {one.code for one in found}
