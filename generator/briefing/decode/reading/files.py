"""The files of the data as fields by record: which file is what, and the shape errors of each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from briefing.decode.reading.content import Content, Fields, Findings, records_of
from briefing.decode.reading.content_reader import read_content
from briefing.decode.reading.placement import duplicate_id, place_file, record_folders
from briefing.decode.reading.raw_data import RawData, RawRecord
from briefing.decode.shapes.files import FILES, ROOT_FILES
from briefing.decode.shapes.registry import REGISTRY
from briefing.diagnostics.diagnostic import Diagnostic, Severity, Span, error
from briefing.model.registry import Registry
from briefing.source.nodes import Node

_TEARING = frozenset({"flow-key-without-value", "key-not-text"})
"""Errors of YAML that take a field away without a trace."""
# Articles and subjects share one space of ids, because either may be the holder in holder#claim.
_SPACES = {"article": "documents", "subject": "documents", "publisher": "publishers"}


@dataclass(frozen=True, slots=True)
class _FileRead:
    """One file as it was read: from which node, as what, with which places torn; and what came of it."""

    node: Node
    category: str
    torn: tuple[Span, ...]
    content: Content | None
    findings: tuple[Diagnostic, ...]

    def is_of(self, node: Node, category: str, torn: tuple[Span, ...]) -> bool:
        """Return whether this is how a file of these nodes is read at its place."""
        # Unchanged files keep their nodes as the same object.
        return self.node is node and (self.category, self.torn) == (category, torn)


ReadMemo = dict[str, _FileRead]
"""Files by path as they were read last, kept by the caller from one run to the next."""


def read_registry(node: Node, findings: Findings) -> Fields:
    """Return the fields of the registry file."""
    content = read_content(node, REGISTRY, findings, "the registry")
    if isinstance(content, Fields):
        return content
    return Fields({}, {}, node.span)


def read_briefing(nodes: Mapping[str, Node | None], findings: Findings) -> Fields | None:
    """Return the fields of briefing.yml; report it missing."""
    if "briefing.yml" not in nodes:
        message = "the data folder has no briefing.yml"
        hint = "run `briefing init`, or name another folder with --data"
        findings.append(error("field-missing", Span("briefing.yml"), message, hint))
    return _only_fields(_read_root(nodes, "briefing.yml", findings))


def _only_fields(content: Content | None) -> Fields | None:
    """Return the fields of a file whose root is a mapping; what else stands there has been reported."""
    if isinstance(content, Fields):
        return content
    return None


def read_files(
    nodes: Mapping[str, Node | None],
    registry: Registry,
    briefing: Fields | None,
    findings: Findings,
    memo: ReadMemo | None = None,
) -> RawData:
    """Return every record of ``nodes`` (path to root node, None where unreadable); report misplaced files."""
    files = _FileReader(registry, findings, {} if memo is None else memo)
    # In the order of their paths, of two files with one id the same is the first in every run.
    for path in sorted(nodes):
        if path not in ROOT_FILES:
            files.add(path, nodes[path])
    return RawData(
        briefing=briefing,
        rates=records_of(_read_root(nodes, "rates.yml", findings)),
        corrections=records_of(_read_root(nodes, "corrections.yml", findings)),
        redirects=_only_fields(_read_root(nodes, "redirects.yml", findings)),
        articles=files.records["article"],
        publishers=files.records["publisher"],
        subjects=files.records["subject"],
        kind_of=files.kind_of,
        stray=frozenset(files.stray),
        waivers=records_of(_read_root(nodes, "waivers.yml", findings)),
    )


def _read_root(nodes: Mapping[str, Node | None], name: str, findings: Findings) -> Content | None:
    """Return the content of a file in the data folder itself, or None where there is none."""
    node = nodes.get(name)
    if node is None:
        return None
    return read_content(node, FILES[ROOT_FILES[name]], findings, name, _torn_places(findings).get(name, ()))


def _torn_places(findings: Iterable[Diagnostic]) -> Mapping[str, list[Span]]:
    """Return the places, by file, where YAML has lost a field."""
    torn: dict[str, list[Span]] = defaultdict(list)
    for finding in findings:
        if finding.code in _TEARING:
            torn[finding.span.path].append(finding.span)
    return torn


def _broken_paths(findings: Iterable[Diagnostic]) -> frozenset[str]:
    """Return the files that YAML has found an error in."""
    return frozenset(finding.span.path for finding in findings if finding.severity is Severity.ERROR)


class _FileReader:
    """Reads files one after another into the records of their category; ``findings`` are so far those of YAML."""

    def __init__(self, registry: Registry, findings: Findings, memo: ReadMemo) -> None:
        self.records: dict[str, dict[str, RawRecord]] = {"article": {}, "publisher": {}, "subject": {}}
        self.kind_of: dict[str, str] = {}
        self.stray: set[str] = set()
        self._registry = registry
        self._folders = record_folders(registry)
        self._findings = findings
        self._torn = _torn_places(findings)
        self._broken = _broken_paths(findings)
        self._memo = memo
        self._first_paths: dict[tuple[str, str], str] = {}

    def add(self, path: str, node: Node | None) -> None:
        """Read one file into its place; report a place, a name or an id that will not do."""
        folder, record_id, category = place_file(path, self._folders, self._findings)
        if category is None:
            self.stray.add(record_id)
            return
        fields = self._read(node, path, category)
        first_path = self._first_paths.setdefault((_SPACES[category], record_id), path)
        if first_path != path:
            self._findings.append(duplicate_id(path, first_path, record_id))
            self.stray.add(record_id)
            self._mark_torn(record_id, category)
            return
        self.records[category][record_id] = RawRecord(record_id, folder, path, fields, path not in self._broken)
        kind = self._registry.kind_of_folder(folder)
        if kind:
            self.kind_of[record_id] = kind.name

    def _read(self, node: Node | None, path: str, category: str) -> Fields:
        """Return the fields of a file, from the last run where neither its node nor its place has changed."""
        if node is None:
            return Fields({}, {}, Span(path), faulty=True)
        torn = tuple(self._torn.get(path, ()))
        file_read = self._memo.get(path)
        if file_read is None or not file_read.is_of(node, category, torn):
            file_read = _read_file(node, category, torn)
            self._memo[path] = file_read
        self._findings.extend(file_read.findings)
        content = file_read.content
        if isinstance(content, Fields):
            return content
        return Fields({}, {}, node.span, faulty=True)

    def _mark_torn(self, record_id: str, category: str) -> None:
        """Remember that references to this id may mean claims of the file that lost it."""
        for other, records in self.records.items():
            if _SPACES[other] == _SPACES[category] and record_id in records:
                records[record_id] = replace(records[record_id], whole=False)


def _read_file(node: Node, category: str, torn: tuple[Span, ...]) -> _FileRead:
    findings: Findings = []
    content = read_content(node, FILES[category], findings, f"the {category}", torn)
    return _FileRead(node, category, torn, content, tuple(findings))
