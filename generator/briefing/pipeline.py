"""The whole program without its edges: it turns the bytes of data files into findings and the files of a site.

What makes pages and drafts is imported where it is used: a check at each commit needs none of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from briefing.dataset.checks.check_table import EditorialMemo, run_editorial_checks
from briefing.dataset.conflicts.conflict_diagnostics import diagnose_conflicts
from briefing.dataset.conflicts.conflicts import RuleMemo
from briefing.dataset.conflicts.rule_table import RULE_OF, RULES, THRESHOLDS
from briefing.dataset.link import LinkMemo, add_conflicts, link_dataset
from briefing.dataset.linked.records import Dataset
from briefing.dataset.linked.shared_names import NameMemo
from briefing.dataset.operations import Beginning, History
from briefing.decode.captures.coverage import find_capture_findings
from briefing.decode.data import Decoded, decode_data
from briefing.decode.fiscal_advice import fit_fiscal_advice
from briefing.decode.memo import DecodeMemo
from briefing.decode.reading.content import Fields, Findings
from briefing.decode.reading.files import ReadMemo, read_briefing, read_files, read_registry
from briefing.decode.reading.raw_data import RawData
from briefing.decode.records.drafts import report_drafts
from briefing.decode.records.registry import decode_registry
from briefing.decode.records.site_files import find_unknown_thresholds
from briefing.decode.references.index import build_index
from briefing.decode.waivers import apply_waivers
from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.model.registry import Registry
from briefing.scaffold.layout import lay_out
from briefing.scaffold.schemas import IDS_FILE, render_ids, render_schemas
from briefing.source.hand_written import read_hand_written
from briefing.source.nodes import Node
from briefing.source.parse import parse_document

if TYPE_CHECKING:
    from briefing.drafting.document.draft import Draft, Request
    from briefing.drafting.subjects.known_data import KnownData
    from briefing.render.data_files import DataFiles
    from briefing.reports.changes import PageChanges
    from briefing.views.base.context import Context


@dataclass(frozen=True, slots=True)
class Prepared:
    """The findings of one set of data, and its dataset where no error stands in the way."""

    findings: tuple[Diagnostic, ...]
    dataset: Dataset | None

    @property
    def errors(self) -> int:
        """How many findings stop publication."""
        return len(self.errors_only)

    @property
    def errors_only(self) -> tuple[Diagnostic, ...]:
        """The findings that stop publication."""
        return tuple(finding for finding in self.findings if _is_error(finding))


@dataclass(frozen=True, slots=True)
class Generated:
    """The files of a site by path: ``pages`` are Markdown for an engine, ``static`` is laid over its output."""

    pages: Mapping[str, str]
    static: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Planned(Generated):
    """Files rendered on demand; as long as its entry in ``sources`` is the same, so are a page and its twin."""

    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _ParsedFile:
    content: bytes
    node: Node | None
    findings: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Workspace:
    """What one run leaves to the next: whoever follows edits holds one, and hands it in every time.

    What a run returns never depends on it; with an empty one it only takes longer.
    """

    parsed: dict[str, _ParsedFile] = field(default_factory=dict)
    read: ReadMemo = field(default_factory=dict)
    decode: DecodeMemo = field(default_factory=DecodeMemo)
    names: NameMemo = field(default_factory=NameMemo)
    link: LinkMemo = field(default_factory=LinkMemo)
    rules: RuleMemo = field(default_factory=RuleMemo)
    editorial: EditorialMemo = field(default_factory=EditorialMemo)


# ---- checking


def prepare(
    sources: Mapping[str, bytes],
    as_of: str | None = None,
    *,
    publishing: bool = False,
    workspace: Workspace | None = None,
    errors_alone: bool = False,
) -> Prepared:
    """Check and link the data.

    Args:
        sources: the bytes of each file by its path within the data folder.
        as_of: a date that overrides the briefing's day; what is no date is passed over.
        publishing: whether drafts are errors; else they are notes.
        workspace: what an earlier run has left, if the caller keeps one; it spares what has not changed since.
        errors_alone: whether all other findings may be left out, which take a third of the time.
    """
    workspace = workspace or Workspace()
    loaded = load_sources(sources, workspace)
    findings = loaded.findings
    decoded = decode_data(loaded.raw, loaded.registry, as_of, findings, workspace.decode)
    findings = fit_fiscal_advice(findings, sources, loaded.raw.briefing)
    findings.extend(report_drafts(decoded.drafts, Severity.ERROR if publishing else Severity.NOTE))
    findings.extend(workspace.names.clashes(decoded.subjects))
    findings.extend(find_unknown_thresholds(loaded.raw.briefing, THRESHOLDS))
    # Two steps may find the same in one place; the first to say so counts.
    # A waiver that meets no finding is an error, too.
    is_whole = not errors_alone or bool(loaded.raw.waivers)
    prepared = _link(decoded, list(dict.fromkeys(findings)), workspace, is_whole=is_whole)
    return _with_waivers(prepared, decoded, loaded.raw)


def _with_waivers(prepared: Prepared, decoded: Decoded, raw: RawData) -> Prepared:
    """Return what was found after waivers; a waiver that is wrong or idle is an error itself."""
    today = decoded.briefing.today if decoded.briefing else None
    # Only where everything was looked for can it be told that a waiver is of no use.
    findings = apply_waivers(prepared.findings, raw.waivers, today, complete=prepared.dataset is not None)
    if any(map(_is_error, findings)):
        return Prepared(findings, None)
    return Prepared(findings, prepared.dataset)


def _is_error(finding: Diagnostic) -> bool:
    return finding.severity is Severity.ERROR


def _link(decoded: Decoded, findings: Findings, workspace: Workspace, *, is_whole: bool) -> Prepared:
    """Link what was decoded, also where some of it is broken: one typo does not hide what else there is to find.

    ``is_whole``: whether what is no error is looked for, too.
    """
    is_broken = any(map(_is_error, findings))
    if decoded.briefing is None:
        return Prepared(tuple(findings), None)
    dataset, problems = link_dataset(
        decoded.briefing,
        decoded.registry,
        decoded.subjects,
        decoded.articles,
        decoded.publishers,
        decoded.claims,
        decoded.rates,
        decoded.corrections,
        decoded.redirects,
        decoded.doubted,
        workspace.link,
    )
    dataset, slips = add_conflicts(dataset, RULES, workspace.rules)
    findings.extend((*problems, *slips))
    if is_whole:
        findings.extend(diagnose_conflicts(dataset, workspace.rules))
    if is_broken or problems or slips:
        return Prepared(tuple(findings), None)
    if not is_whole:
        return Prepared(tuple(findings), dataset)
    return Prepared((*findings, *run_editorial_checks(dataset, workspace.editorial)), dataset)


# ---- what became of the data


@dataclass(frozen=True, slots=True)
class PastState:
    """The data as a commit left them: the bytes of each file by its path, and the day of the commit in UTC."""

    commit: str
    day: date
    sources: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Followed:
    """A history, and the last commit that could be made a site of; None where there was none."""

    history: History
    last: str


def follow_history(states: Iterable[PastState], earlier: History | None = None) -> Followed | None:
    """Return what changed from each state of the data to the next, or None where no state was without errors.

    A state with errors is passed over: what it changed shows at the next one without. Where the data were not there in
    between, the history begins anew. It is the same however much of it is given as ``earlier``; then the first of
    ``states`` is the one that this ends with.
    """
    # Imported here, as for pages: a check needs none of it.
    from briefing.reports.history.operations import find_operations
    from briefing.reports.history.step import Step

    workspace = Workspace()
    began, operations = (earlier.began, list(earlier.operations)) if earlier else (None, [])
    last: Dataset | None = None
    commit = ""
    for state in states:
        if "briefing.yml" not in state.sources:
            began = last = None
            continue
        dataset = prepare(state.sources, publishing=True, workspace=workspace, errors_alone=True).dataset
        if dataset is None:
            continue
        if began is None:
            began, operations = Beginning(state.commit, state.day, len(dataset.claims)), []
        elif last is not None:
            operations += find_operations(Step(last, dataset, state.commit, state.day))
        last, commit = dataset, state.commit
    if began is None or last is None:
        return None
    return Followed(History(began, tuple(operations)), commit)


# ---- reading


@dataclass(frozen=True, slots=True)
class Loaded:
    """The data files read: their nodes by path, the same as fields, the registry they go by, and what is wrong so far.

    ``findings`` is a list to which later steps add.
    """

    nodes: Mapping[str, Node | None]
    raw: RawData
    registry: Registry
    findings: Findings


def load_sources(sources: Mapping[str, bytes], workspace: Workspace | None = None) -> Loaded:
    """Parse and read data files, without decoding what they say.

    Args:
        sources: the bytes of each file by its path within the data folder.
        workspace: what an earlier run has left; files whose bytes are the same are not parsed again.
    """
    workspace = workspace or Workspace()
    _parse_changed(sources, workspace)
    findings: Findings = []
    for parsed in workspace.parsed.values():
        findings.extend(parsed.findings)
    nodes = {path: parsed.node for path, parsed in workspace.parsed.items()}
    briefing = read_briefing(nodes, findings)
    registry = _registry_of(briefing, findings)
    raw = read_files(nodes, registry, briefing, findings, workspace.read)
    return Loaded(nodes, raw, registry, findings)


def _parse_changed(sources: Mapping[str, bytes], workspace: Workspace) -> None:
    """Parse the files whose bytes have changed, and forget those that are gone."""
    # Sorted, so that findings come in one order whatever order the files were handed in.
    workspace.parsed = {path: _parse(path, sources[path], workspace.parsed.get(path)) for path in sorted(sources)}
    workspace.read = {path: read for path, read in workspace.read.items() if path in workspace.parsed}


def _parse(path: str, content: bytes, earlier: _ParsedFile | None) -> _ParsedFile:
    if earlier and earlier.content == content:
        return earlier
    return _ParsedFile(content, *parse_document(path, content))


def _registry_of(briefing: Fields | None, findings: Findings) -> Registry:
    # Nearly every briefing goes by the built-in registry, which is decoded once.
    if briefing is None or briefing.values.keys().isdisjoint(("kinds", "attributes")):
        return built_in_registry()
    return _with_rules(decode_registry(_built_in_fields(), briefing, findings))


def _with_rules(registry: Registry) -> Registry:
    return replace(registry, rules=frozenset(RULE_OF))


@cache
def built_in_registry() -> Registry:
    """Return the kinds and attributes that every briefing has."""
    findings: Findings = []
    registry = decode_registry(_built_in_fields(), None, findings)
    assert not findings, findings
    return _with_rules(registry)


@cache
def _built_in_fields() -> Fields:
    text = resources.files("briefing").joinpath("registry.yml").read_bytes()
    node, problems = parse_document("registry.yml", text)
    findings: Findings = list(problems)
    assert node is not None, findings
    fields = read_registry(node, findings)
    assert not findings, findings
    return fields


def read_registry_of(sources: Mapping[str, bytes]) -> Registry:
    """Return the kinds and attributes that a briefing has, its own among them."""
    return load_sources(sources).registry


def check_captures(sources: Mapping[str, bytes], captures: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Return what the captured texts show: words copied from a source, and paragraphs that nothing covers.

    ``captures`` holds the texts of articles by the names of their files.
    """
    loaded = load_sources(sources)
    return tuple(find_capture_findings(loaded.raw, loaded.nodes, captures))


