"""The one source that a page may rest on."""

from briefing.views.base.context import Context
from briefing.views.parts.basis import unsure_note, view_basis


def test_copies_of_one_original_are_one_basis_with_the_best_grade(context: Context) -> None:
    copies = [context.data.claims[key] for key in ("daily-1#c1", "copy-1#c1")]
    basis = view_basis(context, copies)
    assert basis is not None
    assert (len(basis.articles), basis.grade) == (2, "B")
    assert "one original" in basis.label


def test_two_originals_are_none(context: Context) -> None:
    claims = [context.data.claims[key] for key in ("daily-1#c1", "weekly-9#c2")]
    assert view_basis(context, claims) is None
    assert view_basis(context, []) is None
    assert view_basis(context, claims[:1]) is not None


def test_only_origins_that_may_share_an_original_are_noted(context: Context) -> None:
    assert unsure_note(context, [context.data.claims["daily-1#c1"]]) == ""
