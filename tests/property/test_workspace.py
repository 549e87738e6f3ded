"""What a run returns never depends on what its workspace remembers: incremental equals clean (T10)."""

import random
import re
from collections.abc import Callable
from pathlib import Path

from benchmarks.sample import make_sample
from briefing.dataset.linked.records import Dataset
from briefing.pipeline import Prepared, Workspace, generate_files, prepare

Sources = dict[str, bytes]
EDITS = 5
_FIELD = re.compile(r'\b([a-z_]+): ("[^"\n]*"|\[[^\]\n]*\]|[^,{}\[\]\n]+)')
_CLAIM = re.compile(
    r"\{id: (?P<id>c[0-9]+),[^\n]*? about: (?P<about>[a-z-]+), attribute: (?P<attribute>[a-z-]+)"
    r"(?P<key>, (?:measure|milestone|line|role): [a-z0-9-]+)?"
)
_ID = re.compile(r"\bid: ([a-z]+)([0-9]+)")


def any_file(rng: random.Random, sources: Sources) -> str:
    return rng.choice(sorted(sources))


def exchange_a_value(rng: random.Random, sources: Sources) -> None:
    """Give a field what the same field has somewhere else: a value, subject, article, date, payer, alias, judgement."""
    path, other = any_file(rng, sources), any_file(rng, sources)
    here, there = sources[path].decode(), list(_FIELD.finditer(sources[other].decode()))
    fields = list(_FIELD.finditer(here))
    if not fields:
        return
    field = rng.choice(fields)
    values = [match[2] for match in there if match[1] == field[1]]
    if not values:
        values = [match[2] for match in fields if match[1] == field[1]]
    sources[path] = f"{here[: field.start(2)]}{rng.choice(values)}{here[field.end(2) :]}".encode()


def change_a_digit(rng: random.Random, sources: Sources) -> None:
    path = any_file(rng, sources)
    text = sources[path].decode()
    places = [match.start() for match in re.finditer(r"[0-9]", text)]
    if places:
        place = rng.choice(places)
        sources[path] = f"{text[:place]}{rng.randrange(10)}{text[place + 1 :]}".encode()


def some_line(rng: random.Random, sources: Sources) -> tuple[str, list[str], int]:
    path = any_file(rng, sources)
    lines = sources[path].decode().splitlines()
    listed = [number for number, line in enumerate(lines) if line.startswith("  - {")]
    return path, lines, rng.choice(listed) if listed else 0


def ids_in(lines: list[str]) -> list[str]:
    return [kind + number for kind, number in _ID.findall("\n".join(lines))]


def some_article(rng: random.Random, sources: Sources) -> str:
    return rng.choice([path for path in sorted(sources) if path.startswith("articles/")])


def drop_a_line(rng: random.Random, sources: Sources) -> None:
    """Take out a claim, a judgement, a sum or a reference; sometimes so that all others stay in their places."""
    path, lines, number = some_line(rng, sources)
    lines[number : number + 1] = rng.choice([[], ["  # gone"]])
    sources[path] = "\n".join([*lines, ""]).encode()


def repeat_a_line(rng: random.Random, sources: Sources) -> None:
    """Add a claim or another item, mostly under an id of its own."""
    path, lines, number = some_line(rng, sources)
    again = _ID.sub(lambda written: f"id: {written[1]}{rng.randrange(400, 900)}", lines[number], count=1)
    sources[path] = "\n".join([*lines[: number + 1], again, *lines[number + 1 :], ""]).encode()


def restate_a_line(rng: random.Random, sources: Sources) -> None:
    path, lines, _ = some_line(rng, sources)
    ids = ids_in(lines)
    if ids and path.startswith("articles/"):
        lines.append(f"  - {{id: h{rng.randrange(90)}, restates: {rng.choice(ids)}}}")
        sources[path] = "\n".join([*lines, ""]).encode()


def take_back(rng: random.Random, sources: Sources) -> None:
    """Let an article be withdrawn or corrected, copy another one, or correct one of its own claims."""
    path = some_article(rng, sources)
    lines = [line for line in sources[path].decode().split("\n") if not line.startswith(("status:", "origin:"))]
    copied = Path(some_article(rng, sources)).stem
    ids = ids_in(lines)
    choice = rng.randrange(3)
    if choice == 0:
        lines.insert(0, f"status: {rng.choice(['withdrawn', 'corrected'])}")
    elif choice == 1:
        lines.insert(0, f"origin: {copied}")
    elif ids:
        marked = [at for at, line in enumerate(lines) if line.startswith("  - {id: ") and "}" in line]
        if marked:
            at = rng.choice(marked)
            lines[at] = lines[at].replace("}", f", corrects: {rng.choice(ids)}}}", 1)
    sources[path] = "\n".join(lines).encode()


