"""The lamp makers of the golden drafts, as data that sentences are read against."""

from pathlib import Path

import pytest
import yaml

from briefing.drafting.clauses.clause import Clause
from briefing.drafting.clauses.clause_reading import read_clauses
from briefing.drafting.clauses.text_context import settle_context
from briefing.drafting.literals.publication import PublicationDate, parse_publication_date
from briefing.drafting.subjects.known_data import KnownData
from briefing.drafting.text.reading import read_sentences
from briefing.pipeline import open_known_data
from tests.unit.drafting.outline import ReadClauses

BASE = Path(__file__).parents[2] / "golden/drafts/base.yml"


@pytest.fixture(scope="session")
def known_data() -> KnownData:
    files = yaml.load(BASE.read_text("utf-8"), yaml.BaseLoader)
    return open_known_data({path: yaml.safe_dump(content).encode() for path, content in files.items()})


@pytest.fixture(scope="session")
def publication() -> PublicationDate:
    """A Wednesday."""
    published = parse_publication_date("2026-05-20")
    assert published is not None
    return published


@pytest.fixture
def clauses_of(known_data: KnownData, publication: PublicationDate) -> ReadClauses:
    def read(text: str) -> list[Clause]:
        sentences = read_sentences(text)
        context, _ = settle_context(known_data, text, publication, None, sentences, ())
        return list(read_clauses(context, sentences))

    return read