def schema_files(sources: Mapping[str, bytes], *, with_ids: bool) -> dict[str, bytes]:
    """Return the schema files of editors by their names.

    ``with_ids`` also lists the ids of these data, so that an editor completes them.
    """
    loaded = load_sources(sources)
    schemas = render_schemas(loaded.registry)
    if with_ids:
        schemas[IDS_FILE] = render_ids(loaded.raw, build_index(loaded.raw, loaded.findings))
    return schemas


# ---- the files of a site


def generate_files(
    dataset: Dataset, written: Mapping[str, bytes] | None = None, history: History | None = None
) -> Generated:
    """Return every file of the site that needs no HTML engine.

    ``written`` are the files of a docs folder by path; search covers the pages among them. ``history`` is what has
    become of the data, if anything tells.
    """
    from briefing.render.pages import render_site

    docs = written or {}
    context, made = _open_site(dataset, docs, history)
    pages, twins = render_site(context)
    static = {path: text.encode() for path, text in twins.items()}
    return Generated(pages, static | _other_files(context, made, twins, docs))


def _open_site(dataset: Dataset, docs: Mapping[str, bytes], history: History | None) -> "tuple[Context, DataFiles]":
    """Return what all pages share, and the files for programs, whose sizes the page of the data tells."""
    from briefing.render.data_files import DataFiles
    from briefing.views.base.context import open_context

    context = open_context(dataset, read_hand_written(docs), history)
    made = DataFiles(context)
    return replace(context, file_sizes=made.sizes), made


