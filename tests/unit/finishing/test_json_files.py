"""What JSON files lead to, and what keeps a feed from its readers."""

import pytest

from briefing.finishing.json_files import read_json

FEED = '{"version": "https://jsonfeed.org/version/1.1", "title": "News", %s}'


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("[1, 2]", []),
        ('{"subjects": [{"url": "a/"}, {"url": 7}, {"id": "b"}, 9], "conflicts": "none"}', ["a/"]),
        ('{"article": {"url": "a/"}, "publisher": "herald", "subject": {"id": "b"}}', ["a/"]),
        (FEED % '"feed_url": "feed.json", "items": [{"id": "1", "url": "a/"}, {"id": "2"}]', ["feed.json", "a/"]),
    ],
)
def test_addresses_are_those_that_are_named(text: str, addresses: list[str]) -> None:
    assert read_json(text) == addresses


@pytest.mark.parametrize(
    ("rest", "message"),
    [
        ('"items": {}', "a feed has a title and items"),
        ('"items": ["a/"]', "an item of a feed is an object"),
        ('"items": [null]', "an item of a feed is an object"),
        ('"items": [{"id": "1", "url": 7}]', "url of a feed is a text"),
        ('"items": [], "feed_url": ["feed.json"]', "feed_url of a feed is a text"),
        ('"items": [{"id": "1"}, {"id": 1}]', '"1" is there twice'),
        ('"items": [{"id": ["1"]}]', "an entry has no id"),
    ],
)
def test_a_feed_that_readers_cannot_use_is_refused(rest: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_json(FEED % rest)
