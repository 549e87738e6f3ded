"""Located nodes of every file in, fields by record out: what each file is, and its shape errors."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field, replace

from briefing.decode.hints import reference_error
from briefing.decode.reading import Content, Fields, Findings, read_content
from briefing.decode.shapes.files import FILES, ROOT_FILES
from briefing.decode.shapes.registry import REGISTRY
from briefing.decode.text_checks.ids import check_id
from briefing.diagnostics.diagnostic import Diagnostic, Related, Severity, Span, error
from briefing.model.registry import Registry
from briefing.source.nodes import Node

_TEARING = frozenset({"flow-key-without-value", "key-not-text"})
"""Errors of YAML that take a field away without a trace."""


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One file as read: its id, folder, path and fields; not ``whole`` where YAML errors may have swallowed some."""

    id: str
    folder: str
    path: str
    fields: Fields
    whole: bool = True


@dataclass(frozen=True, slots=True)
class RawData:
    """Every file as read, by what it is; ids are registered even where a file is broken.

    ``stray`` are ids of files that stand in a wrong place: they are reported once, not at every reference.
    """

    briefing: Fields | None
    rates: tuple[Fields, ...]
    corrections: tuple[Fields, ...]
    redirects: Fields | None
    articles: MappingType[str, RawRecord]
    publishers: MappingType[str, RawRecord]
    subjects: MappingType[str, RawRecord]
    kind_of: MappingType[str, str] = field(default_factory=dict)
    stray: frozenset[str] = frozenset()
    waivers: tuple[Fields, ...] = ()


def read_registry(node: Node, findings: Findings) -> Fields:
    """Return the fields of the registry file."""
    content = read_content(node, REGISTRY, findings, "the registry")
    return content if isinstance(content, Fields) else Fields({}, {}, node.span)


def read_briefing(nodes: MappingType[str, Node | None], findings: Findings) -> Fields | None:
    """Return the fields of briefing.yml; report it missing."""
    if "briefing.yml" not in nodes:
        message, hint = "the data folder has no briefing.yml", "run `briefing init`, or name another folder with --data"
        findings.append(error("field-missing", Span("briefing.yml"), message, hint))
    content = _read_root(nodes, "briefing.yml", findings)
    return content if isinstance(content, Fields) else None


def _read_root(nodes: MappingType[str, Node | None], name: str, findings: Findings) -> Content | None:
    node = nodes.get(name)
    torn = _torn_places(findings).get(name, ())
    return read_content(node, FILES[ROOT_FILES[name]], findings, name, torn) if node else None


def _rows(content: Content | None) -> tuple[Fields, ...]:
    return tuple(one for one in content if isinstance(one, Fields)) if isinstance(content, tuple) else ()


def _torn_places(findings: Iterable[Diagnostic]) -> MappingType[str, list[Span]]:
    torn: dict[str, list[Span]] = defaultdict(list)
    for finding in findings:
        if finding.code in _TEARING:
            torn[finding.span.path].append(finding.span)
    return torn


@dataclass(frozen=True, slots=True)
class _FileRead:
    """One file as it was read: from which node, as what, with which places torn; and what came of it."""

    node: Node
    what: str
    torn: tuple[Span, ...]
    content: Content | None
    findings: tuple[Diagnostic, ...]


ReadMemo = dict[str, _FileRead]
"""Files by path as they were read last, kept by the caller from one run to the next."""


def read_files(
    nodes: MappingType[str, Node | None],
    registry: Registry,
    briefing: Fields | None,
    findings: Findings,
    memo: ReadMemo | None = None,
) -> RawData:
    """Return every record of ``nodes`` (path to root node, None where unreadable); report misplaced files."""
    pile = _Pile(registry, _torn_places(findings), _broken_paths(findings), {} if memo is None else memo)
    for path in sorted(nodes):
        if path not in ROOT_FILES:
            pile.add(path, nodes[path], findings)
    redirects = _read_root(nodes, "redirects.yml", findings)
    return RawData(
        briefing,
        _rows(_read_root(nodes, "rates.yml", findings)),
        _rows(_read_root(nodes, "corrections.yml", findings)),
        redirects if isinstance(redirects, Fields) else None,
        pile.records["article"],
        pile.records["publisher"],
        pile.records["subject"],
        pile.kind_of,
        frozenset(pile.stray),
        _rows(_read_root(nodes, "waivers.yml", findings)),
    )


