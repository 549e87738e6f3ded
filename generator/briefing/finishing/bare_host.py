"""What a site needs whose host reads neither ``_headers`` nor ``_redirects``: texts in, texts out.

Its pages say their policy themselves, and a page stands at each address that was given up. Of the rest, a header of
another name or a redirect of a file, such a host can be told nothing.
"""

import posixpath
import re
from collections.abc import Iterator
from html import escape

from briefing.finishing.headers import page_policy
from briefing.finishing.page import read_page

_CHARSET = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)
_STUB = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url={new}">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
</head>
<body>
<p>This page has moved: <a href="{new}">{canonical}</a></p>
</body>
</html>
"""


def add_policy(html: str) -> str:
    """Return a page with its policy, before anything that the policy is about; as it is, where no place is found."""
    charset = _CHARSET.search(html)
    if charset is None:
        return html
    # The parts of a page that only its address decides have no say in what scripts it has.
    policy = escape(page_policy(read_page("index.html", html)), quote=False)
    place = charset.end()
    return f'{html[:place]}<meta http-equiv="Content-Security-Policy" content="{policy}">{html[place:]}'


def make_stubs(rules: str, root: str) -> dict[str, bytes]:
    """Return the pages, by path, that send on whoever asks for an old address; ``root`` is the address of the site.

    ``rules`` is what ``_redirects`` says. What is gone has the page for what is missing, as everywhere.
    """
    stubs: dict[str, bytes] = {}
    for old, new in _moved_pages(rules):
        words = {"new": posixpath.relpath(new, old) + "/", "canonical": f"{root.rstrip('/')}{new}"}
        page = _STUB.format_map({name: escape(word) for name, word in words.items()})
        stubs[f"{old[1:]}/index.html"] = page.encode()
    return stubs


def _moved_pages(rules: str) -> Iterator[tuple[str, str]]:
    """Yield the old address of each page that has moved, without its last slash, and the new one, with it."""
    for line in rules.splitlines():
        old, new, status = [*line.split("#", 1)[0].split(), "", "", ""][:3]
        is_page = "." not in posixpath.basename(old.rstrip("/"))
        if (
            status.startswith("3")
            and is_page
            and not set("*:") & set(old)
            and new.startswith("/")
            and new.endswith("/")
        ):
            yield old.rstrip("/"), new
