"""`briefing serve` against everything that editors, their programs and git do to files (E17, E19, E20)."""

import random
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.source.limits import DEPTH_MAX
from tests.preview import ACME, BOLT, BRIEFING, BROKEN, SECONDS, Preview, lay_out_briefing, running, save

PAGE = "companies/acme/"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    with running(lay_out_briefing(tmp_path)) as started:
        started.wait_for(PAGE, "maker of anvils")
        yield started


def test_the_address_is_printed_at_once_and_every_request_is_answered_from_then_on(tmp_path: Path) -> None:
    with running(lay_out_briefing(tmp_path)) as preview:
        assert preview.get(PAGE)[0] in (200, 503)
        preview.wait_for(PAGE, "maker of anvils")
        assert preview.get("api/v1/index.json")[0] == 200
        assert "Bolt" in preview.get("companies/bolt/index.md")[1]
        assert preview.get("no/such/page/")[0] == 404
    assert "Traceback" not in preview.printed


def test_an_edit_shows_and_only_its_pages_reload(preview: Preview) -> None:
    acme, bolt = (preview.state(page)["version"] for page in (PAGE, "companies/bolt/"))
    save(preview.acme, ACME.replace("anvils", "rockets"))
    preview.wait_for(PAGE, "maker of rockets")
    assert preview.state(PAGE, acme)["reload"]
    assert not preview.state("companies/bolt/", bolt)["reload"]
    assert "rockets" in preview.get("companies/acme/index.md")[1]
    assert "rockets" in preview.get("companies/")[1]


BREAKAGES = {
    "syntax": (BROKEN, "yaml-syntax", "data/companies/acme.yml:"),
    "unknown field": (f"{ACME}colour: red\n", "field-unknown", "data/companies/acme.yml:3:1"),
    "unknown id": (f"{ACME}not_same_as: [blot]\n", "ref-unknown", "data/companies/acme.yml:3:15"),
    "half a file": (ACME[:25], "yaml-syntax", "data/companies/acme.yml:1:"),
}


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_broken_data_is_told_with_its_place_and_the_last_good_page_stays(preview: Preview, breakage: str) -> None:
    """E17: the last good page is served, the overlay comes within a second, and it clears itself."""
    text, code, place = BREAKAGES[breakage]
    version = preview.state(PAGE)["version"]
    told = preview.events()
    number = told.get(timeout=SECONDS)
    save(preview.acme, text)
    assert told.get(timeout=SECONDS) == number + 1
    news = preview.state(PAGE, version)
    assert not news["reload"]
    first = news["report"]["errors"][0]
    assert (first["code"], first["place"].startswith(place)) == (code, True), first
    assert first["frame"]
    status, page = preview.get(PAGE)
    assert (status, "maker of anvils" in page) == (200, True)
    save(preview.acme, ACME)
    assert told.get(timeout=SECONDS) == number + 2
    assert not preview.state(PAGE, version)["reload"]
    assert preview.errors() == []


def test_it_starts_with_broken_data_and_becomes_the_site_once_mended(tmp_path: Path) -> None:
    """E20."""
    folder = lay_out_briefing(tmp_path)
    (folder / "data/companies/acme.yml").write_text(BROKEN, encoding="utf-8")
    with running(folder) as preview:
        preview.wait(lambda: bool(preview.errors()), "the finding")
        status, waiting = preview.get(PAGE)
        assert (status, "<b>broken" in waiting) == (503, False)
        version = preview.state(PAGE)["version"]
        save(preview.acme, ACME)
        preview.wait_for(PAGE, "maker of anvils")
        assert preview.state(PAGE, version)["reload"]


def test_it_starts_with_broken_settings_too(tmp_path: Path) -> None:
    folder = lay_out_briefing(tmp_path)
    good = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text("theme: [", encoding="utf-8")
    with running(folder) as preview:
        preview.wait(lambda: bool(preview.errors()), "the trouble")
        save(folder / "mkdocs.yml", good)
        preview.wait_for(PAGE, "maker of anvils")


def test_deleting_and_renaming_files(preview: Preview) -> None:
    preview.acme.unlink()
    preview.wait(lambda: preview.get(PAGE)[0] == 404, "the page's end")
    save(preview.acme, ACME)
    preview.wait_for(PAGE, "maker of anvils")
    preview.acme.rename(preview.acme.with_name("apex.yml"))
    preview.wait_for("companies/apex/", "maker of anvils")
    assert preview.get(PAGE)[0] == 404


def test_the_data_folder_goes_away_and_comes_back(preview: Preview) -> None:
    data, aside = preview.folder / "data", preview.folder / "aside"
    data.rename(aside)
    preview.wait(lambda: bool(preview.errors()), "the trouble")
    assert "maker of anvils" in preview.get(PAGE)[1]
    (aside / "companies" / "acme.yml").write_text(ACME.replace("anvils", "tongs"), encoding="utf-8")
    aside.rename(data)
    preview.wait_for(PAGE, "maker of tongs")
    save(preview.acme, ACME)
    preview.wait_for(PAGE, "maker of anvils")


