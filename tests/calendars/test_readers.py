"""What programs that read calendars make of ours is what we mean: each entry once, on its days, whole."""

import json
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from briefing.edges.disk import read_tree
from briefing.pipeline import prepare
from briefing.render.calendar import render_calendars
from briefing.routes import slug
from briefing.views.base.context import open_context
from briefing.views.parts.calendar_entries import view_calendar

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
PLAN = """\
publisher: herald
language: en
form: report
published: 2024-04-14
claims:
  - {id: c1, about: acme, attribute: milestone, milestone: trial run, value: 2027-04, modality: planned}
  - {id: c2, about: acme, attribute: milestone, milestone: volume, value: 2029, modality: planned}
"""
HOSTILE = {
    "briefing.yml": (
        'name: "A; b, c\\\\n"\nurl: https://chips.example/x/\nlanguage: en\nas_of: 2026-11-22\ncurrency: JPY\n'
    ),
    "publishers/herald.yml": "name: Herald\ngrade: {letter: B, why: a daily}\n",
    "companies/acme.yml": 'name: {en: "Acme; Fabs, Inc. (企業)", ja: 企業}\ndescribes: A maker of chips.\n',
    "articles/herald-1.yml": PLAN,
}


def read(calendar: bytes, folder: Path) -> dict[str, Any]:
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules" / "ical.js").is_dir():
        pytest.skip("no readers of calendars: run scripts/install-node-tests.sh (needs Node)")
    path = folder / "calendar.ics"
    path.write_bytes(calendar)
    done = subprocess.run([node, str(HERE / "read.mjs"), str(path)], capture_output=True, check=True, timeout=60)
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.mark.parametrize("which", ["real", "hostile"])
def test_every_reader_sees_each_plan_once_and_whole(which: str, tmp_path: Path) -> None:
    sources = read_tree(DATA)[0] if which == "real" else {path: text.encode() for path, text in HOSTILE.items()}
    dataset = prepare(sources).dataset
    assert dataset is not None
    context = open_context(dataset)
    name = dataset.briefing.id or slug(dataset.briefing.name.en)
    meant = [
        {
            "uid": f"{entry.slot}@{name}",
            "summary": entry.summary,
            "first": entry.first.isoformat(),
            "end": (entry.last + timedelta(1)).isoformat(),
            "categories": [entry.category],
            "status": "TENTATIVE",
        }
        for entry in view_calendar(context)
    ]
    assert meant
    seen = read(render_calendars(context)["calendar.ics"], tmp_path)
    assert seen["refresh"] == "P1D"
    assert seen["icalJs"] == meant
    assert seen["nodeIcal"] == meant
