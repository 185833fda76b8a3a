"""The panel for sharing on the pages of stories and hubs, and how an edition is cited."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.model.spanning import Hub, Site
from sitegen.model.values import Edition, Story
from sitegen.pages.citing import Citation, cite_edition, cite_story
from sitegen.pages.naming import public_address
from sitegen.pages.page import File
from sitegen.pages.sharing.bibtex import as_file, as_link, bibtex
from sitegen.pages.sharing.cards import card_file
from sitegen.pages.sharing.snippets import Row, card_rows, snippet
from sitegen.pages.sharing.values import ShareCard, ShareView
from sitegen.pages.views import CardView
from sitegen.text import counted

_MOST_LINKS = 5


def share_story(site: Site, story: Story, edition_name: str, card: CardView, drawn: ShareCard | None) -> ShareView:
    """What can be done with a story. Nothing of it depends on the story's text."""
    cited, name = cite_story(site, story, edition_name), story.id.rpartition("/")[2]
    links = (("Read the whole story", cited.link),)
    return ShareView(
        citation=cited.line,
        link=cited.link,
        entry=as_link(bibtex(cited)),
        entry_name=f"{name}.bib",
        card=card_file(drawn, name),
        snippet=snippet(story.title, card_rows(card), links, _source(site, edition_name)) if cited.link else None,
    )


def share_hub(site: Site, hub: Hub, drawn: ShareCard | None) -> ShareView:
    """What can be done with a hub's page: its snippet leads to the hub's latest stories."""
    cited = _cite_hub(site, hub)
    return ShareView(
        citation=cited.line,
        link=cited.link,
        entry=as_link(bibtex(cited)),
        entry_name=f"{hub.id}.bib",
        card=card_file(drawn, hub.id),
        snippet=snippet(hub.name, _hub_rows(hub), _hub_links(site, hub), _source(site, "")) if cited.link else None,
    )


def edition_entries(site: Site, edition: Edition, name: str, stories: Sequence[str]) -> File:
    """A file for reference managers, beside an edition's cover: its own entry, then those of its stories."""
    cited = (cite_edition(site, edition, name), *(cite_story(site, site.stories[s], name) for s in stories))
    return File(entries_address(edition), as_file(map(bibtex, cited)), edition.where)


def entries_address(edition: Edition) -> str:
    """Where that file lies."""
    return f"{edition.address.removesuffix('index.html')}cite.bib"


def _cite_hub(site: Site, hub: Hub) -> Citation:
    link = public_address(site.settings.base_url, hub.address)
    organisation = site.settings.organisation
    return Citation(f"hubs/{hub.id}", (organisation,), "", hub.name, site.settings.title, organisation, link=link)


def _hub_rows(hub: Hub) -> tuple[Row, ...]:
    rows = (
        ("Region", hub.entry.region),
        ("Stories", counted(len(hub.stories), "story", "stories") if hub.stories else ""),
        ("Schools", counted(len(hub.schools), "school") if hub.schools else ""),
    )
    return tuple(row for row in rows if row[1])


def _hub_links(site: Site, hub: Hub) -> tuple[Row, ...]:
    base = site.settings.base_url
    stories = [site.stories[s] for s in hub.stories if s in site.stories][:_MOST_LINKS]
    links = tuple((s.title, public_address(base, s.address)) for s in stories)
    return (*links, (f"Everything about {hub.name}", public_address(base, hub.address)))


def _source(site: Site, edition: str) -> str:
    """Where a snippet is from, with the licence under which it may be used."""
    settings = site.settings
    licence = f"Licence: {settings.licence}." if settings.licence else ""
    said = ", ".join(part for part in (edition, settings.title) if part)
    return " ".join(part for part in (f"{said}. {settings.organisation}.", licence) if part)
