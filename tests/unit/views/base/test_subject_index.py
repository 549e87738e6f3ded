"""Subjects by kind, and who names them."""

from briefing.views.base.context import Context


def test_subjects_come_in_the_order_of_their_names(context: Context) -> None:
    assert context.subjects.by_kind["company"] == ("acme", "bolt")


def test_claims_that_are_about_it_name_nobody_in_passing(context: Context) -> None:
    passing = {
        subject: [claim.key for claim in claims] for subject, claims in context.subjects.named_in_passing.items()
    }
    # What is withdrawn names nobody, and Acme is what the others are about.
    assert passing == {"japan": ["daily-1#c8", "daily-1#c8b"], "bolt": ["daily-1#c8b"]}


def test_who_says_that_it_is_not_the_same_is_known(context: Context) -> None:
    assert context.subjects.mistaken_for == {"fab-1": ("acme",)}
