"""The preview: MkDocs' own server, which follows edits and outlives broken data."""

from pathlib import Path

from generator.engine.settings import open_settings


def serve_site(data_dir: Path, as_of: str | None = None, address: str = "127.0.0.1:8000") -> None:
    """Serve the briefing at ``address`` until interrupted; raises OSError where that is taken."""
    with open_settings(data_dir, as_of) as settings:
        from mkdocs.commands.serve import serve

        serve(**settings, dev_addr=address)
