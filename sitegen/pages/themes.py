"""The themes: an index, and a list of stories for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sitegen.model.spanning import Site, Theme
from sitegen.model.values import Story
from sitegen.pages.heads import head
from sitegen.pages.indexes import by_letter, index_page
from sitegen.pages.lists import Listing, editions_of, list_pages
from sitegen.pages.naming import name_list
from sitegen.pages.page import Page
from sitegen.pages.shared import Shared
from sitegen.pages.spans import edition_marks
from sitegen.pages.views import LinkView
from sitegen.pages.wording import spelt_count, upper_first
from sitegen.text import counted, slug

LINK = LinkView("Themes", "themes/index.html")
_NEAR = 12
_NAMED = 4


def themes(site: Site, shared: Shared) -> Iterable[Page]:
    """The index and the pages of every theme."""
    lead = f"{counted(len(site.themes), 'theme')} that the stories share, with the number of stories for each."
    yield index_page(site, LINK, lead, by_letter((t.name, _entry(t)) for t in site.themes.values()))
    for theme in site.themes.values():
        yield from list_pages(site, _listing(site, shared, theme))


def _entry(theme: Theme) -> LinkView:
    return LinkView(theme.name, theme.address, counted(len(theme.stories), "story", "stories"))


def _listing(site: Site, shared: Shared, theme: Theme) -> Listing:
    stories = upper_first(spelt_count(len(theme.stories), "story", "stories"))
    lead = f"{stories} on this theme, in {spelt_count(editions_of(site, theme.stories), 'edition', 'editions')}."
    return Listing(
        head=head(site, theme.address, (LINK, LinkView(theme.name, theme.address)), f"{theme.name}: {lead}"),
        kicker="Theme",
        title=theme.name,
        lead=lead,
        rows=shared.rows_of(theme.stories),
        others=tuple(_entry(t) for t in _near(site, theme)),
        others_title="Often told together",
        editions=edition_marks(site, shared, theme.stories, _told),
    )


def _told(stories: list[Story]) -> str:
    """`3 stories, from Goldfinch Primary and Oak School`."""
    schools = list(dict.fromkeys(m.name.split(",")[0] for s in stories for m in s.schools))
    whence = f", from {name_list(schools, _NAMED)}" if schools else ""
    return f"{counted(len(stories), 'story', 'stories')}{whence}"


def _near(site: Site, theme: Theme) -> list[Theme]:
    """The themes that share the most stories with this one."""
    found = Counter(slug(t) for s in theme.stories for t in site.stories[s].themes)
    del found[theme.id]
    known = [t for t in found if t in site.themes]
    return [site.themes[t] for t in sorted(known, key=lambda t: (-found[t], t))[:_NEAR]]
