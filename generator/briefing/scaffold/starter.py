"""The files of new records and of new briefings, which pass every check. Nothing is invented.

What only an editor can know stands as a comment beside what is certain.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model.registry import Kind
from briefing.scaffold.layout import lay_out, modeline


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a new record; ``ja`` and ``reading`` only where they were given."""

    en: str
    ja: str | None = None
    reading: str | None = None


def subject_file(kind: Kind, record_id: str, names: Names, describes: str | None) -> dict[str, bytes]:
    """Return the fact file of a new subject, by its path within the data folder."""
    path = kind.source_path(record_id)
    lines = [modeline(path, "subject")]
    if not describes:
        lines.append("# describes: say in one sentence what it is, and what it is not")
        # A subject without a description is an error, and what editors begin with should pass every check.
        describes = f"The {kind.label.lower()} {names.en}."
    lines += [
        f"name: {_name(names)}",
        f"describes: {_text(describes)}",
        "# aliases, former_names, identifiers, not_same_as: where there are any",
        "# last_verified: the day on which an editor has read all of the page; bottom_line: with its claims",
    ]
    return _laid_out(path, lines)


def publisher_file(record_id: str, names: Names, letter: str, why: str) -> dict[str, bytes]:
    """Return the file of a new publisher, by its path within the data folder."""
    path = f"publishers/{record_id}.yml"
    lines = [
        modeline(path, "publisher"),
        f"name: {_name(names)}",
        f"grade: {{letter: {letter}, why: {_text(why)}}}",
        "# url: its address; subject: its id, where it is also a subject",
    ]
    return _laid_out(path, lines)


def briefing_files(name: str, url: str, language: str, as_of: str, currency: str) -> dict[str, bytes]:
    """Return the files of a new briefing by their paths: data, hand-written pages, and how to go on."""
    briefing = [
        modeline("briefing.yml", "briefing"),
        f"name: {_text(name)}",
        f"url: {_text(url)}",
        f"language: {language}",
        f"as_of: {as_of}",
        f"currency: {currency}",
        "# description: one sentence for search engines",
    ]
    data = _laid_out("briefing.yml", briefing)
    return {
        **{f"data/{path}": content for path, content in data.items()},
        "docs/about/reading.md": _READING.encode(),
        "README.md": _README.replace("NAME", name).encode(),
        ".gitignore": b"/site\n/.site.*\n/.briefing/\n.venv\n",
    }


def _laid_out(path: str, lines: list[str]) -> dict[str, bytes]:
    return lay_out({path: ("\n".join(lines) + "\n").encode()})


def _name(names: Names) -> str:
    texts: Mapping[str, str | None] = {"en": names.en, "ja": names.ja, "reading": names.reading}
    fields = [f"{field}: {_text(text)}" for field, text in texts.items() if text]
    return f"{{{', '.join(fields)}}}"


def _text(text: str) -> str:
    """Return a text as YAML takes it anywhere: JSON's quotes are YAML's; ``fmt`` drops them where they can go."""
    return json.dumps(text, ensure_ascii=False)


_READING = """\
---
description: What a page of this briefing shows, and how sure it is.
---

# How to read a page

Every statement names its source and its paragraph. Where sources differ, the page shows what each says.
"""
_README = """\
# NAME

A briefing made of claims: who says what, in which paragraph, when, and how firmly.

- `briefing new company "Acme Corporation"` writes a fact file, `briefing new publisher …` a publisher's.
- `briefing draft article.txt --publisher ID --published DATE` makes an article file from a text.
- `briefing serve` previews, `briefing check` says what is wrong, `briefing build` writes the site.
- What was built needs a web server: `python3 -m http.server -d site` shows it on your own machine.
"""
