"""A preview that outlives broken data: the last good pages stay, and every page shows what is wrong."""

import html
import traceback
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from briefing.engine.content import Content

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

_NOTICE = """
<style>
#briefing-findings {{ position: fixed; inset: auto 0 0 0; z-index: 99; max-height: 55vh; overflow: auto;
  padding: 12px 20px; background: #1d1d24; color: #f4f4f6; border-top: 4px solid #e4572e; font-size: 14px }}
#briefing-findings h2 {{ font-size: 16px; margin: 0 0 8px }}
#briefing-findings pre {{ margin: 0; white-space: pre-wrap; font: 13px/1.5 monospace }}
</style>
<div id="briefing-findings" role="alert">
<h2>This cannot be published yet; the pages are those of the last good state</h2>
<pre>{report}</pre>
</div>
"""
_WAITING = """---
title: Waiting for data
---

# Waiting for data

The pages appear here as soon as the data has no errors.
"""


class Preview:
    """The state of one running preview: the last good content, and what is wrong now."""

    def __init__(self) -> None:
        self.report = ""
        self._good = Content(name="Preview", pages={"index.md": _WAITING})

    def last_good(self, content: Content) -> Content:
        """Return ``content``, or the last good one where its data has errors."""
        self._report(content.report)
        if not content.report:
            self._good = content
        return self._good

    def attach(self, server: "LiveReloadServer", read: Callable[[], Content], build: Callable[[], None]) -> None:
        """Let ``server`` rebuild only from good data, and show what is wrong on every page."""
        server.builder = lambda: self._rebuild(read, build)
        server.set_app(self.show_findings(server.serve_request))

    def _rebuild(self, read: Callable[[], Content], build: Callable[[], None]) -> None:
        """Never raise: the server would keep all requests waiting for a build that works."""
        try:
            content = read()
            if content.report:
                self._report(content.report)
                return
            build()
        except (Exception, SystemExit) as trouble:
            traceback.print_exc()
            self.report = f"the site cannot be built: {trouble}"

    def _report(self, report: str) -> None:
        if report and report != self.report:
            print(report, end="", flush=True)
        self.report = report

    def show_findings(self, app: App) -> App:
        """Return ``app`` with the findings added to every page it answers with."""

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            response: list[Any] = []
            # The server answers when a running build is done: what is wrong is known only then.
            body = app(environ, lambda *arguments: response.extend(arguments))
            status, headers = response[0], dict(response[1])
            if self.report and headers.get("Content-Type") == "text/html":
                body = [with_findings(b"".join(body), self.report)]
                headers["Content-Length"] = str(len(body[0]))
            start_response(status, list(headers.items()))
            return body

        return answer


def with_findings(page: bytes, report: str) -> bytes:
    """Return a page of HTML with the report, escaped, before the end of its body."""
    notice = _NOTICE.format(report=html.escape(report)).encode()
    body, end, rest = page.rpartition(b"</body>")
    if not end:
        return page + notice
    return body + notice + end + rest
