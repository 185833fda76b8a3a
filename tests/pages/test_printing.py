"""What stands whole on a page for paper, and where it can be reached from."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from sitegen.model.spanning import Site
from sitegen.pages.page import Page
from sitegen.pages.plan import plan
from sitegen.pages.views import EditionPage, HubPage, PrintPage, SectionPage, StoryPage
from tests.pages import sites
from tests.pages.viewed import view

STORY, HUB = "2022-23/primary/goldfinch", "hubs/london-south-west"


def titles(page: PrintPage) -> list[list[str]]:
    return [[story.title for story in part.stories] for part in page.sections]


def on_screen_alone(site: Site, *ids: str) -> Site:
    stories = {id_: replace(s, screen_only=id_ in ids) for id_, s in site.stories.items()}
    return replace(site, stories=MappingProxyType(stories))


def test_a_section_stands_whole_with_its_stories() -> None:
    page = view(sites.report(), "2022-23/primary/print/index.html", PrintPage)
    assert titles(page) == [["Small steps", "Talk first", "Depth"]]
    assert page.sections[0].section is not None
    assert (page.edition, page.hub) == (None, None)
    assert (page.running, page.head.running) == ("Primary", "Test stories · Annual report 2022/23")


def test_a_story_stands_alone() -> None:
    page = view(sites.report(), f"{STORY}/print/index.html", PrintPage)
    assert titles(page) == [["Talk first"]]
    assert page.sections[0].section is None


def test_a_hub_has_all_its_stories_the_newest_edition_first() -> None:
    site = sites.report()
    page = view(site, f"{HUB}/print/index.html", PrintPage)
    own = view(site, f"{HUB}/index.html", HubPage)
    assert titles(page) == [[row.title for row in group.rows] for group in own.editions]
    assert [part.title for part in page.sections] == [group.edition.text for group in own.editions]
    assert page.hub is not None
    assert (page.hub.title, page.hub.lead, page.hub.facts) == (own.title, own.lead, own.facts)


def test_one_story_is_one_value_on_every_page_for_paper() -> None:
    pages = [o.view for o in plan(sites.report()).value if isinstance(o, Page) and isinstance(o.view, PrintPage)]
    found = [s for p in pages for part in p.sections for s in part.stories if s.title == "Talk first"]
    assert len(found) >= 3
    assert len({id(each) for each in found}) == 1


def test_a_page_for_paper_is_no_page_of_its_own_to_search_engines() -> None:
    for output in plan(sites.report()).value:
        if isinstance(output, Page):
            assert output.view.head.is_copy == isinstance(output.view, PrintPage), output.address


@pytest.mark.parametrize(
    ("address", "kind"),
    [("2022-23", EditionPage), ("2022-23/primary", SectionPage), (STORY, StoryPage), (HUB, HubPage)],
)
def test_what_has_one_leads_to_it(
    address: str, kind: type[EditionPage | SectionPage | StoryPage | HubPage]
) -> None:
    assert view(sites.report(), f"{address}/index.html", kind).print_address == f"{address}/print/index.html"


def test_a_story_for_the_screen_alone_is_on_none() -> None:
    site = on_screen_alone(sites.report(), STORY)
    addresses = {o.address for o in plan(site).value}
    assert f"{STORY}/print/index.html" not in addresses
    assert view(site, f"{STORY}/index.html", StoryPage).print_address == ""
    assert "Talk first" not in str([titles(o.view) for o in plan(site).value
                                    if isinstance(o, Page) and isinstance(o.view, PrintPage)])  # fmt: skip


def test_a_hub_none_of_whose_stories_may_be_printed_has_none() -> None:
    plain = sites.report()
    site = on_screen_alone(plain, *plain.hubs["london-south-west"].stories)
    assert f"{HUB}/print/index.html" not in {o.address for o in plan(site).value}
    assert view(site, f"{HUB}/index.html", HubPage).print_address == ""
