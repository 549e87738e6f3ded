"""The bibliographies of a site: of all sources, of each source, and of the page of each subject."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.render.references.bibtex import render_bibtex
from briefing.render.references.csl import render_csl
from briefing.render.references.ris import render_ris
from briefing.routes import article_page, cite_file, sources_file
from briefing.views.base.context import Context
from briefing.views.parts.references import Reference, all_sources, article_reference, subject_reference

_RENDER: Mapping[str, Callable[[Sequence[Reference]], bytes]] = {
    "bib": lambda references: render_bibtex(references).encode(),
    "ris": lambda references: render_ris(references).encode(),
    "csl.json": render_csl,
}


def render_references(context: Context) -> dict[str, bytes]:
    """Return the files by their paths."""
    return dict(_files(context))


def _files(context: Context) -> Iterator[tuple[str, bytes]]:
    references = [article_reference(context, article) for article in all_sources(context.data)]
    for suffix, render in _RENDER.items():
        yield sources_file(suffix), render(references)
        for reference, article in zip(references, all_sources(context.data), strict=True):
            yield cite_file(article_page(article.id), suffix), render([reference])
        for subject in context.data.subjects:
            yield cite_file(context.page(subject), suffix), render([subject_reference(context, subject)])
