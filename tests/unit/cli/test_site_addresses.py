"""The address of a site, wherever it is written: one spelling gives one site, and nothing waits for the crawl."""

from html import unescape
from pathlib import Path

import pytest

from briefing.cli import run
from tests.small_briefing import files_of, lay_out

ODD = "https://Chips.example:443/@a,b;c&d+e!/null/%e5%8d%8a%20x"


def test_an_address_without_its_last_slash_gives_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, url in (("with", "https://chips.example/"), ("without", "https://CHIPS.example")):
        monkeypatch.chdir(lay_out(tmp_path / name, url))
        assert run(["check"]) == 0
        assert run(["build"]) == 0
    assert files_of(tmp_path / "with/site") == files_of(tmp_path / "without/site")


def test_an_odd_address_that_check_takes_passes_the_crawl_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(lay_out(tmp_path, ODD))
    assert run(["check"]) == 0
    assert run(["build"]) == 0
    home = unescape((tmp_path / "site/index.html").read_text("utf-8"))
    assert '<link rel="canonical" href="https://chips.example/@a,b;c&d+e!/null/%E5%8D%8A%20x/">' in home


@pytest.mark.parametrize("address", ["https://chips.example/?a=b", "https://chips.example/#top", "chips.example"])
def test_an_option_with_an_address_of_no_site_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    monkeypatch.chdir(lay_out(tmp_path))
    for command in (
        ["build", "--site-url", address],
        ["diff", "data", "data", "--site-url", address],
        ["init", "other", "--url", address],
    ):
        assert run(command) == 2
        assert "https://" in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"data"}


def test_init_writes_the_usual_spelling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "new", "--url", "HTTPS://Chips.example", "--as-of", "2026-11-22"]) == 0
    assert 'url: "https://chips.example/"' in (tmp_path / "new/data/briefing.yml").read_text("utf-8")
    assert run(["check", "--data", "new/data"]) == 0
