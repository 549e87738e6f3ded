"""The ``_headers`` file of a built site: what browsers are told to allow, and for how long to keep what they have.

Nothing may run but our own files and the few inline scripts of the theme, each by its digest. An inline script that
is not pinned here stops the build: it came with a new version of the theme, or from somebody else.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from briefing.finishing.frames import DENIED, denied_addresses
from briefing.finishing.page import Page
from briefing.finishing.problem import Problem

PINNED = frozenset(
    {
        # base: where the site begins and where choices are kept; only the depth of the page differs
        "UvYgSvIlH3H6fHH/SIVa6aYuDQQVJJ41r4waZb+nK1o=",
        # palette: the chosen colours, before the first paint
        "Zy6aifUTpbyArrTzGcKVyrsEjp3xwCXZ8FwBeeAgjf8=",
        # content: a tab named in the address
        "/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=",
    }
)
"""Digests of the inline scripts, without a page's depth: the last is Material's, the others stand in for its own."""

_DEPTH = re.compile(r'(new URL\(")[^"\\]*(",location\))')

_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
_RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "/*",
        (
            "Content-Security-Policy: {policy}",
            "Referrer-Policy: strict-origin-when-cross-origin",
            "X-Content-Type-Options: nosniff",
            "Cross-Origin-Opener-Policy: same-origin",
            "Permissions-Policy: accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), "
            "microphone=(), payment=(), usb=()",
            # Data lie beside every page: twins, pictures as tables, citations. What anybody may read, scripts of
            # other sites may, too; nobody is known here by a cookie.
            "Access-Control-Allow-Origin: *",
        ),
    ),
    # The theme names its scripts by their digests. Its style sheets keep their names, but not what a site leaves out.
    ("/assets/javascripts/*", ("Cache-Control: public, max-age=31536000, immutable",)),
)


def render_headers(pages: Iterable[Page], paths: Iterable[str] = ()) -> str:
    """Return the headers of a site as Netlify and others read them.

    ``paths`` are those of all its files: only where cards are among them may other sites frame something.
    """
    policy = _POLICY.format(scripts=" ".join(_script_sources(pages)))
    rules = {path: list(lines) for path, lines in _RULES}
    for path in denied_addresses(paths):
        rules.setdefault(path, []).append(DENIED)
    blocks = [f"{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in rules.items()]
    return "\n".join(blocks).replace("{policy}", policy)


def page_policy(page: Page) -> str:
    """Return the policy of one page as the page itself may state it: who may frame it, a header alone can say."""
    return _POLICY.format(scripts=" ".join(_script_sources([page])))


def _script_sources(pages: Iterable[Page]) -> list[str]:
    """Return what scripts may come from: files of the site, and the inline scripts of its pages."""
    digests: set[str] = set()
    for page in pages:
        digests.update(map(digest, page.inline_scripts))
    return ["'self'", *(f"'sha256-{name}'" for name in sorted(digests))]


def find_unexpected_scripts(pages: Iterable[Page], pinned: Iterable[str] = PINNED) -> Iterator[Problem]:
    """Yield the inline scripts that nobody has looked at, with the digest to pin each by."""
    expected = frozenset(pinned)
    for path, script in _list_inline_scripts(pages):
        name = digest(_without_depth(script))
        if name not in expected:
            message = f"an inline script that is not pinned ({name}): {script[:60]}"
            yield Problem(path, "script-unexpected", message)


def _list_inline_scripts(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """Yield the inline scripts of all pages, each with the path of its page."""
    for page in pages:
        for script in page.inline_scripts:
            yield page.path, script


def _without_depth(script: str) -> str:
    """Return a script without the way from its page to the root, by which alone those of two pages may differ."""
    return _DEPTH.sub(r"\1\2", script)


def digest(script: str) -> str:
    """Return the digest that a policy names a script by."""
    return b64encode(sha256(script.encode()).digest()).decode()
