"""T8: names of files and folders: none leads out of the output, takes another's place, or is a device."""

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from briefing.diagnostics.diagnostic import Severity
from briefing.edges.disk import write_files
from briefing.model.ids import MAX_ID_LENGTH, RESERVED_IDS, ArticleId, PublisherId, SubjectId, is_id
from briefing.model.registry import Kind
from briefing.pipeline import generate_files, prepare
from briefing.routes import RESERVED_FOLDERS, article_page, claims_page, entity_json, publisher_page, subject_page
from tests.hostile.surface import base, errors_of, prepare_sources, write_sources

SUBJECT = b'name: {en: "%s"}\ndescribes: A thing.\n'
BRIEFING = b"name: {en: Sample}\nurl: https://sample.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
NAMES = {
    "file-name": [
        "Acme", "ACME", "acme corp", "acme_corp", "acme--corp", "-acme", "acme-", "acme.corp", "ácme", "аcme", "ａcme",
        "acme\u0301", "日本", "①", "ⅳ", "acme'", 'acme"', "acme<b>", "{{7*7}}", "acme;rm", "$(id)", "`id`", "%2e%2e",
        "a\\b", "acme:x", "acme*", "acme?", "acme|x", "acme~1", "", " acme", "acme ", "acme\t", "--out", "ﬁle", "ſ",
        "İ", "ß", "K", "acme\u00a0", "....", "..", ".",
    ],
    "id-too-long": ["a" * (MAX_ID_LENGTH + 1), "a-" * 300 + "a"],
    "id-reserved": sorted(RESERVED_IDS),
}  # fmt: skip
FINE = ["acme", "a", "0", "con1", "auxiliary", "index-2", "com10", "nul-1", "2nm", "a" * MAX_ID_LENGTH, "404", "api"]


def codes_of(sources: dict[str, bytes]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for finding in prepare({"briefing.yml": BRIEFING, **sources}).findings:
        if finding.severity is Severity.ERROR:
            found.setdefault(finding.span.path, set()).add(finding.code)
    return found


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, names in NAMES.items() for name in names])
def test_a_name_that_is_no_id_is_refused(code: str, name: str) -> None:
    for folder in ("companies", "articles", "publishers"):
        assert code in codes_of({f"{folder}/{name}.yml": SUBJECT % b"x"})[f"{folder}/{name}.yml"]


@pytest.mark.parametrize("name", FINE)
def test_a_plain_id_is_taken(name: str) -> None:
    assert codes_of({f"companies/{name}.yml": SUBJECT % b"x"}) == {}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("companies/../../etc/passwd.yml", "file-misplaced"),
        ("companies/../acme.yml", "file-misplaced"),
        ("../acme.yml", "folder-unknown"),
        ("/etc/passwd.yml", "file-misplaced"),
        ("companies/deep/acme.yml", "file-misplaced"),
        ("Companies/acme.yml", "folder-unknown"),
        ("ｃompanies/acme.yml", "folder-unknown"),
        ("<b>/acme.yml", "folder-unknown"),
        ("acme.yml", "file-misplaced"),
        ("Briefing.yml", "file-misplaced"),
    ],
)
def test_a_file_in_another_place_is_refused(path: str, code: str) -> None:
    assert code in codes_of({path: SUBJECT % b"x"})[path]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("companies/acme.yml", "projects/acme.yml"),
        ("companies/acme.yml", "articles/acme.yml"),
        ("people/acme.yml", "topics/acme.yml"),
    ],
)
def test_two_records_never_share_an_id(first: str, second: str) -> None:
    found = codes_of({first: SUBJECT % b"x", second: SUBJECT % b"y"})
    assert any("id-duplicate" in codes for codes in found.values())


def test_a_name_in_another_case_or_width_takes_nobodys_place() -> None:
    for twin in ("Acme", "ａcme", "acme\u0301", "ACME"):
        found = codes_of({"companies/acme.yml": SUBJECT % b"x", f"companies/{twin}.yml": SUBJECT % b"y"})
        assert "file-name" in found[f"companies/{twin}.yml"]
        assert "companies/acme.yml" not in found


