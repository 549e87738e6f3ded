"""Which hosts links may lead to: whoever reads or writes an address asks here, so that all say the same."""

import re

MAX_ADDRESS = 2000
"""Longer addresses are refused by servers and browsers."""

_DOMAIN = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.?")


def linkable_domain(host: str) -> str | None:
    """Return a host in ASCII letters; None for what no domain may be, IPv6 and underscores included."""
    try:
        ascii_host = host.encode("idna").decode("ascii")
    except ValueError:
        return None
    if not _DOMAIN.fullmatch(ascii_host):
        return None
    return ascii_host
