"""Located nodes of every file in, fields by record out: what each file is, and its shape errors."""

from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field

from generator.decode import shapes
from generator.decode.checks import check_id
from generator.decode.fields import RecordField
from generator.decode.reading import Content, Fields, Findings, read_field, reference_error
from generator.diagnostics.diagnostic import Diagnostic, Related, Span, error
from generator.model.registry import Registry
from generator.source.nodes import Node

ROOT_FILES = {
    "briefing.yml": "briefing",
    "rates.yml": "rates",
    "corrections.yml": "corrections",
    "redirects.yml": "redirects",
}


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One file as read: its id, folder, path and fields."""

    id: str
    folder: str
    path: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class RawData:
    """Every file as read, by what it is; ids are registered even where a file is broken."""

    briefing: Fields | None
    rates: tuple[Fields, ...]
    corrections: tuple[Fields, ...]
    redirects: Fields | None
    articles: MappingType[str, RawRecord]
    publishers: MappingType[str, RawRecord]
    subjects: MappingType[str, RawRecord]
    kind_of: MappingType[str, str] = field(default_factory=dict)


def read_registry(node: Node, findings: Findings) -> Fields:
    """Return the fields of the registry file."""
    content = read_field(node, shapes.REGISTRY, findings, "the registry")
    return content if isinstance(content, Fields) else Fields({}, {}, node.span)


def read_briefing(nodes: MappingType[str, Node | None], findings: Findings) -> Fields | None:
    """Return the fields of briefing.yml; report it missing."""
    if "briefing.yml" not in nodes:
        findings.append(
            error("field-missing", Span("briefing.yml"), "the data lack briefing.yml", "run `briefing init`")
        )
    return _read_root(nodes, "briefing.yml", findings)


def _read_root(nodes: MappingType[str, Node | None], name: str, findings: Findings) -> Fields | None:
    node = nodes.get(name)
    content = read_field(node, shapes.FILES[ROOT_FILES[name]], findings, name) if node else None
    return content if isinstance(content, Fields) else None


def _read_rows(nodes: MappingType[str, Node | None], name: str, findings: Findings) -> tuple[Fields, ...]:
    node = nodes.get(name)
    content: Content | None = read_field(node, shapes.FILES[ROOT_FILES[name]], findings, name) if node else None
    return tuple(one for one in content if isinstance(one, Fields)) if isinstance(content, tuple) else ()


def read_files(
    nodes: MappingType[str, Node | None], registry: Registry, briefing: Fields | None, findings: Findings
) -> RawData:
    """Return every record of ``nodes`` (path to root node, None where unreadable); report misplaced files."""
    records: dict[str, dict[str, RawRecord]] = {"articles": {}, "publishers": {}, "subjects": {}}
    kind_of: dict[str, str] = {}
    seen: dict[str, str] = {}
    for path in sorted(nodes):
        if path in ROOT_FILES:
            continue
        folder, record_id, what = _place(path, registry, findings)
        if what is None:
            continue
        space = "publishers" if what == "publisher" else "documents"
        other = seen.setdefault(f"{space}/{record_id}", path)
        if other != path:
            findings.append(_duplicate(path, other, record_id))
            continue
        fields = _read_one(nodes[path], path, what, findings)
        records[what + "s"][record_id] = RawRecord(record_id, folder, path, fields)
        kind = registry.kind_of_folder(folder)
        if kind:
            kind_of[record_id] = kind.name
    return RawData(
        briefing,
        _read_rows(nodes, "rates.yml", findings),
        _read_rows(nodes, "corrections.yml", findings),
        _read_root(nodes, "redirects.yml", findings),
        records["articles"],
        records["publishers"],
        records["subjects"],
        kind_of,
    )


def _read_one(node: Node | None, path: str, what: str, findings: Findings) -> Fields:
    shape = shapes.FILES[what]
    assert isinstance(shape, RecordField)
    if node is None:
        return Fields({}, {}, Span(path))
    content = read_field(node, shape, findings, f"the {what}")
    return content if isinstance(content, Fields) else Fields({}, {}, node.span)


def _place(path: str, registry: Registry, findings: Findings) -> tuple[str, str, str | None]:
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yml")
    folders = {kind.folder: "subject" for kind in registry.kinds.values()}
    folders |= {"articles": "article", "publishers": "publisher"}
    if not folder or "/" in folder:
        options = tuple(sorted(folders)) if folder else tuple(ROOT_FILES)
        message = f'"{path}" stands where no data file belongs'
        findings.append(reference_error("file-misplaced", Span(path), message, folder or name, options))
        return folder, stem, None
    if folder not in folders:
        message = f'no kind of record lives in "{folder}"'
        findings.append(reference_error("folder-unknown", Span(path), message, folder, tuple(sorted(folders))))
        return folder, stem, None
    verdict = check_id(stem)
    if verdict:
        findings.append(error(verdict[0], Span(path), verdict[1], verdict[2]))
    return folder, stem, folders[folder]


def _duplicate(path: str, other: str, record_id: str) -> Diagnostic:
    related = (Related(Span(other), "the first record with this id"),)
    return error("id-duplicate", Span(path), f'the id "{record_id}" is taken', "rename one of the files", related)
