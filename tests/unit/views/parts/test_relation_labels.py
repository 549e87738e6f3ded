"""What a relation is called from its ends."""

from briefing.views.base.context import Context
from briefing.views.parts.relation_labels import relation_label, relation_note


def label_of(context: Context, subject: str, attribute: str) -> tuple[str, str]:
    (relation,) = [end for end in context.data.relations_of[subject] if end.attribute == attribute]
    return relation_label(context, relation), relation_note(context, relation)


def test_an_office_is_called_by_its_role(context: Context) -> None:
    assert label_of(context, "acme", "office") == ("Chief executive", "")
    assert label_of(context, "ann-lee", "office") == ("Chief executive of", "")


def test_any_other_relation_is_called_by_its_attribute(context: Context) -> None:
    assert label_of(context, "acme", "operator") == ("Operates", "")
    assert label_of(context, "fab-1", "operator") == ("Operated by", "")