def judge_a_claim(rng: random.Random, sources: Sources) -> None:
    """Prefer or reject a claim, in the file of the subject that it is about."""
    path = some_article(rng, sources)
    claims = list(_CLAIM.finditer(sources[path].decode()))
    if not claims:
        return
    claim = rng.choice(claims)
    name = f"{Path(path).stem}#{claim['id']}"
    slot = f"{{attribute: {claim['attribute']}{claim['key'] or ''}}}"
    choice = rng.choice([f'prefer: ["{name}"]', f'reject: [{{claim: "{name}", reason: "It is a slip."}}]'])
    block = f'  - slot: {slot}\n    {choice}\n    because: "It stands nearer to it."\n    decided: 2026-10-01\n'
    for file in [path for path in sources if path.endswith(f"/{claim['about']}.yml")]:
        head, _, rest = sources[file].decode().partition("judgements:\n")
        sources[file] = f"{head}judgements:\n{block}{rest}".encode()


def drop_a_file(rng: random.Random, sources: Sources) -> None:
    del sources[any_file(rng, sources)]


def copy_a_file(rng: random.Random, sources: Sources) -> None:
    path = any_file(rng, sources)
    sources[path.replace(".yml", f"-{rng.randrange(3)}.yml")] = sources[path]


def exchange_files(rng: random.Random, sources: Sources) -> None:
    path, other = any_file(rng, sources), any_file(rng, sources)
    if path.partition("/")[0] == other.partition("/")[0]:
        sources[path], sources[other] = sources[other], sources[path]


def break_a_file(rng: random.Random, sources: Sources) -> None:
    path = any_file(rng, sources)
    sources[path] = sources[path].replace(b"}", b"", 1)


Edit = Callable[[random.Random, Sources], None]
_EDITS: tuple[Edit, ...] = (
    *[exchange_a_value] * 6, *[change_a_digit] * 4, *[drop_a_line] * 3, *[repeat_a_line] * 2, restate_a_line,
    *[take_back] * 4, *[judge_a_claim] * 4, drop_a_file, copy_a_file, exchange_files, break_a_file,
)  # fmt: skip


def edited(rng: random.Random, sources: Sources, start: Sources) -> None:
    """Make one edit; now and then take an earlier one back."""
    if rng.random() < 0.4:
        changed = [path for path in sorted({*start, *sources}) if sources.get(path) != start.get(path)]
        for path in changed if rng.random() < 0.5 else changed[:1]:
            if path in start:
                sources[path] = start[path]
            else:
                del sources[path]
    rng.choice(_EDITS)(rng, sources)
    sources.setdefault("briefing.yml", start["briefing.yml"])


def assert_same(incremental: Prepared, clean: Prepared, run: object) -> None:
    """Compare everything, the order of every mapping included."""
    assert incremental.findings == clean.findings, run
    assert (incremental.dataset is None) == (clean.dataset is None), run
    if incremental.dataset is not None and clean.dataset is not None:
        for name in Dataset.__slots__:
            value, expected = getattr(incremental.dataset, name), getattr(clean.dataset, name)
            assert value == expected, (run, name)
            if isinstance(value, dict):
                assert list(value) == list(expected), (run, name)


def test_incremental_equals_clean(count: Callable[[int], int]) -> None:
    start = make_sample(14, 9)
    linked = 0
    for seed in range(count(300)):
        rng, workspace, sources = random.Random(seed), Workspace(), dict(start)
        prepare(sources, workspace=workspace)
        for step in range(EDITS):
            edited(rng, sources, start)
            incremental = prepare(sources, workspace=workspace)
            assert_same(incremental, prepare(sources), (seed, step))
            linked += incremental.dataset is not None
    assert linked > count(300) * EDITS / 3


def test_incremental_sites_are_the_same_bytes(count: Callable[[int], int]) -> None:
    start = make_sample(8, 9)
    compared = 0
    for seed in range(count(40)):
        rng, workspace, sources = random.Random(seed), Workspace(), dict(start)
        prepare(sources, workspace=workspace)
        for edit in (change_a_digit, exchange_a_value, drop_a_line):
            edit(rng, sources)
            incremental, clean = prepare(sources, workspace=workspace).dataset, prepare(sources).dataset
            if incremental is not None and clean is not None:
                assert generate_files(incremental) == generate_files(clean), (seed, edit)
                compared += 1
    assert compared > count(40)


def test_what_has_not_changed_is_kept() -> None:
    """A workspace that remembered nothing would be right, and of no use."""
    start, workspace = make_sample(30), Workspace()
    before = prepare(start, workspace=workspace).dataset
    path = next(path for path in sorted(start) if path.startswith("articles/") and b" employees" in start[path])
    text = re.sub(rb"value: [0-9]+ employees", b"value: 31 employees", start[path], count=1)
    after = prepare({**start, path: text}, workspace=workspace).dataset
    assert before is not None
    assert after is not None
    claims = set(map(id, before.claims.values()))
    assert sum(id(claim) not in claims for claim in after.claims.values()) == 1
    slots = set(map(id, before.slots))
    assert 1 <= sum(id(slot) not in slots for slot in after.slots) < len(after.slots) / 2
    assert {path} == {file for file in start if start[file] is not workspace.parsed[file].content}
