"""A site for a host that reads neither ``_headers`` nor ``_redirects``, such as GitHub Pages.

`mkdocs.yml` says so by `bare_host: true` under `extra`; the folder of the site is then made to do without.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from briefing.edges.disk import write_files
from briefing.finishing.bare_host import make_stubs

_REDIRECTS = "_redirects"
_NO_JEKYLL = ".nojekyll"
"""Without it GitHub would make pages of the texts that lie beside our pages, in their places."""


def is_bare(config: MkDocsConfig) -> bool:
    """Whether the host of the site reads no rules."""
    return config.extra.get("bare_host") is True


def fit_to_bare_host(site: Path, root: str) -> None:
    """Put pages in place of the rules in ``site``, which lead to what took the place of old ones; raise OSError."""
    write_files(site, {_NO_JEKYLL: b""})
    rules = site / _REDIRECTS
    if not rules.is_file():
        return
    stubs = make_stubs(rules.read_text("utf-8"), root)
    # Whoever has written a page at an old address means it to be there.
    write_files(site, {path: page for path, page in stubs.items() if not (site / path).exists()})
    rules.unlink()
