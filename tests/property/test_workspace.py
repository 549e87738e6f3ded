"""What a run returns never depends on what its workspace remembers: incremental equals clean (T10)."""

import random
import re
from collections.abc import Callable

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
    found = list(_FIELD.finditer(here))
    if not found:
        return
    one = rng.choice(found)
    near = [match[2] for match in there if match[1] == one[1]] or [match[2] for match in found if match[1] == one[1]]
    sources[path] = f"{here[: one.start(2)]}{rng.choice(near)}{here[one.end(2) :]}".encode()


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


def drop_a_line(rng: random.Random, sources: Sources) -> None:
    """Take out a claim, a judgement, a sum or a reference; sometimes so that all others stay in their places."""
    path, lines, number = some_line(rng, sources)
    lines[number : number + 1] = rng.choice([[], ["  # gone"]])
    sources[path] = "\n".join([*lines, ""]).encode()


def repeat_a_line(rng: random.Random, sources: Sources) -> None:
    """Add a claim or another item, mostly under an id of its own."""
    path, lines, number = some_line(rng, sources)
    again = _ID.sub(lambda found: f"id: {found[1]}{rng.randrange(400, 900)}", lines[number], count=1)
    sources[path] = "\n".join([*lines[: number + 1], again, *lines[number + 1 :], ""]).encode()


def restate_a_line(rng: random.Random, sources: Sources) -> None:
    path, lines, _ = some_line(rng, sources)
    found = [match[1] + match[2] for line in lines for match in _ID.finditer(line)]
    if found and path.startswith("articles/"):
        lines.append(f"  - {{id: h{rng.randrange(90)}, restates: {rng.choice(found)}}}")
        sources[path] = "\n".join([*lines, ""]).encode()


def take_back(rng: random.Random, sources: Sources) -> None:
    """Let an article be withdrawn or corrected, copy another one, or correct one of its own claims."""
    path = rng.choice([one for one in sorted(sources) if one.startswith("articles/")])
    lines = [one for one in sources[path].decode().split("\n") if not one.startswith(("status:", "origin:"))]
    copied = rng.choice([one for one in sorted(sources) if one.startswith("articles/")])[
        len("articles/") : -len(".yml")
    ]
    ids = [match[1] + match[2] for line in lines for match in _ID.finditer(line)]
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
    path = rng.choice([one for one in sorted(sources) if one.startswith("articles/")])
    claims = list(_CLAIM.finditer(sources[path].decode()))
    if not claims:
        return
    claim = rng.choice(claims)
    name = f"{path[len('articles/') : -len('.yml')]}#{claim['id']}"
    slot = f"{{attribute: {claim['attribute']}{claim['key'] or ''}}}"
    choice = rng.choice([f'prefer: ["{name}"]', f'reject: [{{claim: "{name}", reason: "It is a slip."}}]'])
    block = f'  - slot: {slot}\n    {choice}\n    because: "It stands nearer to it."\n    decided: 2026-10-01\n'
    for file in [one for one in sources if one.endswith(f"/{claim['about']}.yml")]:
        head, found, rest = sources[file].decode().partition("judgements:\n")
        sources[file] = f"{head}judgements:\n{block}{rest if found else ''}".encode()


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


def assert_same(found: Prepared, clean: Prepared, what: object) -> None:
    """Compare everything, the order of every mapping included."""
    assert found.findings == clean.findings, what
    assert (found.dataset is None) == (clean.dataset is None), what
    if found.dataset is not None and clean.dataset is not None:
        for name in Dataset.__slots__:
            one, other = getattr(found.dataset, name), getattr(clean.dataset, name)
            assert one == other, (what, name)
            if isinstance(one, dict):
                assert list(one) == list(other), (what, name)


def test_incremental_equals_clean(count: Callable[[int], int]) -> None:
    start = make_sample(14, 9)
    linked = 0
    for seed in range(count(300)):
        rng, workspace, sources = random.Random(seed), Workspace(), dict(start)
        prepare(sources, workspace=workspace)
        for step in range(EDITS):
            edited(rng, sources, start)
            found = prepare(sources, workspace=workspace)
            assert_same(found, prepare(sources), (seed, step))
            linked += found.dataset is not None
    assert linked > count(300) * EDITS / 3


def test_incremental_sites_are_the_same_bytes(count: Callable[[int], int]) -> None:
    start = make_sample(8, 9)
    for seed in range(count(40)):
        rng, workspace, sources = random.Random(seed), Workspace(), dict(start)
        prepare(sources, workspace=workspace)
        for edit in (change_a_digit, exchange_a_value, drop_a_line):
            edit(rng, sources)
            found, clean = prepare(sources, workspace=workspace).dataset, prepare(sources).dataset
            if found is not None and clean is not None:
                assert generate_files(found) == generate_files(clean), (seed, edit)


def test_what_has_not_changed_is_kept() -> None:
    """A workspace that remembered nothing would be right, and of no use."""
    start, workspace = make_sample(30), Workspace()
    before = prepare(start, workspace=workspace).dataset
    path = next(path for path in sorted(start) if path.startswith("articles/") and b" employees" in start[path])
    text = re.sub(rb"value: [0-9]+ employees", b"value: 31 employees", start[path], count=1)
    after = prepare({**start, path: text}, workspace=workspace).dataset
    assert before is not None
    assert after is not None
    known = set(map(id, before.claims.values()))
    assert sum(id(one) not in known for one in after.claims.values()) == 1
    slots = set(map(id, before.slots))
    assert 1 <= sum(id(one) not in slots for one in after.slots) < len(after.slots) / 2
    assert {path} == {one for one in start if start[one] is not workspace.parsed[one].content}
