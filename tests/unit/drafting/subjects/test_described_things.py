import pytest

from briefing.drafting.subjects.described_things import DescribedThing, ThingScorer, name_stems
from briefing.model.ids import SubjectId


def thing(subject: str, kind: str, *names: str) -> DescribedThing:
    return DescribedThing(SubjectId(subject), kind, tuple(map(name_stems, names)))


PLANT = thing("plant", "project", "Lamp plant in Osaka")
SECOND = thing("second", "project", "Second lamp plant in Osaka")
LARGE = thing("large", "project", "$3 billion lamp plant")
SUMMIT = thing("summit", "event", "Kyoto lamp summit")
SCORER = ThingScorer((PLANT, SECOND, LARGE, SUMMIT))


def score(described: DescribedThing, text: str) -> float:
    return SCORER.score(described, name_stems(text))


def test_a_figure_of_a_name_is_one_stem() -> None:
    assert name_stems("a lamp plant of 3 billion dollars") == name_stems("Lamp factory: US$3bn") == {
        "lamp", "plant", "USD3bn",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("described", "text"),
    [
        (PLANT, "a factory for lamps"),
        (SUMMIT, "lamps in Kyoto"),
        (thing("year", "project", "2024"), "in 2024"),
        (thing("nameless", "project"), "a plant"),
    ],
)
def test_what_a_text_cannot_mean_scores_little(described: DescribedThing, text: str) -> None:
    assert score(described, text) < 0.6


def test_a_whole_name_scores_one() -> None:
    assert score(PLANT, "It is a lamp factory in Osaka.") == 1.0
    assert score(SECOND, "It is a lamp factory in Osaka.") < 1.0


def test_the_sum_in_a_name_tells_it_from_others() -> None:
    without_sum = score(LARGE, "a lamp plant")
    assert score(LARGE, "a lamp plant of 3 billion dollars") > 1.0 > without_sum
    assert without_sum < score(PLANT, "a lamp plant")


def test_the_only_event_of_its_kind_needs_one_more_word() -> None:
    assert score(SUMMIT, "the Kyoto summit") >= 0.62
    assert score(SUMMIT, "the summit") < 0.62
