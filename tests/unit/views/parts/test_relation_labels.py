"""What a relation is called from its ends."""

from briefing.views.base.context import Context
from briefing.views.parts.relation_labels import relation_label, relation_note


def label_of(ctx: Context, subject: str, attribute: str) -> tuple[str, str]:
    (relation,) = [end for end in ctx.data.relations_of[subject] if end.attribute == attribute]
    return relation_label(ctx, relation), relation_note(ctx, relation)


def test_an_office_is_called_by_its_role(ctx: Context) -> None:
    assert label_of(ctx, "acme", "office") == ("Chief executive", "")
    assert label_of(ctx, "ann-lee", "office") == ("Chief executive of", "")


def test_any_other_relation_is_called_by_its_attribute(ctx: Context) -> None:
    assert label_of(ctx, "acme", "operator") == ("Operates", "")
    assert label_of(ctx, "fab-1", "operator") == ("Operated by", "")
