import re

from briefing.drafting.literals.printed_figure import Figure, FigureKind, figure_of_match, find_by, read_quantity

LAMPS = re.compile(r"(?P<number>\S+) (?:(?P<words>old|new) )?lamps")


def test_a_quantity_takes_the_bound_before_it_and_the_adjectives_of_its_unit() -> None:
    text = "It has more than 20 new lamps."
    match = LAMPS.search(text)
    assert match is not None
    (figure,) = read_quantity(text, match, FigureKind.COUNT, "lamps")
    assert figure == Figure(
        FigureKind.COUNT, "over 20 lamps", 7, len(text) - 1, "more than 20 new lamps", noun="new lamps"
    )


def test_what_is_no_number_is_no_quantity() -> None:
    match = LAMPS.search("many lamps")
    assert match is not None
    assert list(read_quantity("many lamps", match, FigureKind.COUNT, "lamps")) == []


def test_patterns_are_asked_one_after_the_other() -> None:
    def read(_text: str, match: re.Match[str]) -> list[Figure]:
        return [figure_of_match(FigureKind.RANK, match[0], match)]

    find = find_by(
        (re.compile("b"), lambda text, match: iter(read(text, match))),
        (re.compile("a"), lambda text, match: iter(read(text, match))),
    )
    assert [(figure.literal, figure.start) for figure in find("abab")] == [("b", 1), ("b", 3), ("a", 0), ("a", 2)]
