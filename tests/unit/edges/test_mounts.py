"""Output folders that are mount points: refused before anything is built, with the way out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import run
from briefing.edges import mounts
from briefing.edges.publish import MARKER, OutputRefused, check_output
from tests.small_briefing import lay_out

ROOT = Path(__file__).resolve().parents[3]
LINE = "36 35 98:0 /mnt1 {} rw,noatime master:1 - ext3 /dev/root rw,errors=continue\n"


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of which the system says that something is mounted there."""
    folder = (lay_out(tmp_path) / "my site").resolve()
    folder.mkdir()
    table = tmp_path / "mountinfo"
    table.write_text(LINE.format("/") + LINE.format(str(folder).replace(" ", "\\040")) + "short\n", encoding="utf-8")
    monkeypatch.setattr(mounts, "MOUNTS", table)
    monkeypatch.chdir(tmp_path)
    return folder


def test_a_mount_point_is_refused_and_a_folder_in_it_is_not(mounted: Path) -> None:
    with pytest.raises(OutputRefused, match=r"is a mount point.*--out .*my site/public"):
        check_output(mounted)
    assert check_output(mounted / "public") == mounted / "public"
    assert check_output(mounted.parent / "other") == mounted.parent / "other"


def test_a_folder_that_holds_a_mount_is_refused_too(mounted: Path) -> None:
    """Whoever removes the old site would empty what is mounted in it."""
    (mounted.parent / "out").mkdir()
    (mounted.parent / "out" / MARKER).touch()
    mounts.MOUNTS.write_text(LINE.format(f"{mounted.parent}/out/media"), encoding="utf-8")
    with pytest.raises(OutputRefused, match="holds the mount point"):
        check_output(mounted.parent / "out")
    assert check_output(mounted.parent / "ou").name == "ou"


def test_commands_refuse_before_they_read_anything(mounted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (mounted.parent / "data" / "briefing.yml").write_text("broken: [", encoding="utf-8")
    for command in ("build", "generate"):
        assert run([command, "--out", "my site"]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert "--out my site/public" in captured.err
    assert list(mounted.iterdir()) == []


def test_where_the_system_keeps_no_table_devices_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mounts, "MOUNTS", tmp_path / "none")
    assert mounts.find_mount(Path("/")) == Path("/")
    assert mounts.find_mount(tmp_path) is None


IN_A_NAMESPACE = """
mount -t tmpfs none site && mkdir b && mount --bind b c && mount --bind c d || exit 99
for out in site c d; do "$0" -m briefing generate --out $out; echo $?; done
"$0" -m briefing generate --out site/public; echo $?; ls site/public
"""


@pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="only root may mount")
def test_real_mounts_of_both_sorts_are_seen(tmp_path: Path) -> None:
    lay_out(tmp_path)
    for name in ("site", "c", "d"):
        (tmp_path / name).mkdir()
    words = ["unshare", "-m", "sh", "-c", IN_A_NAMESPACE, sys.executable]
    around = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(words, cwd=tmp_path, env=around, capture_output=True, text=True, check=False)
    if done.returncode in (1, 99) and "2" not in done.stdout:
        pytest.skip(f"no mounts here: {done.stderr}")
    assert done.stdout.split() == ["2", "2", "2", "0", "pages", "static"]
    assert done.stderr.count("mount point") == 3
