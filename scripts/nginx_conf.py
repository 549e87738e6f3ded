"""Prints an nginx server for a built site, made of the site's own `_headers` and `_redirects`.

`python scripts/nginx_conf.py SITE [--under /news/] [--root FOLDER] [--listen 80] [--name HOST]` reads the site in SITE,
which the server will find in FOLDER. What it prints belongs into nginx's `http` block, such as a file in
`/etc/nginx/conf.d/`. A rule that nginx cannot be told is named on standard error, and ends the script with 1.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "xml": "application/xml",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "ics": "text/calendar",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "webmanifest": "application/manifest+json",
    "pdf": "application/pdf",
    "gz": "application/gzip",
    "zip": "application/zip",
    "sqlite": "application/vnd.sqlite3",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""By suffix. What is none of these is sent as a file to save."""

TYPES_BY_PATH = (
    (r".*\.csl\.json", "application/vnd.citationstyles.csl+json"),
    (r"feeds/.*\.xml", "application/atom+xml"),
    (r"feeds/.*\.json", "application/feed+json"),
)
"""Of files whose last suffix says too little."""

PACKED = ("css", "js", "json", "xml", "txt", "md", "csv", "ics", "bib", "ris", "svg")
"""Suffixes of texts. Those of pages are not listed: nginx warns of what it takes for granted."""

_SENT = re.compile(r"30[12378]")
_REVALIDATE = "public, max-age=0, must-revalidate"
_SPLAT = re.compile(r"\*|:([a-z]\w*)")


class Untold(Exception):
    """A rule that nginx cannot be told."""


@dataclass(frozen=True)
class Header:
    """A header for the addresses that fit ``pattern``."""

    pattern: str
    name: str
    value: str


def read_headers(text: str) -> Iterator[Header]:
    """Yield the rules of `_headers`."""
    pattern = ""
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            pattern = line.strip()
            continue
        name, _, value = line.strip().partition(":")
        yield Header(pattern, name, value.strip())


def read_redirects(text: str) -> Iterator[list[str]]:
    """Yield the words of each rule of `_redirects`."""
    for line in text.splitlines():
        words = line.split("#", 1)[0].split()
        if words:
            yield words


def quote(text: str) -> str:
    """Return a text as one word of nginx, in which nothing is a variable."""
    if "$" in text or "\n" in text:
        raise Untold(f"{text} (nginx takes $ for the beginning of a variable)")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def expression(under: str, pattern: str) -> str:
    """Return the regular expression of the addresses that fit the pattern of a rule; named parts are captured."""
    text = unquote(pattern.removeprefix("/"))
    end = 0
    parts = [re.escape(under)]
    for sign in _SPLAT.finditer(text):
        parts.append(re.escape(text[end : sign.start()]))
        parts.append(f"(?<{sign[1]}>[^/]+)" if sign[1] else "(?<splat>.*)")
        end = sign.end()
    parts.append(re.escape(text[end:]))
    # nginx knows the page of a folder by its file.
    index = "(?:index\\.html)?" if pattern.endswith("/") else ""
    return f"^{''.join(parts)}{index}$"


def render_header_lines(under: str, headers: Iterable[Header]) -> tuple[list[str], list[str]]:
    """Return maps, which tell where a header holds, and the lines of a server that send them."""
    maps: list[str] = []
    lines: list[str] = []
    kept: list[str] = []
    for number, header in enumerate(headers):
        value = quote(header.value)
        is_kept = header.name.lower() == "cache-control"
        if header.pattern == "/*" and not is_kept:
            lines.append(f"add_header {header.name} {value} always;")
            continue
        place = quote_expression(expression(under, header.pattern))
        # Nobody is to keep an answer that something is missing.
        always = "" if is_kept else " always"
        if is_kept:
            kept.append(place)
        maps.append(f'map $uri $briefing_{number} {{ default ""; {place} {value}; }}')
        # Nothing is sent where the value is empty. Where two rules fit, both are sent, as hosts do.
        lines.append(f"add_header {header.name} $briefing_{number}{always};")
    others = "".join(f' {place} "";' for place in kept)
    maps.append(f'map $uri $briefing_revalidated {{ default "{_REVALIDATE}";{others} }}')
    lines.append("add_header Cache-Control $briefing_revalidated;")
    return maps, lines


def quote_expression(pattern: str) -> str:
    """Return a regular expression as the word of a map or a location: its $ at the end is no variable."""
    return '"~' + pattern.replace('"', '\\"') + '"'


