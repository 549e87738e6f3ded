from briefing.drafting.text.keywords import Keywords


def test_the_first_row_that_fits_decides() -> None:
    keywords = Keywords((("risk", "danger"), ("aim", "hopes? to"), ("risk", "threat")))
    assert keywords.first("He HOPES TO avert a threat") == "aim"
    assert list(keywords.all("He hopes to avert a threat")) == ["aim", "risk"]
    assert keywords.first("nothing of it") is None
    assert [(name, match[0]) for name, match in keywords.matches("threat, danger")] == [
        ("risk", "danger"), ("risk", "threat"),
    ]  # fmt: skip
