"""The state of web addresses, asked politely and remembered; never part of a build.

One request a host at a time with a pause between two, a short time limit, and answers kept in a cache file.
A server that refuses robots, or does not answer in time, is not called dead.
"""

import json
import socket
import ssl
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from briefing.edges.disk import write_whole

AGENT = "briefing-link-check (asks each address once a week at most)"
SECONDS, PAUSE, WORKERS = 15.0, 1.0, 8
_GONE = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class LinkState:
    """What an address answered: ``state`` is ok, moved, gone, refused, failing or silent; ``detail`` says how.

    ``moved`` names where a lasting redirect leads; ``checked`` is the day it was asked, as YYYY-MM-DD.
    """

    state: str
    detail: str
    checked: str
    moved: str | None = None


def check_links(
    addresses: Iterable[str], cache: Mapping[str, LinkState], clock_date: date, max_age_days: int, pause: float = PAUSE
) -> dict[str, LinkState]:
    """Return the state of every address, sorted; answers in ``cache`` that are young enough are taken over."""
    states: dict[str, LinkState] = {}
    groups: dict[str, list[str]] = defaultdict(list)
    for address in sorted(set(addresses)):
        if address in cache and _is_fresh(cache[address], clock_date, max_age_days):
            states[address] = cache[address]
        else:
            groups[urlsplit(address).netloc].append(address)
    ask = _asker(clock_date)
    # Hosts at once, the addresses of each one after another.
    with ThreadPoolExecutor(WORKERS) as pool:
        for answers in pool.map(lambda group: dict(_ask_host(group, ask, pause)), groups.values()):
            states.update(answers)
    return dict(sorted(states.items()))


def _is_fresh(state: LinkState, clock_date: date, days: int) -> bool:
    # Trouble may have passed: only good answers are remembered.
    if state.state not in ("ok", "moved"):
        return False
    try:
        age = (clock_date - date.fromisoformat(state.checked)).days
    except ValueError:
        return False
    return 0 <= age < days


def _ask_host(addresses: list[str], ask: Callable[[str], LinkState], pause: float) -> Iterator[tuple[str, LinkState]]:
    for number, address in enumerate(addresses):
        if number > 0:
            time.sleep(pause)
        yield address, ask(address)


class _Redirects(HTTPRedirectHandler):
    """Follows redirects to the web alone, and remembers the last lasting one."""

    def __init__(self) -> None:
        self.lasting: str | None = None

    def redirect_request(
        self, req: Request, fp: object, code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        if urlsplit(newurl).scheme not in ("http", "https"):
            return None
        if code in (301, 308):
            self.lasting = newurl
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _asker(clock_date: date) -> Callable[[str], LinkState]:
    def ask(address: str) -> LinkState:
        redirects = _Redirects()
        opener = build_opener(ProxyHandler(), redirects)
        state, detail = _request(opener, address, "HEAD")
        # Many servers refuse to be asked for the head alone, or answer something else.
        if state not in ("ok", "silent"):
            state, detail = _request(opener, address, "GET")
        if state == "ok" and redirects.lasting:
            return LinkState("moved", detail, clock_date.isoformat(), redirects.lasting)
        return LinkState(state, detail, clock_date.isoformat())

    return ask


def _request(opener: OpenerDirector, address: str, method: str) -> tuple[str, str]:
    request = Request(address, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
    try:
        with opener.open(request, timeout=SECONDS) as response:
            return "ok", str(response.status)
    except HTTPError as refused:
        refused.close()
        return _state_of(refused.code), str(refused.code)
    except ssl.SSLError as trouble:
        return "failing", f"TLS: {trouble.reason or trouble}"
    except URLError as trouble:
        if isinstance(trouble.reason, socket.gaierror):
            return "silent", "no such host"
        return "silent", str(trouble.reason)
    except TimeoutError:
        return "silent", f"no answer within {SECONDS:g} s"
    except (OSError, HTTPException, ValueError) as trouble:
        return "failing", f"{type(trouble).__name__}: {trouble}"


def _state_of(status: int) -> str:
    if status in _GONE:
        return "gone"
    if status >= 500:
        return "failing"
    return "refused"


def read_link_cache(path: Path) -> dict[str, LinkState]:
    """Return the answers of earlier runs; nothing where there are none that can be read."""
    try:
        content = json.loads(path.read_text("utf-8"))
        return {address: LinkState(**fields) for address, fields in content["links"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def write_link_cache(path: Path, states: Mapping[str, LinkState]) -> None:
    """Keep the answers for the next run, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    links = {address: asdict(state) for address, state in states.items()}
    write_whole(path, json.dumps({"version": 1, "links": links}, indent=1).encode())
