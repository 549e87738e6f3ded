"""T14: whatever a file system can hold in `data/` is a finding of `check`, which ends at once and publishes nothing."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.cli import run
from briefing.cli.exits import EXIT_FINDINGS
from briefing.source.limits import SIZE_MAX
from tests.every import every

ROOT = Path(__file__).parents[2]
BRIEFING = "name: {en: Sample}\nurl: https://sample.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
SUBJECT = "name: {en: Acme}\ndescribes: A maker.\n"
SECRET = "password: hunter2\n"


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # addresses of sockets are short
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(here)


def _named(name: bytes) -> Callable[[Path], None]:
    return lambda path: Path(os.fsdecode(os.fsencode(path.parent) + b"/" + name)).write_text(SUBJECT, "utf-8")


ODD: dict[str, tuple[str, Callable[[Path], object]]] = {
    "link to a file outside": ("file-unreadable", lambda path: path.symlink_to(path.parents[2] / "secret.yml")),
    "link to a device": ("file-unreadable", lambda path: path.symlink_to("/dev/null")),
    "link to a file of the system": ("file-unreadable", lambda path: path.symlink_to("/etc/passwd")),
    "link to nothing": ("file-unreadable", lambda path: path.symlink_to("nowhere.yml")),
    "link to itself": ("file-unreadable", lambda path: path.symlink_to(path.name)),
    "link to its own folder": ("file-unreadable", lambda path: path.symlink_to(".")),
    "link to a folder outside": ("file-unreadable", lambda path: path.symlink_to("/etc")),
    "pipe": ("file-unreadable", os.mkfifo),
    "socket": ("file-unreadable", _socket),
    "folder": ("file-unreadable", lambda path: path.mkdir()),
    "file of a byte too many": ("limit-size", lambda path: path.write_bytes(b"#" * (SIZE_MAX + 1))),
    "file of nothing, a byte too long": ("limit-size", lambda path: os.truncate(_touched(path), SIZE_MAX + 1)),
    "empty file": ("file-empty", lambda path: path.touch()),
    "file of zeros": ("encoding", lambda path: path.write_bytes(bytes(1000))),
    "file of noise": ("encoding", lambda path: path.write_bytes(bytes(range(256)) * 4)),
    "name with a line end": ("file-name", _named(b"a\nb.yml")),
    "name with an escape": ("file-name", _named(b"a\x1b[31mb.yml")),
    "name that is no UTF-8": ("file-name", _named(b"a\xff.yml")),
    "name turned around": ("file-name", _named("a\u202eb.yml".encode())),
    "name with a space": ("file-name", _named(b"a b.yml")),
    "name of an option": ("file-name", _named(b"--data.yml")),
    "name in markup": ("file-name", _named(b"<b onclick=x>.yml")),
    "longest name": ("id-too-long", _named(b"a" * 250 + b".yml")),
    "name with another ending": ("file-name", _named(b"odd.YAML")),
}


def _touched(path: Path) -> Path:
    path.touch()
    return path


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "data"
    (folder / "companies").mkdir(parents=True)
    (folder / "briefing.yml").write_text(BRIEFING, "utf-8")
    (folder / "companies" / "acme.yml").write_text(SUBJECT, "utf-8")
    (tmp_path / "secret.yml").write_text(SECRET, "utf-8")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("name", ODD)
def test_each_odd_thing_is_a_finding(data: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, make = ODD[name]
    make(data / "companies" / "odd.yml")
    assert run(["check", "--data", str(data), "--format", "json"]) == EXIT_FINDINGS
    said = capsys.readouterr().out
    findings = [one for one in json.loads(said)["findings"] if one["severity"] == "error"]
    assert code in {one["code"] for one in findings}
    assert every("companies" in one["path"] for one in findings)
    assert "hunter2" not in said
    assert "root:" not in said
    assert run(["check", "--data", str(data)]) == EXIT_FINDINGS
    shown = capsys.readouterr().out
    assert every(letter.isprintable() or letter == "\n" for letter in shown), shown
    assert f"error[{code}]" in shown


@pytest.mark.parametrize("name", ["pipe", "link to a device", "link to itself", "file of nothing, a byte too long"])
def test_nothing_is_written_for_it(data: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    ODD[name][1](data / "companies" / "odd.yml")
    before = sorted(data.parent.iterdir())
    for command in ("generate", "build"):
        assert run([command, "--data", str(data), "--out", str(data.parent / "site")]) == EXIT_FINDINGS
    assert sorted(data.parent.iterdir()) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_may_not_be_read_is_a_finding(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "companies" / "acme.yml").chmod(0)
    assert run(["check", "--data", str(data)]) == EXIT_FINDINGS
    assert "error[file-unreadable]" in capsys.readouterr().out


def test_all_at_once_end_at_once(data: Path) -> None:
    for number, (_, make) in enumerate(ODD.values()):
        folder = data / ("companies" if number % 2 else "projects")
        folder.mkdir(exist_ok=True)
        make(folder / f"odd-{number}.yml")
    command = [sys.executable, "-m", "briefing", "check", "--data", str(data)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert ran.returncode == EXIT_FINDINGS, ran.stderr
    assert ran.stderr == ""
    assert ran.stdout.count("error[") >= len(ODD)


def test_a_data_folder_that_is_a_file_or_a_loop_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    for name in ("file", "loop", "pipe", "nowhere"):
        assert run(["check", "--data", str(tmp_path / name)]) == 2
    assert "Traceback" not in capsys.readouterr().err
