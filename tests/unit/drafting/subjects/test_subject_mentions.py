from briefing.drafting.subjects.subject_mentions import Mention, Mentions, likeliest
from briefing.model.ids import SubjectId

ACME, BOLT, JAPAN = SubjectId("acme"), SubjectId("bolt"), SubjectId("japan")
MENTIONS = Mentions(
    (
        Mention(0, 8, JAPAN, "place", adjective=True),
        Mention(9, 13, ACME, "company"),
        Mention(20, 24, BOLT, "company", other_bearers=(ACME,)),
        Mention(30, 34, ACME, "company"),
    )
)


def test_a_side_of_a_position_is_selected_in_order() -> None:
    assert MENTIONS.ending_by(13).subjects == (JAPAN, ACME)
    assert MENTIONS.starting_from(20).subjects == (BOLT, ACME)
    assert MENTIONS.starting_before(20).subjects == (JAPAN, ACME)
    assert MENTIONS.starting_at(20) == MENTIONS[2]
    assert MENTIONS.starting_at(21) is None


def test_kinds_adjectives_and_doubt_are_told_apart() -> None:
    assert MENTIONS.of_kind("place").subjects == (JAPAN,)
    assert MENTIONS.not_of_kind("place").subjects == (ACME, BOLT)
    assert MENTIONS.nouns().first_subject == ACME
    assert MENTIONS.adjectives().subjects == (JAPAN,)
    assert BOLT not in MENTIONS.certain().subjects
    assert MENTIONS.without(ACME, JAPAN).subjects == (BOLT,)


def test_a_subject_named_twice_counts_once() -> None:
    assert MENTIONS.subjects == (JAPAN, ACME, BOLT)
    assert MENTIONS.last_subject == ACME
    assert Mentions().first_subject is None
    assert Mentions().last is None


def test_the_last_mention_has_to_be_near() -> None:
    assert MENTIONS.ending_near(27, 3) == MENTIONS[2]
    assert MENTIONS.ending_near(28, 3) is None


def test_the_first_guess_that_there_is_is_the_likeliest() -> None:
    assert likeliest(None, BOLT, ACME) == BOLT
    assert likeliest(None, None) is None
