"""Files rendered on demand are those of the whole site, and only what is asked for is rendered."""

import pytest

from briefing.pipeline import generate_files, plan_files
from briefing.render import planned
from tests.unit.views.sample import sample


def test_files_on_demand_equal_the_files_made_at_once() -> None:
    dataset = sample()
    at_once, on_demand = generate_files(dataset), plan_files(dataset)
    assert dict(on_demand.pages) == at_once.pages
    assert list(on_demand.pages) == list(at_once.pages)
    assert dict(on_demand.static) == at_once.static
    assert len(on_demand.static) == len(at_once.static)


def test_only_what_is_asked_for_is_rendered_and_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    render_page = planned.render_page

    def noting(page, target, language):  # type: ignore[no-untyped-def]
        rendered.append(page.head.page)
        return render_page(page, target, language)

    monkeypatch.setattr(planned, "render_page", noting)
    pages = plan_files(sample()).pages
    assert "index.md" in pages
    assert "nothing/index.md" not in pages
    assert rendered == []
    assert pages["index.md"] == pages["index.md"]
    assert rendered == ["index.md"]
    with pytest.raises(KeyError):
        pages["nothing/index.md"]
