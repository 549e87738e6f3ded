import pytest

from briefing.drafting.document.publishing_names import Body, PublishingNames
from briefing.drafting.subjects.known_data import KnownData


@pytest.mark.parametrize(
    ("name", "address", "body"),
    [
        ("The Herald", "", ("herald", None)),
        ("HERALD", "", ("herald", None)),
        ("The Courier", "", ("courier", None)),
        ("Somebody", "https://www.herald.example/a", ("herald", None)),
        ("", "https://courier.example/a", ("courier", None)),
        ("Acme", "", (None, "acme")),
        ("Jane Roe", "", (None, None)),
        ("", "", (None, None)),
        ("", "http://[", (None, None)),
    ],
)
def test_who_publishes_is_known_by_name_or_host(known_data: KnownData, name: str, address: str, body: Body) -> None:
    assert PublishingNames(known_data).find(name, address) == body


def test_an_exact_name_has_its_article(known_data: KnownData) -> None:
    names = PublishingNames(known_data)
    assert names.find_exact("the herald") == ("herald", None)
    assert names.find_exact("The Courier") == (None, None)
