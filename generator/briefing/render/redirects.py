"""The ``_redirects`` file: where hosts send whoever asks for a record that was given up."""

from collections.abc import Container, Mapping

from briefing.views.base.context import Context
from briefing.views.parts.old_addresses import OldAddress, view_old_addresses

REDIRECTS = "_redirects"
_GONE = "/404.html 410"


def render_redirects(context: Context, files: Container[str], docs: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the file by its path, nothing where no id was given up.

    ``files`` are the paths of the site's files. Rules that somebody wrote in the docs folder come first: of two for one
    address hosts take the first.
    """
    rules = "".join(map(_rule, view_old_addresses(context, files)))
    if not rules:
        return {}
    written = docs.get(REDIRECTS, b"")
    if written and not written.endswith(b"\n"):
        written += b"\n"
    return {REDIRECTS: written + rules.encode()}


def _rule(address: OldAddress) -> str:
    if address.new is None:
        return f"/{address.old} {_GONE}\n"
    return f"/{address.old} /{address.new} 301\n"
