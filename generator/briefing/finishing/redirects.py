"""The rules of ``_redirects``, held against the files of the site that they lead from and to."""

from collections.abc import Iterator

from briefing.finishing.addresses import Site
from briefing.finishing.problem import Problem

REDIRECTS = "_redirects"
_PATTERN = frozenset("*:?")
"""Signs of rules for many addresses, and of conditions, which hosts alone can answer."""


def find_redirect_problems(site: Site, text: str) -> Iterator[Problem]:
    """Yield the rules that are none, that lead to no file of the site, or whose own address is a file of it."""
    for number, line in enumerate(text.splitlines(), 1):
        rule = line.split("#", 1)[0].split()
        if not rule:
            continue
        reason = _reason_against(site, rule)
        if reason:
            yield Problem(REDIRECTS, "redirect-broken", f"line {number}: {reason}")


def _reason_against(site: Site, rule: list[str]) -> str:
    if len(rule) < 2 or not rule[0].startswith("/"):
        return f'"{" ".join(rule)}" is no rule: from, to and status'
    old, new = rule[:2]
    if _PATTERN.isdisjoint(old) and _is_there(site, old):
        return f"{old} is a file of the site, so that nobody is sent on"
    if new.startswith("/") and _PATTERN.isdisjoint(new) and not _is_there(site, new):
        return f"{new} is no file of the site"
    return ""


def _is_there(site: Site, address: str) -> bool:
    # Rules count from where the site begins, whatever folder of a host that is.
    return not site.resolve("index.html", f".{address}").is_broken