def plan_files(dataset: Dataset, written: Mapping[str, bytes] | None = None, history: History | None = None) -> Planned:
    """Return the same files as ``generate_files``, each rendered when it is first asked for.

    A preview shows one page at a time. What is no page or twin is rendered all at once, since it draws on everything.
    """
    from briefing.render.added_exports import added_exports
    from briefing.render.planned import PlannedFiles, plan_texts

    # Whoever shows a preview hears at once of an export that cannot be one, not from the first file asked for.
    added_exports()
    docs = written or {}
    context, made = _open_site(dataset, docs, history)
    pages, twins, made_from = plan_texts(context)
    return Planned(pages, PlannedFiles(twins, lambda: _other_files(context, made, twins, docs)), made_from)


def _other_files(
    context: "Context", made: "DataFiles", twins: Mapping[str, str], docs: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the files that are laid over the site beside the twins of its pages.

    ``twins`` are those of all pages, ``docs`` the files of the docs folder, by path: no export may take one of either.
    """
    from briefing.render.embeds import render_embeds
    from briefing.render.exports import render_exports
    from briefing.render.guides import render_guides, render_sums
    from briefing.render.picture_files import render_picture_files
    from briefing.render.previews import render_previews
    from briefing.render.redirects import render_redirects
    from briefing.render.search import render_search
    from briefing.render.whole_text import render_whole_text
    from briefing.routes import SUMS

    data = {**made.beside, **render_picture_files(context)}
    files = {**data, **render_search(context), **render_previews(context), **render_guides(context, docs)}
    files |= render_whole_text(context, twins, docs)
    files |= render_embeds(context)
    exports = render_exports(context, (*twins, *docs, *files), made.exports)
    files |= {**exports, SUMS: render_sums(data | exports | _texts_to_sum(files))}
    return files | render_redirects(context, {*twins, *files}, docs)


def _texts_to_sum(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the texts for programs among the files, but those that somebody has written instead."""
    from briefing.routes import OUTLINE, WHOLE_TEXT

    return {path: files[path] for path in (OUTLINE, WHOLE_TEXT) if path in files}


def changed_pages(old: Dataset, new: Dataset) -> "PageChanges":
    """Return the pages that readers would find changed from one state of the data to another.

    Both sites are rendered whole: what a change of one record reaches is not worked out.
    """
    from briefing.render.pages import render_pages
    from briefing.reports.changes import PageChanges
    from briefing.views.base.context import open_context

    before, after = render_pages(open_context(old)), render_pages(open_context(new))
    in_both = after.keys() & before.keys()
    return PageChanges(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(path for path in in_both if after[path] != before[path])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )


CITATION_FORMATS = ("text", "markdown", "json", "bibtex", "ris", "csl")


def cite_slot(dataset: Dataset, name: str, form: str, site_url: str | None = None) -> str | None:
    """Return the citation of a fact in a format, or None where no page shows a fact of that name.

    Args:
        dataset: the linked data.
        name: the public key of a slot, or the id of a subject and the anchor of the fact on its page, `acme#status`.
        form: one of ``CITATION_FORMATS``.
        site_url: where the site lies, if not at the briefing's own address.
    """
    from briefing.render.references.facts import render_fact_citation
    from briefing.views.base.context import open_context
    from briefing.views.pages.fact_citations import cite_fact, find_entry

    if site_url:
        dataset = replace(dataset, briefing=replace(dataset.briefing, url=site_url))
    context = open_context(dataset)
    entry = find_entry(context, name)
    if entry is None:
        return None
    return render_fact_citation(cite_fact(context, entry), form)


def list_citable(dataset: Dataset) -> list[str]:
    """Return the names of all facts that pages show, as ``cite_slot`` takes them."""
    from briefing.views.base.context import open_context
    from briefing.views.pages.fact_citations import citable_entries

    return [name for name, _ in citable_entries(open_context(dataset))]


# ---- drafts


@dataclass(frozen=True, slots=True)
class Drafted:
    """An article file made from a text, by its path within the data folder, and what it was made of."""

    path: str
    content: bytes
    draft: "Draft"


def open_known_data(sources: Mapping[str, bytes]) -> "KnownData":
    """Return what the data hold, for drafting.

    Broken records are left out: `check` reports them.
    """
    from briefing.drafting.subjects.known_data import KnownData

    loaded = load_sources(sources)
    return KnownData(decode_data(loaded.raw, loaded.registry, None, loaded.findings))


def draft_article(
    known_data: "KnownData", sources: Mapping[str, bytes], request: "Request", text: str, captures: Mapping[str, str]
) -> Drafted:
    """Draft an article file that `check` finds no error in: a claim that would be one is left out.

    Args:
        known_data: what the data hold, as ``open_known_data`` returns it.
        sources: the data files, with which the draft is checked.
        request: the id and the circumstances of the article.
        text: the plain text of the article.
        captures: the texts of other articles, to find copies by.
    """
    from briefing.drafting.document.checked import broken_proposals
    from briefing.drafting.document.draft import draft_text, without
    from briefing.drafting.document.writing import write_draft

    draft = draft_text(known_data, text, request, captures)
    path = f"articles/{request.id}.yml"
    content, workspace = b"", Workspace()
    for _ in range(_DRAFT_TRIES):
        written, rows = write_draft(draft)
        content = lay_out({path: written.encode()})[path]
        prepared = prepare({**sources, path: content}, workspace=workspace)
        broken = broken_proposals(path, content, rows, prepared.findings)
        if not broken:
            break
        draft = without(draft, broken)
    return Drafted(path, content, draft)


_DRAFT_TRIES = 4
"""How often claims with errors are taken out; one round shows nearly all of them."""
