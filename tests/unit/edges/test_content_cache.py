"""What is kept between builds: used only as it was written, and nothing of others is touched."""

from pathlib import Path

import pytest

from briefing.edges.content_cache import MARKER, keep_one, make_or_recall, recall_one

NAME, OTHER = "0" * 32, "1" * 32


def make(folder: Path, *names: str, clean: bool = False) -> tuple[dict[str, bytes], list[str]]:
    """Return the bytes of these names, each its own, and which of them were made anew."""
    made: list[str] = []

    def draw(name: str) -> bytes:
        made.append(name)
        return f"picture {name}".encode()

    return make_or_recall(folder, {name: name for name in names}, draw, clean=clean), made


@pytest.mark.parametrize("damage", ["empty", "cut", "changed", "longer", "older", "folder", "link"])
def test_what_is_not_as_it_was_written_is_made_anew(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "kept"
    right, _ = make(folder, NAME)
    path = folder / NAME
    whole = path.read_bytes()
    assert make(folder, NAME) == (right, [])
    if damage in ("folder", "link"):
        path.unlink()
        path.mkdir() if damage == "folder" else path.symlink_to("/etc/hostname")
    else:
        changed = {"empty": b"", "cut": whole[:-1], "changed": whole[:-1] + b"?", "longer": whole + b"?"}
        path.write_bytes(changed.get(damage, right[NAME]))
    assert make(folder, NAME) == (right, [NAME])
    if damage != "folder":
        assert path.read_bytes() == whole


def test_clean_makes_everything_anew_and_keeps_it(tmp_path: Path) -> None:
    make(tmp_path / "kept", NAME, OTHER)
    assert make(tmp_path / "kept", NAME, clean=True)[1] == [NAME]
    assert {file.name for file in (tmp_path / "kept").iterdir()} == {NAME, MARKER}
    assert make(tmp_path / "kept", NAME)[1] == []


def test_files_of_others_stay_and_leftovers_go(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    make(folder, NAME)
    (folder / "thesis.txt").write_text("mine", encoding="utf-8")
    (folder / f"{NAME}.123.part").touch()
    make(folder, OTHER)
    assert {file.name for file in folder.iterdir()} == {OTHER, MARKER, "thesis.txt"}


@pytest.mark.parametrize("clean", [False, True])
@pytest.mark.parametrize("way", ["link", "link above", "foreign"])
def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path, way: str, clean: bool) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "share").mkdir()
    for folder in (mine, mine / "share"):
        (folder / "thesis.txt").write_text("mine", encoding="utf-8")
        (folder / OTHER).write_text("mine", encoding="utf-8")
    (tmp_path / "kept").mkdir()
    if way == "link":
        (tmp_path / "kept" / "share").symlink_to(mine)
    elif way == "link above":
        (tmp_path / "kept").rmdir()
        (tmp_path / "kept").symlink_to(mine)
    else:
        (mine / "share").rename(tmp_path / "kept" / "share")
    before = sorted(file for file in tmp_path.rglob("*"))
    content, made = make(tmp_path / "kept" / "share", NAME, clean=clean)
    assert (content.keys(), made) == ({NAME}, [NAME])
    assert sorted(file for file in tmp_path.rglob("*")) == before


def test_a_folder_kept_before_there_were_markers_is_ours_by_its_names(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / OTHER).write_bytes(b"\x89PNG")
    assert make(tmp_path / "kept", NAME, OTHER)[1] == [NAME, OTHER]
    assert make(tmp_path / "kept", NAME, OTHER)[1] == []


def test_one_is_recalled_as_it_was_kept_and_replaces_what_was_kept_before(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    assert recall_one(folder, NAME) is None
    keep_one(folder, NAME, b"facts")
    assert recall_one(folder, NAME) == b"facts"
    (folder / "thesis.txt").write_text("mine", encoding="utf-8")
    keep_one(folder, OTHER, b"more")
    assert (recall_one(folder, NAME), recall_one(folder, OTHER)) == (None, b"more")
    assert {file.name for file in folder.iterdir()} == {OTHER, MARKER, "thesis.txt"}
    (folder / OTHER).write_bytes(b"else")
    assert recall_one(folder, OTHER) is None


def test_one_is_neither_kept_in_a_folder_of_others_nor_recalled_from_it(tmp_path: Path) -> None:
    keep_one(tmp_path / "kept", NAME, b"facts")
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    keep_one(tmp_path / "link", OTHER, b"more")
    assert recall_one(tmp_path / "link", NAME) is None
    assert {file.name for file in (tmp_path / "kept").iterdir()} == {NAME, MARKER}
