"""A briefing of a few pages, as the pipeline would hand it over."""

import pytest

from briefing.engine.content import Content


def page(title: str, body: str) -> str:
    return f'---\ntitle: "{title}"\ndescription: "About {title}"\n---\n\n# {title}\n\n{body}\n'


@pytest.fixture
def content() -> Content:
    """Give the content of a small briefing."""
    return small_content()


def small_content() -> Content:
    """Return the content of a small briefing."""
    return Content(
        name="Chips & <AI",
        description="A sample",
        url="https://briefing.example/",
        day="2026-11-22",
        pages={
            "index.md": page("Overview", "[Acme](companies/acme/index.md)"),
            "companies/index.md": page("Companies", "[Acme](acme/index.md#facts)"),
            "companies/acme/index.md": page("Acme &amp; Co", "## Facts {#facts}\n\n[Up](../index.md)"),
            "vehicles/index.md": page("Vehicles", "None yet."),
            "about/index.md": page("About", "A sample."),
            "search/index.md": page("Search", "Every page leads here."),
        },
        static={"api/v1/index.json": b'{"version": 1}', "companies/acme/index.md": b"# Acme\n"},
        hubs=("companies/index.md", "vehicles/index.md"),
        data_files={"companies/acme/index.md": "companies/acme.yml"},
    )
