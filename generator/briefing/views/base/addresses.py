"""Where subjects, claims, findings and sources stand on the site."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.dataset.linked.records import Dataset
from briefing.model.ids import PublisherId, SubjectId
from briefing.routes import PagePath
from briefing.views.base.article_pages import ArticlePages, find_article_pages
from briefing.views.base.finding_pages import find_finding_pages
from briefing.views.base.placement import Layout, lay_out
from briefing.views.base.source_pages import find_source_pages


@dataclass(frozen=True, slots=True)
class Addresses:
    """The place of slots on their subjects' pages, of claims on their articles', and the page of each finding.

    ``source_pages`` has the subjects that are sources and nothing else: names of them lead to their publisher's page.
    """

    layouts: Mapping[SubjectId, Layout]
    articles: ArticlePages
    findings: Mapping[str, PagePath]
    source_pages: Mapping[SubjectId, PublisherId]


def assign_addresses(data: Dataset) -> Addresses:
    """Return the addresses of everything in the dataset."""
    return Addresses(
        layouts={subject: lay_out(data, subject) for subject in data.subjects},
        articles=find_article_pages(data),
        findings=find_finding_pages(data),
        source_pages=find_source_pages(data),
    )
