"""Cards as files: small pages without scripts, and what oEmbed tells of them."""

import json
from dataclasses import replace

from lxml import html

from briefing.finishing.page import read_page
from briefing.render.embeds import frame_code, render_card, render_embeds, render_oembed
from briefing.views.base.context import open_context
from briefing.views.base.tokens import Words
from briefing.views.pages.embeds import view_embeds
from tests.unit.views.sample import link, sample_context, subjects


def test_each_card_lies_beside_what_oembed_says_of_it() -> None:
    context = sample_context()
    keys = [embed.key for embed in view_embeds(context)]
    assert len(keys) == len(set(keys)) > 5
    files = render_embeds(context)
    wanted = {f"embed/{key}/{name}" for key in keys for name in ("index.html", "oembed.json")}
    assert files.keys() == {"embed/card.css", *wanted}
    assert max(map(len, files.values())) < 4096


def test_a_briefing_without_facts_has_no_cards_and_no_styles_for_them() -> None:
    assert render_embeds(open_context(link(subjects(), []))) == {}


def test_a_card_is_a_page_that_is_not_searched_and_names_the_fact() -> None:
    embed = next(view_embeds(sample_context()))
    document = html.document_fromstring(render_card(embed))
    assert document.xpath("//link[@rel='canonical']/@href") == [embed.address]
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert document.xpath("//link[@type='application/json+oembed']/@href") == [embed.oembed]
    (way,) = document.xpath("//a")
    assert (way.get("href"), way.get("target"), way.get("rel")) == (embed.address, "_top", "noopener")
    assert document.xpath("//code")[0].text == frame_code(embed)
    page = read_page("embed/x/index.html", render_card(embed))
    assert (page.problems, page.inline_scripts, page.styles) == ((), (), ())


def test_oembed_gives_the_frame_of_the_card() -> None:
    embed = next(view_embeds(sample_context()))
    content = json.loads(render_oembed(embed))
    assert (content["version"], content["type"]) == ("1.0", "rich")
    (frame,) = html.fragments_fromstring(content["html"])
    assert (frame.tag, frame.get("src"), frame.get("title")) == ("iframe", embed.own, embed.title)
    assert (int(frame.get("width")), int(frame.get("height"))) == (content["width"], content["height"])


def test_names_of_markup_stay_names() -> None:
    hostile = "\"'><script>x()</script>&amp;\u202e{{ 7*7 }}</title></code></iframe>"
    shown = hostile.replace("\u202e", "")
    embed = replace(
        next(view_embeds(sample_context())), title=hostile, site=hostile, link=hostile, notes=(hostile,),
        heading=(Words(hostile, "ja"),), value=(Words(hostile),), citation=(Words(hostile),),
    )  # fmt: skip
    document = html.document_fromstring(render_card(embed))
    assert document.xpath("//script | //iframe") == []
    assert document.xpath("//title")[0].text == shown
    assert document.xpath("//h1/span[@lang='ja']")[0].text == shown
    assert document.xpath("//p[@class='value']")[0].text == shown
    (frame,) = html.fragments_fromstring(json.loads(render_oembed(embed))["html"])
    assert frame.get("title") == shown
