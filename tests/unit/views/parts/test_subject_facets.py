"""What lists of subjects are filtered by."""

from dataclasses import replace

from briefing.views.base.context import Context, open_context
from briefing.views.parts.subject_facets import subject_facets
from tests.unit.views.sample import claims, link, subjects


def test_a_subject_is_found_by_sector_years_and_best_grade(context: Context) -> None:
    rests_on = [context.data.claims[key] for key in ("copy-1#c1", "daily-1#c1")]
    facets = {facet.name: facet.values for facet in subject_facets(context, "acme", rests_on, "active")}
    assert facets == {
        "status": ("active",),
        "sector": ("chip making",),
        "year": ("2011",),
        "grade": ("B",),
        "conflicts": ("nothing open",),
    }
    fab = {facet.name: facet.values for facet in subject_facets(context, "fab-1", [], "")}
    assert (fab["year"], fab["grade"], fab["sector"]) == (("2024", "2025", "2027"), (), ())


def test_open_conflicts_are_told() -> None:
    unjudged = {**subjects(), "acme": replace(subjects()["acme"], judgements=())}
    context = open_context(link(unjudged, claims()))
    facets = {facet.name: facet.values for facet in subject_facets(context, "acme", [], "")}
    assert facets["conflicts"] == ("open",)
