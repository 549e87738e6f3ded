"""Ids and addresses that were given up, typed: where their readers go now, and lines that lead nowhere."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from briefing.decode.reading.content import Fields, Findings, ScalarText
from briefing.decode.reading.hints import reference_error
from briefing.decode.reading.raw_data import RawData
from briefing.decode.references.circles import find_circles
from briefing.decode.references.index import Index
from briefing.diagnostics.diagnostic import Diagnostic, Span, error, warning
from briefing.model.records import Redirect
from briefing.model.registry import Registry


@dataclass(frozen=True, slots=True)
class _Places:
    """What redirects are held against: ids that live, where each record lives as `folder/id`, and all folders."""

    index: Index
    living: frozenset[str]
    homes: frozenset[str]
    folders: frozenset[str]

    def are_home_to(self, old: str) -> bool:
        """Return whether a record still answers to an id or an address."""
        return old in self.living or old in self.homes

    def lead_on(self, target: str) -> bool:
        """Return whether there is a record of this id, be it in a misplaced file."""
        return target in self.targets or target in self.index.stray

    @property
    def targets(self) -> frozenset[str]:
        """The ids of all records that may be a target."""
        return self.living | self.index.publishers


def decode_redirects(raw: RawData, index: Index, registry: Registry, findings: Findings) -> Iterator[Redirect]:
    """Yield the retired ids and addresses, and where their readers go now."""
    fields = raw.redirects
    if fields is None:
        return
    places = _find_places(raw, index, registry)
    findings.extend(_find_circles(fields, places.living))
    for old, line in index.retired.items():
        findings.extend(_find_problems(old, fields, places))
        yield Redirect(old, line.to, line.gone)


def _find_places(raw: RawData, index: Index, registry: Registry) -> _Places:
    homes = frozenset(f"{record.folder}/{record.id}" for record in raw.records())
    folders = frozenset({"articles", "publishers", *(kind.folder for kind in registry.kinds.values())})
    return _Places(index, index.subjects | index.articles, homes, folders)


def _find_problems(old: str, fields: Fields, places: _Places) -> Iterator[Diagnostic]:
    """Yield what is wrong with one line: a record that lives, a target or a folder that does not exist."""
    span = fields.keys[old]
    target = fields.scalar(old)
    target_id = fields.text(old)
    if _is_idle(old, target_id, places):
        message = f'"{old}" is where "{target_id}" lives, so the line does nothing'
        hint = "move the file to its new folder, or take the line out"
        yield warning("redirect-idle", span, message, hint)
    elif places.are_home_to(old):
        yield _living_redirect(old, target_id, span)
    if target:
        yield from _find_unknown_target(target, fields, places)
    folder, slash, _ = old.rpartition("/")
    if slash and folder not in places.folders:
        yield _unknown_folder(folder, span, places.folders)


def _is_idle(old: str, target: str | None, places: _Places) -> bool:
    """Return whether a line gives up the very address that its target has."""
    return target is not None and old in places.homes and old.endswith(f"/{target}")


def _living_redirect(old: str, target: str | None, span: Span) -> Diagnostic:
    """Return an error about a line that gives up what is still there."""
    hint = "delete the file or this line"
    if target == old:
        # Most likely the record has moved to another folder, and its old address is meant.
        hint = f"write folder/{old}, with the folder it has left"
    message = f'"{old}" is retired and yet has a file'
    return error("redirect-live", span, message, hint)


def _find_unknown_target(target: ScalarText, fields: Fields, places: _Places) -> Iterator[Diagnostic]:
    # A target may be retired itself: then its own line leads on.
    if target.text in fields.keys or places.lead_on(target.text):
        return
    message = f'no record is called "{target.text}"'
    hint = "name a record, or write {gone: why}"
    yield reference_error("ref-unknown", target.span, message, target.text, places.targets, hint)


def _unknown_folder(folder: str, span: Span, folders: Collection[str]) -> Diagnostic:
    message = f'no kind of record lives in "{folder}"'
    hint = f"name one of: {', '.join(sorted(folders))}"
    finding = reference_error("field-unknown", span, message, folder, folders, hint)
    # The span is the whole key, so a fix of the folder alone would take the id away.
    return replace(finding, fix=None)


def _find_circles(fields: Fields, living: Collection[str]) -> Iterator[Diagnostic]:
    """Yield one finding for each circle of redirects, at the first of its lines; a record that lives ends one."""
    for circle in find_circles(fields.values, fields.text, living):
        first = min(circle, key=fields.span_of)
        message = f'"{first}" leads back to itself'
        hint = "name where readers go now, or {gone: why}"
        yield error("redirect-cycle", fields.span_of(first), message, hint)
