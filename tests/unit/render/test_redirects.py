"""The file of redirects, in the words that every host which reads one understands."""

import re
from dataclasses import replace

from briefing.model.records import Redirect
from briefing.render.redirects import render_redirects
from briefing.views.base.context import open_context
from tests.every import every
from tests.unit.views.sample import sample

_RULE = re.compile(r"(?P<old>/[a-z0-9./-]+) (?P<new>/[a-z0-9./-]+) (?P<status>301|410)")


def render(docs: bytes = b"") -> list[str]:
    redirects = (Redirect("apex", "acme", None), Redirect("peak", None, "a double of it"))
    context = open_context(replace(sample(), redirects=redirects))
    return render_redirects(context, (), {"_redirects": docs})["_redirects"].decode().splitlines()


def test_every_rule_is_from_to_and_status() -> None:
    """Cloudflare drops a rule with a mark of force, and one for many addresses counts more there."""
    rules = [_RULE.fullmatch(line) for line in render()]
    assert len(rules) > 20
    assert every(rules)


def test_every_page_is_there_with_and_without_its_last_slash() -> None:
    """One host takes the two for one, the next does not."""
    rules = dict(line.split(" ", 1) for line in render())
    pages = [old for old in rules if old.endswith("/")]
    assert "/companies/apex/" in pages
    assert "/articles/peak/" in pages
    for page in pages:
        assert rules[page] == rules[page.rstrip("/")]


def test_rules_of_an_editor_stand_first_each_on_its_line() -> None:
    assert render(b"/a /b 302")[:1] == ["/a /b 302"]
    assert render(b"/a /b 302\n")[1:] == render(b"")


def test_nothing_given_up_makes_no_file() -> None:
    assert render_redirects(open_context(sample()), (), {}) == {}
