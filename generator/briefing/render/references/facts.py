"""Citations of single facts in every format: for readers, for pull requests, for programs."""

from collections.abc import Callable, Mapping
from dataclasses import asdict

from briefing.render.escape import escape_address, escape_twin
from briefing.render.export_files import encode
from briefing.render.references.bibtex import render_bibtex
from briefing.render.references.csl import render_csl
from briefing.render.references.ris import render_ris
from briefing.views.pages.fact_citations import FactCitation


def render_fact_citation(citation: FactCitation, form: str) -> str:
    """Return the citation of a fact in one of ``FACT_FORMATS``, without a line break at its end."""
    return _RENDER[form](citation).rstrip("\n")


def _markdown(citation: FactCitation) -> str:
    """Return the same as the text, with the address as a link on the fact."""
    before, _, after = citation.text.partition(citation.address)
    # A comma stands between the fact and its address.
    words = escape_twin(before.removesuffix(", "))
    return f"[{words}](<{escape_address(citation.address)}>){escape_twin(after)}"


def _json(citation: FactCitation) -> str:
    fact = citation.fact
    return encode(
        {
            "slot": fact.slot,
            "digest": fact.digest,
            "subject": citation.subject,
            "label": fact.label,
            "value": fact.value,
            "as_of": fact.as_of,
            "confidence": fact.confidence,
            "disputed": citation.disputed,
            "sources": [asdict(source) for source in citation.sources],
            "claims": list(fact.claims),
            "briefing": citation.briefing,
            "data_as_of": citation.as_of,
            "url": citation.address,
            "text": citation.text,
        }
    ).decode()


_RENDER: Mapping[str, Callable[[FactCitation], str]] = {
    "text": lambda citation: citation.text,
    "markdown": _markdown,
    "json": _json,
    "bibtex": lambda citation: render_bibtex([citation.reference]),
    "ris": lambda citation: render_ris([citation.reference]),
    "csl": lambda citation: render_csl([citation.reference]).decode(),
}