def git(folder: Path, *words: str) -> None:
    command = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org", *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_a_checkout_of_two_hundred_files(preview: Preview) -> None:
    git(preview.folder, "init", "-q", "-b", "main")
    git(preview.folder, "add", "data")
    git(preview.folder, "commit", "-q", "-m", "one")
    git(preview.folder, "checkout", "-q", "-b", "many")
    for number in range(200):
        text = f"name: {{en: Firm number {number}}}\ndescribes: Number {number} of many.\n"
        (preview.acme.parent / f"firm-{number}.yml").write_text(text, encoding="utf-8")
    git(preview.folder, "add", "data")
    git(preview.folder, "commit", "-q", "-m", "two")
    preview.wait_for("companies/firm-199/", "Number 199 of many")
    git(preview.folder, "checkout", "-q", "main")
    preview.wait(lambda: preview.get("companies/firm-0/")[0] == 404 and not preview.errors(), "the old branch")
    assert "maker of anvils" in preview.get(PAGE)[1]
    git(preview.folder, "checkout", "-q", "many")
    preview.wait_for("companies/firm-7/", "Number 7 of many")


def test_pages_theme_and_settings_are_followed(preview: Preview) -> None:
    (preview.folder / "docs" / "about" / "team").mkdir(parents=True)
    (preview.folder / "docs/about/team/index.md").write_text("# Team\n\nWho we are.\n", encoding="utf-8")
    preview.wait_for("about/team/", "Who we are.")
    version = preview.state(PAGE)["version"]
    style = preview.folder / "theme" / "assets" / "briefing.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n.added { color: red }\n", encoding="utf-8")
    preview.wait(lambda: preview.state(PAGE, version)["reload"], "the reload for the style")
    assert ".added" in preview.get("assets/briefing.css")[1]
    frame = preview.folder / "theme" / "main.html"
    good = frame.read_text(encoding="utf-8")
    save(frame, good.replace("footer-name", "footer-name new"))
    preview.wait_for(PAGE, "footer-name new")
    save(frame, good + "{% if %}")
    preview.wait(lambda: bool(preview.errors()), "the trouble with the theme")
    assert "maker of anvils" in preview.get(PAGE)[1]
    save(frame, good)
    preview.wait(lambda: not preview.errors() and "footer-name new" not in preview.get(PAGE)[1], "the old theme")


def test_a_taken_port_is_named_with_what_to_do(tmp_path: Path) -> None:
    lay_out_briefing(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "briefing", "serve", "--port", port]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert f"port {port} is taken" in done.stderr
    assert "--port" in done.stderr


def overwrite(preview: Preview, text: str, dice: random.Random) -> None:
    preview.acme.write_text(text, encoding="utf-8")


def replace(preview: Preview, text: str, dice: random.Random) -> None:
    save(preview.acme, text)


def write_in_parts(preview: Preview, text: str, dice: random.Random) -> None:
    with preview.acme.open("w", encoding="utf-8") as file:
        for letter in text:
            file.write(letter)
            if dice.random() < 0.2:
                file.flush()


def remove_first(preview: Preview, text: str, dice: random.Random) -> None:
    preview.acme.unlink(missing_ok=True)
    preview.acme.write_text(text, encoding="utf-8")


def move_folder(preview: Preview, text: str, dice: random.Random) -> None:
    folder, aside = preview.acme.parent, preview.folder / "aside"
    folder.rename(aside)
    (aside / "acme.yml").write_text(text, encoding="utf-8")
    aside.rename(folder)


WAYS: list[Callable[[Preview, str, random.Random], None]] = [
    overwrite, replace, write_in_parts, remove_first, move_folder,
]  # fmt: skip


def break_something(preview: Preview, dice: random.Random) -> None:
    text = dice.choice(
        [
            *(text for text, _, _ in BREAKAGES.values()),
            "",
            "\x00\xff",
            "- " * (DEPTH_MAX + 1),
            ACME[: dice.randrange(1, 40)],
        ]
    )
    if dice.random() < 0.2:
        (preview.folder / "data/briefing.yml").write_text(text, encoding="utf-8")
    elif dice.random() < 0.1:
        shutil.rmtree(preview.folder / "data" / "companies")
    else:
        dice.choice(WAYS)(preview, text, dice)


def mend_everything(preview: Preview, text: str, dice: random.Random) -> None:
    preview.acme.parent.mkdir(exist_ok=True)
    (preview.folder / "data/briefing.yml").write_text(BRIEFING, encoding="utf-8")
    (preview.acme.parent / "bolt.yml").write_text(BOLT, encoding="utf-8")
    dice.choice(WAYS)(preview, text, dice)


@pytest.mark.parametrize("seed", [1])
def test_random_rounds_of_breaking_and_mending_end_with_the_right_page(
    preview: Preview, count: Callable[[int], int], seed: int
) -> None:
    """E19: 50 rounds; every request is answered, and the process lives (which `running` asserts)."""
    dice = random.Random(seed)
    told = preview.events()
    for number in range(count(50)):
        break_something(preview, dice)
        time.sleep(dice.choice([0, 0.05, 0.4]))
        assert preview.get(PAGE)[0] in (200, 404)
        mend_everything(preview, ACME.replace("anvils", f"thing {number}"), dice)
        preview.wait_for(PAGE, f"maker of thing {number}")
        assert preview.get("companies/bolt/")[0] == 200
    assert told.qsize() >= count(50)