@pytest.mark.parametrize("folder", [*sorted(RESERVED_FOLDERS), "companies", "../out", "/etc", "con", "a/b", ".git", ""])
def test_a_kind_of_ones_own_takes_no_folder_that_is_needed(folder: str) -> None:
    briefing = base()["briefing.yml"]
    kinds = {"device": {"folder": folder, "label": "Device", "label_plural": "Devices"}}
    found = errors_of(prepare_sources({**base(), "briefing.yml": {**briefing, "kinds": briefing["kinds"] | kinds}}))
    assert {one.code for one in found} & {"registry-invalid", "id-malformed", "id-reserved", "field-empty"}


def random_name(dice: random.Random) -> str:
    letters = dice.choice(["abcxyz019-", "abc-./\\", "aA-_ .", "aáаａ日%\u202e\n", "con-aux-nul-index"])
    return "".join(dice.choice(letters) for _ in range(dice.randrange(1, 12)))


def test_random_ids_have_pages_inside_the_output_and_of_their_own(count: Callable[[int], int]) -> None:
    dice, kind = random.Random(8), Kind("company", "companies", "Company", "Companies")
    taken: dict[str, str] = {}
    ids = {name for name in (random_name(dice) for _ in range(count(50_000))) if is_id(name)} - RESERVED_IDS
    assert len(ids) > count(50_000) // 20
    for name in ids:
        subject = SubjectId(name)
        paths = (
            subject_page(kind, subject), claims_page(kind, subject), claims_page(kind, subject, 2),
            article_page(ArticleId(name)), publisher_page(PublisherId(name)), entity_json(subject),
        )  # fmt: skip
        for path in paths:
            folded = unicodedata.normalize("NFKC", path).casefold()
            assert taken.setdefault(folded, name) == name
            assert PurePosixPath(path).parts[0] in ("companies", "articles", "publishers", "api")
            assert not {"..", "."} & set(PurePosixPath(path).parts)
            assert not {part.split(".")[0] for part in PurePosixPath(path).parts[:-1]} & RESERVED_IDS


def test_random_names_write_only_inside_the_output(tmp_path: Path, count: Callable[[int], int]) -> None:
    dice = random.Random(9)
    out = tmp_path / "out"
    named = {"briefing.yml": BRIEFING}
    for number in range(count(5_000)):
        folder = dice.choice(["companies", "articles", "publishers", "people", random_name(dice)])
        named[f"{folder}/{random_name(dice)}.yml"] = SUBJECT % f"name {number}".encode()
    bad = {one.span.path for one in prepare(named).findings if one.severity is Severity.ERROR}
    good = {path: content for path, content in named.items() if path not in bad}
    assert len(good) > len(named) // 50
    prepared = prepare(good)
    assert prepared.dataset is not None
    generated = generate_files(prepared.dataset)
    files = {**{path: text.encode() for path, text in generated.pages.items()}, **generated.static}
    write_files(out, files)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {f"out/{path}" for path in files}
    assert len({path.casefold() for path in written}) == len(written)


def test_random_paths_are_refused_or_written_inside(tmp_path: Path, count: Callable[[int], int]) -> None:
    dice = random.Random(10)
    out = tmp_path / "deep" / "out"
    out.mkdir(parents=True)
    pieces = ["..", ".", "", "a", "b.md", "/", "~", "\\..", "..\\", "a..b", "\0", "CON", " ", "%2e%2e", "．．"]
    refused = 0
    for _ in range(count(20_000)):
        path = "/".join(dice.choice(pieces) for _ in range(dice.randrange(1, 5)))
        try:
            write_files(out, {path: b"x"})
        except (ValueError, OSError):
            refused += 1
    assert refused > count(20_000) // 10
    outside = [path for path in tmp_path.rglob("*") if not path.is_relative_to(out) and path not in out.parents]
    assert outside == []


def test_keys_that_look_like_paths_name_no_file() -> None:
    sources, _ = write_sources(base())
    for old in ("../x", "/etc/x", "a/b", "index.html", "..", "A", "ａ"):
        redirects = f'{{"{old}": acme}}'.encode()
        found = prepare({**sources, "redirects.yml": redirects}).findings
        assert {one.code for one in found if one.span.path == "redirects.yml"} >= {"field-unknown"}, old
