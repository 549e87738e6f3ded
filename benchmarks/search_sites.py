"""One folder per candidate, ready to be served: an index in; its files out. Foreign candidates need their packages."""

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from benchmarks.search_corpus import documents
from briefing.render.search import render_index
from briefing.views.search.index import SearchIndex

HERE = Path(__file__).resolve().parent
ASSETS = HERE.parent / "generator/briefing/engine/theme/assets/search"
SEPARATOR = r"[\s\-\u200b\u3000、。・，．（）「」『』：／:/()]+"


@dataclass(frozen=True, slots=True)
class Packages:
    """Where foreign candidates lie: Pagefind's program, a node_modules folder, Material's templates."""

    pagefind: str | None
    modules: Path | None
    material: Path | None

    def candidates(self) -> dict[str, Callable[[SearchIndex, Path], None]]:
        """Return what writes the site of each candidate that is there."""
        found: dict[str, Callable[[SearchIndex, Path], None]] = {"own": write_own}
        if self.material:
            found["lunr"] = self._write_lunr
        if self.pagefind:
            found["pagefind"] = self._write_pagefind
        if self.modules:
            found |= {"minisearch": self._write_minisearch, "flexsearch": self._write_flexsearch}
        return found

    def _write_lunr(self, index: SearchIndex, folder: Path) -> None:
        assert self.material
        scripts = self.material / "assets/javascripts"
        shutil.copytree(scripts / "lunr", folder / "assets/javascripts/lunr", dirs_exist_ok=True)
        (worker,) = (scripts / "workers").glob("search.*.min.js")
        _write(folder / "assets/javascripts/workers/search.js", worker.read_bytes())
        config = {"lang": ["en", "ja"], "separator": SEPARATOR, "pipeline": ["stopWordFilter"], "fields": _FIELDS}
        docs = [
            {"location": one["url"], "title": one["title"], "text": f"{one['names']} {one['text']}"}
            for one in documents(index)
        ]
        _write(folder / "search/search_index.json", _json({"config": config, "docs": docs}))

    def _write_pagefind(self, index: SearchIndex, folder: Path) -> None:
        for one in documents(index):
            _write(folder / one["url"] / "index.html", _page(one).encode())
        subprocess.run([str(self.pagefind), "--site", str(folder)], check=True, capture_output=True)

    def _write_minisearch(self, index: SearchIndex, folder: Path) -> None:
        assert self.modules
        _write_documents(index, folder)
        _write(folder / "minisearch.js", (self.modules / "minisearch/dist/es/index.js").read_bytes())

    def _write_flexsearch(self, index: SearchIndex, folder: Path) -> None:
        assert self.modules
        _write_documents(index, folder)
        bundle = self.modules / "flexsearch/dist/flexsearch.bundle.module.min.js"
        _write(folder / "flexsearch.js", bundle.read_bytes())


_FIELDS: Mapping[str, Mapping[str, float]] = {"title": {"boost": 1e3}, "text": {"boost": 1}, "tags": {"boost": 1e6}}


def write_own(index: SearchIndex, folder: Path) -> None:
    """Write the site's own index."""
    for path, content in render_index(index).items():
        _write(folder / path, content)
    _write_scripts(folder)


def _write_documents(index: SearchIndex, folder: Path) -> None:
    _write(folder / "documents.json", _json(documents(index)))
    _write_scripts(folder)


def _write_scripts(folder: Path) -> None:
    shutil.copytree(ASSETS, folder / "assets/search", dirs_exist_ok=True)


def _page(one: Mapping[str, str]) -> str:
    head = f'<!doctype html><html lang="en"><head><title>{escape(one["title"])}</title></head>'
    body = f"<main><h1>{escape(one['title'])}</h1><p>{escape(one['names'])}</p><p>{escape(one['text'])}</p></main>"
    return f"{head}<body>{body}</body></html>"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
