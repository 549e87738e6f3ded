"""A briefing of one company, laid out in a folder for commands to run on."""

from pathlib import Path

BRIEFING = "name: {en: One small briefing}\nurl: https://one.example/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n"
ACME = "name: {en: Acme Corporation}\ndescribes: A maker of anvils.\n"


def lay_out(folder: Path, url: str = "https://one.example/") -> Path:
    """Write `data/` into a folder, and return the folder."""
    (folder / "data" / "companies").mkdir(parents=True)
    (folder / "data" / "briefing.yml").write_text(BRIEFING.replace("https://one.example/", url), encoding="utf-8")
    (folder / "data" / "companies" / "acme.yml").write_text(ACME, encoding="utf-8")
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path in it."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