def render_redirect(under: str, root: str, words: list[str]) -> str:
    """Return the location of a rule of `_redirects`."""
    if len(words) not in (2, 3) or not words[0].startswith("/"):
        raise Untold(" ".join(words))
    old, new, written = [*words, "301"][:3]
    status = written.removesuffix("!")
    if status in ("404", "410"):
        answer = f"return {status};"
    elif _SENT.fullmatch(status):
        answer = f"return {status} {render_target(under, new)};"
    else:
        raise Untold(" ".join(words))
    if not _SPLAT.search(old):
        return f"location = {quote(under + unquote(old[1:]))} {{ {answer} }}"
    place = quote_expression(expression(under, old)).replace('"~', '~ "', 1)
    if written.endswith("!"):
        return f"location {place} {{ {answer} }}"
    # Else files of the site come before a rule for many addresses.
    file = f'"{root}/$briefing_file"'
    return f"location {place} {{ alias {file}; index index.html; if (!-e {file}) {{ {answer} }} }}"


def render_target(under: str, address: str) -> str:
    """Return where a redirect leads, its named parts as variables."""
    whole = under + address[1:] if address.startswith("/") else address
    parts = re.split(r"(?<=/):([a-z]\w*)", whole)
    words = [f"${{{part}}}" if at % 2 else quote(part)[1:-1] for at, part in enumerate(parts)]
    return f'"{"".join(words)}"'


def render_types(under: str, root: str, files: Iterable[str]) -> list[str]:
    """Return the types of the site's files, by suffix, and the locations of those that go by more than that."""
    names = sorted(files)
    suffixes = sorted({name.rpartition(".")[2] for name in names} & TYPES.keys())
    lines = ["types {", *(f"    {TYPES[suffix]} {suffix};" for suffix in suffixes), "}"]
    lines.append("default_type application/octet-stream;")
    texts = [TYPES[suffix] for suffix in PACKED if suffix in suffixes and suffix != "json"]
    listed = " ".join(dict.fromkeys([*texts, "application/json", *(kind for _, kind in TYPES_BY_PATH)]))
    lines += ["charset utf-8;", f"charset_types {listed};", "gzip on;", "gzip_vary on;", f"gzip_types {listed};"]
    for path, kind in TYPES_BY_PATH:
        if any(re.fullmatch(path, name) for name in names):
            place = f'"^{re.escape(under)}{path}$"'
            lines.append(f'location ~ {place} {{ alias "{root}/$briefing_file"; types {{ }} default_type {kind}; }}')
    return lines


def render_server(files: dict[str, str], under: str, root: str, listen: str, name: str) -> tuple[str, list[str]]:
    """Return the configuration, and the rules that nginx cannot be told.

    ``files`` are the paths of the site's files, and of `_headers` and `_redirects` what they say.
    """
    headers = list(read_headers(files.get("_headers", "")))
    untold = [f"{header.name}: {header.value}" for header in headers if "$" in header.value]
    maps, lines = render_header_lines(under, [header for header in headers if "$" not in header.value])
    # Of two rules for one address hosts take the first.
    locations: dict[str, str] = {}
    for words in read_redirects(files.get("_redirects", "")):
        try:
            locations.setdefault(words[0], render_redirect(under, root, words))
        except Untold as rule:
            untold.append(str(rule))
    maps.insert(0, f'map $uri $briefing_file {{ default ""; "~^{re.escape(under)}(?<file>.*)$" $file; }}')
    page = quote(f"{under}404.html")
    hidden = f'location ~ "^{re.escape(under)}(?:_headers$|_redirects$|(?:.*/)?\\.(?!well-known/))" {{ return 404; }}'
    server = [
        f"listen {listen};",
        f"server_name {name};",
        "absolute_redirect off;",
        f"error_page 404 {page};",
        f"error_page 410 {page};",
        *lines,
        hidden,
        *render_types(under, root, files),
        f'location {quote(under)} {{ alias "{root}/"; index index.html; }}',
        *([f"location = {quote(under[:-1])} {{ return 301 {quote(under)}; }}"] if under != "/" else []),
        *locations.values(),
    ]
    return "\n".join([*maps, "server {", *(f"    {line}" for line in server), "}", ""]), untold


def read_site(folder: Path) -> dict[str, str]:
    """Return the paths of a site's files, with what its two files of rules say."""
    files = {file.relative_to(folder).as_posix(): "" for file in folder.rglob("*") if file.is_file()}
    return files | {name: (folder / name).read_text("utf-8") for name in ("_headers", "_redirects") if name in files}


def main() -> int:
    """Print the server; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--under", default="/", help="the path that the site is published under")
    parser.add_argument("--root", help="where the server finds the site; SITE by default")
    parser.add_argument("--listen", default="80")
    parser.add_argument("--name", default="_", help="the name of the host")
    asked = parser.parse_args()
    if not (asked.site / "index.html").is_file():
        parser.error(f"{asked.site} is no built site")
    under = f"/{asked.under.strip('/')}/".replace("//", "/")
    root = (asked.root or str(asked.site.resolve())).rstrip("/")
    text, untold = render_server(read_site(asked.site), under, root, asked.listen, asked.name)
    sys.stdout.write(text)
    for rule in untold:
        print(f"nginx cannot be told: {rule}", file=sys.stderr)
    return 1 if untold else 0


if __name__ == "__main__":
    sys.exit(main())
