"""The preview: one process that follows edits of data, pages and theme, and outlives whatever they break."""

import os
import threading
import traceback
from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TypeAlias

from briefing.diagnostics.diagnostic import Diagnostic, Severity
from briefing.diagnostics.export_unfit import ExportUnfit
from briefing.diagnostics.text_report import report_text
from briefing.edges.clock import Stopwatch
from briefing.edges.disk import DataFolderMissing, read_tree, relative_name
from briefing.edges.interrupts import signals_kept_for_this_thread
from briefing.edges.pages import Written, name_beside, project_of, read_written, say_left_out
from briefing.edges.past import Past, read_past
from briefing.edges.watch import Watcher, take_snapshot
from briefing.edges.web import open_server
from briefing.engine.content import generate_content
from briefing.engine.mkdocs_session import MkDocsSession, open_preview_session
from briefing.engine.settings import open_settings
from briefing.pipeline import Workspace, plan_files, prepare
from briefing.preview.overlay_report import overlay_report, trouble_report
from briefing.preview.request_handler import RequestHandler
from briefing.preview.state import GoodSite, PreviewState

Say: TypeAlias = Callable[[str], None]
USUAL_PORT = 8000
_TEXTS = (".md", ".html", ".jinja", ".yml")
"""Files whose every effect is in the HTML of a page; a page need not be told of others' changes to them."""


def serve_site(data_dir: Path, as_of: str | None, port: int | None, say: Say) -> None:
    """Serve the briefing until interrupted; raises OSError where ``port`` is taken.

    Without a port it is the usual one, or the first behind it that is free.
    """
    state = PreviewState()
    with open_server(port, USUAL_PORT, RequestHandler(state, say)) as server:
        say(f"Preview at {server.address} (Ctrl-C ends it)")
        if port is None and server.server_port != USUAL_PORT:
            say(f"Port {USUAL_PORT} is taken; `--port N` chooses another.")
        rebuilder = Rebuilder(data_dir, as_of, server.address, state, say)
        # Both die with the process: Ctrl-C waits for nobody.
        with signals_kept_for_this_thread():
            for work in (server.serve_forever, rebuilder.follow_changes):
                threading.Thread(target=work, daemon=True).start()
        threading.Event().wait()


class Rebuilder:
    """Turns every state of the files into what the preview shows; what cannot be shown leaves the last good pages."""

    def __init__(self, data_dir: Path, as_of: str | None, address: str, state: PreviewState, say: Say) -> None:
        self._data_dir = data_dir
        self._as_of = as_of
        self._address = address
        self._state = state
        self._say = say
        self._workspace = Workspace()
        self._session: MkDocsSession | None = None
        self._open_settings = ExitStack()
        self._linked: tuple[Path, ...] = ()
        self._left_out: tuple[str, ...] = ()
        self._past: Past | None = None
        root = project_of(data_dir)
        self._own_places = (data_dir.resolve(), root / "mkdocs.yml", root / "docs")

    def follow_changes(self) -> None:
        """Update for every change of the files, for as long as the process lives."""
        watcher = Watcher(self._places())
        changed: Collection[str] = ()
        while True:
            self.update(changed)
            watcher.watch(self._places())
            changed = watcher.next_change()

    def update(self, changed: Collection[str] = ()) -> None:
        """Show the files as they are now; never raises. ``changed`` are the paths that were not so before."""
        # Data alone leave the configuration and the theme as they were.
        if not all(Path(path).is_relative_to(self._own_places[0]) for path in changed):
            self._session = None
        watch = Stopwatch()
        try:
            with watch.time("in all"):
                outcome = self._update()
        except (Exception, SystemExit) as trouble:  # MkDocs leaves a broken configuration with the latter
            # What it remembered may be half of one state and half of another.
            self._workspace = Workspace()
            message = f"the site cannot be shown: {trouble}"
            if _is_bug(trouble):
                self._say(traceback.format_exc())
            else:
                self._say(message)
            self._state.show_findings((), trouble_report(message))
            return
        self._say(f"{_name_changes(changed)} {outcome} ({watch.seconds['in all']:.1f} s)".lstrip())

    def _update(self) -> str:
        """Read, check and show; return what to say of it."""
        try:
            sources, unread = read_tree(self._data_dir)
        except DataFolderMissing as missing:
            self._state.show_findings((), trouble_report(str(missing)))
            return str(missing)
        prepared = prepare(sources, self._as_of, workspace=self._workspace)
        findings = (*unread, *prepared.findings)
        prefix = f"{relative_name(self._data_dir)}/"
        if unread or prepared.dataset is None:
            self._state.show_findings(findings, overlay_report(findings, sources, prefix))
            return _report_broken(findings, sources, prefix)
        session = self._session or self._load_session()
        written = self._read_written(Path(session.config.docs_dir))
        findings = (*findings, *written.findings)
        report = overlay_report(findings, sources, prefix)
        if written.findings:
            self._state.show_findings(findings, report)
            return _report_broken(findings, sources, prefix)
        history = self._read_past().history
        content = generate_content(
            prepared.dataset, sources, generate=plan_files, written=written.files, history=history
        )
        site = session.open_site(content)
        if session is not self._session:
            site.page_html("")  # a theme that cannot be rendered must not take the place of one that can
        self._session = session
        self._state.show_good(GoodSite(site, content, self._look()), findings, report)
        return f"{len(content.pages)} pages"

    def _read_written(self, docs_dir: Path) -> Written:
        """Return the hand-written pages; what is left out of them is said once."""
        written = read_written(docs_dir, name_beside(docs_dir, self._data_dir))
        self._linked = tuple(Path(folder) for folder in written.linked)
        sentence = say_left_out(written)
        if sentence and written.left_out != self._left_out:
            self._say(sentence)
        self._left_out = written.left_out
        return written

    def _read_past(self) -> Past:
        """Return what has become of the data, looked up once: edits that nobody has committed are no history."""
        if self._past is None:
            self._past = read_past(self._data_dir)
            if self._past.notice:
                self._say(self._past.notice)
        return self._past

    def _load_session(self) -> MkDocsSession:
        with ExitStack() as opened:
            settings = opened.enter_context(open_settings(self._data_dir, self._as_of))
            session = open_preview_session(settings, self._address)
            # Only now: where the new settings cannot be loaded, the old ones are still in use.
            self._open_settings.close()
            self._open_settings = opened.pop_all()
        return session

    def _places(self) -> tuple[Path, ...]:
        """Return what to watch: also where the configuration says that pages and theme lie."""
        places = self._session.places if self._session else ()
        return tuple(dict.fromkeys((*self._own_places, *places, *self._linked)))

    def _look(self) -> str:
        """Return a text that changes with the files that pages load: styles, scripts, pictures."""
        stamps = take_snapshot(self._places()[1:])
        loaded = [(path, stamp) for path, stamp in stamps.items() if not path.endswith(_TEXTS)]
        return str(sorted(loaded))


def _report_broken(findings: tuple[Diagnostic, ...], sources: Mapping[str, bytes], prefix: str) -> str:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    return f"the last good pages stay up\n{report_text(errors, sources, prefix)}".rstrip("\n")


def _is_bug(trouble: BaseException) -> bool:
    return not isinstance(trouble, ExportUnfit | OSError | SystemExit)


def _name_changes(changed: Collection[str]) -> str:
    """Return the one file that changed, or how many did."""
    match list(changed):
        case []:
            return ""
        case [path]:
            return f"{os.path.relpath(path)}:"
        case paths:
            return f"{len(paths)} files:"
