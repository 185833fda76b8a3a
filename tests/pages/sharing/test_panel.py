"""What readers can do with the page of a story, a hub or an edition."""

from __future__ import annotations

from dataclasses import replace

from sitegen.pages.page import File, Page
from sitegen.pages.plan import plan
from tests.pages import sites

STORY = "2022-23/primary/goldfinch/index.html"


def outputs(base_url: str = "") -> dict[str, Page | File]:
    site = sites.report()
    made = plan(replace(site, settings=replace(site.settings, base_url=base_url))).value
    return {o.address: o for o in made}


def test_without_an_address_on_the_web_there_is_no_link_and_no_card_for_other_pages():
    share = outputs()[STORY].view.share
    assert (share.link, share.snippet) == ("", None)
    assert share.citation
    assert share.entry_name == "goldfinch.bib"


def test_a_card_for_other_pages_has_the_facts_and_a_whole_address():
    share = outputs("https://e.org/r/")[STORY].view.share
    assert share.link == "https://e.org/r/2022-23/primary/goldfinch/"
    assert ("Disadvantage", "40% Pupil Premium") in share.snippet.rows
    assert all(link.address.startswith("https://e.org/r/") for link in share.snippet.links)


def test_a_hub_s_card_for_other_pages_leads_to_its_stories_and_its_page():
    made = outputs("https://e.org/")
    hubs = [o.view for a, o in made.items() if a.startswith("hubs/") and getattr(o, "template", "") == "hub.html"]
    told = next(view for view in hubs if view.editions)
    assert told.share.snippet.links[-1].address == "https://e.org/" + told.head.address.removesuffix("index.html")
    assert len(told.share.snippet.links) > 1


def test_nothing_of_it_depends_on_the_text_of_a_story():
    site = sites.report()
    story = site.stories["2022-23/primary/goldfinch"]
    body = replace(story.text.body, plain="Other words, and many more of them.")
    other = replace(site, stories={**site.stories, story.id: replace(story, text=replace(story.text, body=body))})
    one, two = ({o.address: o for o in plan(s).value}[STORY].view for s in (site, other))
    assert one.text != two.text
    assert (one.share, one.share_card) == (two.share, two.share_card)


def test_an_edition_has_a_file_with_its_citation_and_those_of_all_its_stories():
    made = outputs()
    entries = made["2022-23/cite.bib"].content.decode()
    assert entries.startswith("@book{2022-23,")
    told = sum(s.edition == "2022-23" for s in sites.report().stories.values())
    assert entries.count("\n@incollection{2022-23:") == told > 0
    assert made["2022-23/index.html"].view.entries_address == "2022-23/cite.bib"
