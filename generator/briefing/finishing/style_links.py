"""The addresses in style sheets: fonts and pictures that are missing, or that another host would be asked for."""

import re
from collections.abc import Iterable, Iterator

from briefing.finishing.addresses import Site, Target, Whither, describe_target
from briefing.finishing.problem import Problem

_URL = re.compile(r"""(?:url\(\s*|@import\s+)(?:"([^"]*)"|'([^']*)'|([^\s"');]+))""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_WITHIN = ("data:image/", "#")
"""Beginnings of addresses that ask for nothing: a picture written into the sheet, a part of a drawing."""


def find_style_problems(site: Site, path: str, style: str) -> Iterator[Problem]:
    """Yield what is wrong with the addresses in a style sheet; pictures written into it are fine."""
    for address in _addresses_in(style):
        if address.startswith(_WITHIN):
            continue
        target = site.resolve(path, address)
        if target.whither is not Whither.HERE:
            yield Problem(path, _code_of(target), describe_target("url()", address, target))


def _addresses_in(style: str) -> Iterable[str]:
    """Return the addresses that a style sheet asks for, each once; what stands in comments is asked for by nobody."""
    code = _COMMENT.sub("", style)
    # Of the three ways to quote an address one matches, and the groups of the others are empty.
    return dict.fromkeys(map("".join, _URL.findall(code)))


def _code_of(target: Target) -> str:
    """Return the code of an address that leads to no file of the site."""
    if target.whither is Whither.ELSEWHERE:
        return "other-host"
    return "asset-broken"
