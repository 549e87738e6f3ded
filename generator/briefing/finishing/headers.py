"""The pages of a built site in, its ``_headers`` file out: what browsers are told to allow and for how long to keep.

Nothing may run but our own files and the few inline scripts of the theme, each by its digest. An inline script that
is not pinned here stops the build: it came with a new version of the theme, or from somebody else.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

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

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_RUN = frozenset({"", "module", "text/javascript", "application/javascript"})
_DEPTH = re.compile(r'(new URL\(")[^"\\]*(",location\))')

_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "/*",
        (
            "Content-Security-Policy: {policy}",
            "Referrer-Policy: strict-origin-when-cross-origin",
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
            "Cross-Origin-Opener-Policy: same-origin",
            "Permissions-Policy: accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), "
            "microphone=(), payment=(), usb=()",
        ),
    ),
    # The theme names its scripts by their digests. Its style sheets keep their names, but not what a site leaves out.
    ("/assets/javascripts/*", ("Cache-Control: public, max-age=31536000, immutable",)),
    ("/api/*", ("Access-Control-Allow-Origin: *",)),
)


def render_headers(pages: Mapping[str, str]) -> str:
    """Return the headers of a site as Netlify and others read them; ``pages`` are HTML by path."""
    scripts = sorted({digest(script) for html in pages.values() for script in inline_scripts(html)})
    policy = _POLICY.format(scripts=" ".join(["'self'", *(f"'sha256-{one}'" for one in scripts)]))
    blocks = (f"{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in _RULES)
    return "\n".join(blocks).replace("{policy}", policy)


def find_unexpected_scripts(pages: Mapping[str, str], pinned: Iterable[str] = PINNED) -> Iterator[Problem]:
    """Yield the inline scripts that nobody has looked at, with the digest to pin each by."""
    known = frozenset(pinned)
    for path, html in pages.items():
        for script in inline_scripts(html):
            name = digest(_DEPTH.sub(r"\1\2", script))
            if name not in known:
                yield Problem(path, "script-unexpected", f"an inline script that is not pinned ({name}): {script[:60]}")


def inline_scripts(html: str) -> Iterator[str]:
    """Yield the scripts that stand in a page and would run there."""
    for attributes, script in _SCRIPT.findall(html):
        kind = _TYPE.search(attributes)
        if not _SOURCE.search(attributes) and (kind[1].lower() if kind else "") in _RUN:
            yield script


def digest(script: str) -> str:
    """Return the digest that a policy names a script by."""
    return b64encode(sha256(script.encode()).digest()).decode()
