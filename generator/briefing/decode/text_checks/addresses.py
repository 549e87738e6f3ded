"""Checks of web addresses: those of sources, and that of the site itself."""

import re
from urllib.parse import SplitResult, urlsplit

from briefing.decode.text_checks.text_problem import TextProblem
from briefing.model.hosts import MAX_ADDRESS, linkable_domain
from briefing.model.sites import site_problem

_HOST = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\Z")
# Blanks, controls, quotes and brackets end an address in HTML or Markdown; the rest are marks that nobody sees, among
# them those that turn the direction of writing and so make one address look like another.
_FORBIDDEN = re.compile(r"[\s\x00-\x20\x7f-\x9f<>\"'`{}|\\^\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SCHEMES = ("http", "https")


def check_address(text: str) -> TextProblem | None:
    """Check that an address is http or https, has a host, and carries no credentials or control characters."""
    if _FORBIDDEN.search(text):
        message = "the address holds a character that no address may hold"
        return _malformed(message, "percent-encode it")
    try:
        parts = urlsplit(text)
        # The port is parsed only when it is asked for.
        port = parts.port
    except ValueError:
        message = f'"{text}" is no address'
        return _malformed(message, "check the host and the port")
    problem = _check_parts(parts, port)
    if problem:
        return problem
    if len(text) > MAX_ADDRESS:
        message = f"the address has more than {MAX_ADDRESS} characters"
        return _malformed(message, "name a shorter one")
    return None


def _check_parts(parts: SplitResult, port: int | None) -> TextProblem | None:
    """Check the scheme and the host of an address."""
    if parts.scheme.lower() not in _SCHEMES:
        return _wrong_scheme(parts.scheme)
    # What stands before the @ is a name or a password, or a host that only looks like the one meant.
    if "@" in parts.netloc:
        message = "the address carries a user name"
        return _malformed(message, "take out everything up to the @")
    if port == 0 or not _has_linkable_host(parts):
        return _malformed(_describe_host(parts.hostname), "write it like https://example.org/page")
    return None


def check_site_address(text: str) -> TextProblem | None:
    """Check that the address of a site is one of a folder: pages lie below it, so no query and no fragment."""
    problem = check_address(text)
    if problem:
        return problem
    message_and_hint = site_problem(text)
    if message_and_hint:
        return TextProblem("address-site", *message_and_hint)
    return None


def _malformed(message: str, hint: str) -> TextProblem:
    return TextProblem("address-malformed", message, hint)


def _wrong_scheme(scheme: str) -> TextProblem:
    message = "the address has no scheme"
    if scheme:
        message = f'the address begins with "{scheme}:"'
    return TextProblem("address-scheme", message, "write http:// or https:// and the host")


def _has_linkable_host(parts: SplitResult) -> bool:
    """Return whether the host is the name of a domain."""
    # Square brackets stand around an IPv6 address, whose host alone would look like a name.
    if "[" in parts.netloc:
        return False
    host = parts.hostname or ""
    return _HOST.match(host) is not None and linkable_domain(host) is not None


def _describe_host(host: str | None) -> str:
    if host:
        return f'"{host}" is no host that can be linked'
    return "the address has no host"
