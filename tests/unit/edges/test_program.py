"""A program is known by its sources and its Python."""

from pathlib import Path

import pytest

from briefing.edges.program import digest_sources, program_digest


def test_every_change_of_the_sources_makes_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert digest_sources(tmp_path) is None
    (tmp_path / "deep").mkdir()
    digests: list[str | None] = []
    for name, text in (("a.py", "1"), ("a.py", "2"), ("deep/a.py", "2"), ("b.py", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        digests.append(digest_sources(tmp_path))
        assert digest_sources(tmp_path) == digests[-1]
    monkeypatch.setattr("sys.version", "4.0")
    digests.append(digest_sources(tmp_path))
    assert len(set(digests)) == 5
    assert None not in digests


def test_this_program_has_sources() -> None:
    assert len(program_digest() or "") == 32
