"""What the engine shows of a data folder: its findings, or its pages where it has no errors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.dataset.linked.records import Dataset
from briefing.dataset.operations import History
from briefing.diagnostics.diagnostic import Severity
from briefing.diagnostics.text_report import report_text
from briefing.edges.disk import DataFolderMissing, read_tree, relative_name
from briefing.edges.pages import Written, name_beside, read_written
from briefing.edges.past import Past, read_past
from briefing.pipeline import Generated, Planned, generate_files, prepare
from briefing.routes import list_page
from briefing.views.base.features import has_japanese_names
from briefing.views.parts.feed_names import ALL, name_feeds


@dataclass(frozen=True, slots=True)
class Content:
    """Pages (Markdown by page path) and static files (bytes by path) of one state of the data.

    Where the data has errors, ``report`` lists them as text and the rest is empty. ``hubs`` are the pages of the
    kinds; ``data_files`` maps a page to the data file that is edited to change it; ``day`` is today; ``images`` are
    what others show for shared pages, by path; ``japanese`` tells that names are searched in that language, too.
    ``sources`` is what pages that are rendered on demand are made from, by path. ``feeds`` names the feed of what a
    page is about, by the address of the page; without any the site has no feeds at all.
    """

    report: str = ""
    name: str = ""
    description: str | None = None
    url: str | None = None
    day: str | None = None
    pages: Mapping[str, str] = field(default_factory=dict)
    static: Mapping[str, bytes] = field(default_factory=dict)
    hubs: tuple[str, ...] = ()
    data_files: Mapping[str, str] = field(default_factory=dict)
    images: Mapping[str, bytes] = field(default_factory=dict)
    japanese: bool = False
    sources: Mapping[str, str] = field(default_factory=dict)
    feeds: Mapping[str, str] = field(default_factory=dict)

    def feeds_at(self, url: str) -> tuple[str, ...]:
        """Return the names of the feeds for readers of the page at ``url``, its own first."""
        if not self.feeds:
            return ()
        own = self.feeds.get(url)
        return (own, ALL) if own else (ALL,)

    def share_image(self, url: str) -> str | None:
        """Return the path of the image that others show for the page at ``url``: its own, else that of the home."""
        own = f"{url}share.png".removeprefix("./")
        for path in (own, "share.png"):
            if path in self.images:
                return path
        return None

    def source(self, path: str) -> str:
        """Return what the page at ``path`` and its twin are made from: as long as it is the same, they are."""
        if path in self.sources:
            return self.sources[path]
        return f"{self.pages[path]}\0{self.static.get(path, b'')!r}"

    def shown_around(self, url: str) -> tuple[str | None, ...]:
        """Return what the frame of the page at ``url`` is told beside the page's text and the settings of the site."""
        return (self.day, self.share_image(url), str(self.japanese), *self.feeds_at(url))


class ContentReader:
    """Reads a data folder, and a docs folder for search, again only where their bytes have changed."""

    def __init__(
        self,
        data_dir: Path,
        as_of: str | None = None,
        site_url: str | None = None,
        *,
        publishing: bool = True,
        docs_dir: Path | None = None,
    ) -> None:
        self._data_dir = data_dir
        self._as_of = as_of
        self._site_url = site_url
        self._publishing = publishing
        self._docs_dir = docs_dir
        self._past: Past | None = None
        self._sources: dict[str, bytes] | None = None
        self._written = Written()
        self._content = Content()

    def read(self) -> Content:
        """Return what the folder says now; a missing folder counts as one with errors."""
        try:
            sources, unread = read_tree(self._data_dir)
        except DataFolderMissing as missing:
            return Content(f"{missing}\n")
        written = self._read_written()
        if sources == self._sources and written == self._written and not unread:
            return self._content
        self._written = written
        # What could not be read may be readable the next time, with all other bytes the same.
        self._sources = None if unread else sources
        prepared = prepare(sources, self._as_of, publishing=self._publishing)
        findings = (*unread, *prepared.findings, *written.findings)
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        if errors or prepared.dataset is None:
            self._content = Content(report_text(errors, sources, f"{relative_name(self._data_dir)}/"))
        else:
            self._content = generate_content(
                prepared.dataset, sources, self._site_url, written=written.files, history=self.past.history
            )
        return self._content

    @property
    def past(self) -> Past:
        """What has become of the data, looked up once: edits that nobody has committed are no history."""
        if self._past is None:
            self._past = read_past(self._data_dir)
        return self._past

    def _read_written(self) -> Written:
        if self._docs_dir is None:
            return Written()
        return read_written(self._docs_dir, name_beside(self._docs_dir, self._data_dir))


def generate_content(
    dataset: Dataset,
    sources: Mapping[str, bytes],
    site_url: str | None = None,
    generate: Callable[[Dataset, Mapping[str, bytes], History | None], Generated] = generate_files,
    written: Mapping[str, bytes] | None = None,
    history: History | None = None,
) -> Content:
    """Return all that is shown of data without errors, for the site at ``site_url`` if it is not the usual one.

    ``generate`` renders everything at once, or leaves each file until it is asked for; ``written`` are the files of
    the docs folder by path, so that search finds the pages among them; ``history`` is what has become of the data.
    """
    if site_url:
        dataset = replace(dataset, briefing=replace(dataset.briefing, url=site_url))
    briefing = dataset.briefing
    generated = generate(dataset, written or {}, history)
    # The page of a subject lies in the folder that its data file has the name of.
    data_files = {page: f"{page.removesuffix('/index.md')}.yml" for page in generated.pages}
    return Content(
        name=briefing.name.en,
        description=briefing.description,
        url=briefing.url,
        day=briefing.today.isoformat(),
        pages=generated.pages,
        static=generated.static,
        hubs=tuple(list_page(kind.folder) for kind in dataset.registry.kinds.values()),
        data_files={page: path for page, path in data_files.items() if path in sources},
        japanese=has_japanese_names(dataset),
        feeds=name_feeds(dataset),
        sources=generated.sources if isinstance(generated, Planned) else {},
    )