def _broken_paths(findings: Iterable[Diagnostic]) -> frozenset[str]:
    return frozenset(found.span.path for found in findings if found.severity is Severity.ERROR)


class _Pile:
    """The records read so far, by what they are."""

    def __init__(
        self, registry: Registry, torn: MappingType[str, list[Span]], broken: frozenset[str], memo: ReadMemo
    ) -> None:
        self.memo = memo
        self.folders = {kind.folder: "subject" for kind in registry.kinds.values()}
        self.folders |= {"articles": "article", "publishers": "publisher"}
        self.registry = registry
        self.torn = torn
        self.broken = broken
        self.records: dict[str, dict[str, RawRecord]] = {"article": {}, "publisher": {}, "subject": {}}
        self.kind_of: dict[str, str] = {}
        self.stray: set[str] = set()
        self._paths: dict[str, str] = {}

    def add(self, path: str, node: Node | None, findings: Findings) -> None:
        """Read one file into its place; report a place, a name or an id that will not do."""
        folder, record_id, what = _place(path, self.folders, findings)
        if what is None:
            self.stray.add(record_id)
            return
        fields = self._read(node, path, what, findings)
        space = "publishers" if what == "publisher" else "documents"
        first = self._paths.setdefault(f"{space}/{record_id}", path)
        if first != path:
            findings.append(_duplicate(path, first, record_id))
            self.stray.add(record_id)
            self._mark_torn(record_id, what)
            return
        self.records[what][record_id] = RawRecord(record_id, folder, path, fields, path not in self.broken)
        kind = self.registry.kind_of_folder(folder)
        if kind:
            self.kind_of[record_id] = kind.name

    def _read(self, node: Node | None, path: str, what: str, findings: Findings) -> Fields:
        nothing = Fields({}, {}, node.span if node else Span(path), faulty=True)
        if node is None:
            return nothing
        torn = tuple(self.torn.get(path, ()))
        known = self.memo.get(path)
        if known is None or known.node is not node or (known.what, known.torn) != (what, torn):
            own: Findings = []
            content = read_content(node, FILES[what], own, f"the {what}", torn)
            known = self.memo[path] = _FileRead(node, what, torn, content, tuple(own))
        findings.extend(known.findings)
        return known.content if isinstance(known.content, Fields) else nothing

    def _mark_torn(self, record_id: str, what: str) -> None:
        """Remember that references to this id may mean claims of the file that lost it."""
        for kind in ("publisher",) if what == "publisher" else ("article", "subject"):
            if record_id in self.records[kind]:
                self.records[kind][record_id] = replace(self.records[kind][record_id], whole=False)


def _place(path: str, folders: MappingType[str, str], findings: Findings) -> tuple[str, str, str | None]:
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yml")
    problem = _misplaced(path, folder, name, folders)
    if problem:
        findings.append(problem)
        return folder, stem, None
    verdict = check_id(stem)
    if verdict:
        code = "file-name" if verdict[0] == "id-malformed" else verdict[0]
        findings.append(error(code, Span(path), verdict[1], f"rename the file: {verdict[2]}"))
    return folder, stem, folders[folder]


def _misplaced(path: str, folder: str, name: str, folders: MappingType[str, str]) -> Diagnostic | None:
    if not folder:
        message, hint = f'no file of the data folder is called "{name}"', "move it into the folder of its kind"
        return reference_error("file-misplaced", Span(path), message, name, ROOT_FILES, hint)
    if "/" in folder:
        hint = "move it up: data files lie directly in the folder of their kind"
        return error("file-misplaced", Span(path), f'"{folder}" is too deep for data', hint)
    if folder not in folders:
        message, hint = f'no kind of record lives in "{folder}"', f"move it into one of: {', '.join(sorted(folders))}"
        return reference_error("folder-unknown", Span(path), message, folder, sorted(folders), hint)
    return None


def _duplicate(path: str, other: str, record_id: str) -> Diagnostic:
    related = (Related(Span(other), "the first record with this id"),)
    return error("id-duplicate", Span(path), f'the id "{record_id}" is taken', "rename one of the files", related)
