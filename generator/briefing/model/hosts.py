"""Hosts that links may lead to: text in, the plain domain out; who reads and who writes addresses asks here."""

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
    return ascii_host if _DOMAIN.fullmatch(ascii_host) else None
