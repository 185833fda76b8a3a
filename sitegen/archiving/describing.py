"""An archive's name, what it says of itself for archivists, and what is left out of it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping

from sitegen.model.consents import NAME, PICTURE, QUOTE, STORY, Withheld
from sitegen.model.names import names
from sitegen.model.places import address_of
from sitegen.model.publication import PUBLISHED, state
from sitegen.model.sources import Selection
from sitegen.model.spanning import Site
from sitegen.model.stories import hub_ids
from sitegen.model.values import Edition
from sitegen.pages.naming import edition_names
from sitegen.pipeline import Build
from sitegen.schema.values import DateValue
from sitegen.text import counted, in_words, slug

EDITION, HUB = "Sitegen-Edition", "Sitegen-Hub"
"""Labels that say of an archive which part of the site it holds."""

_THINGS: Mapping[str, tuple[str, str]] = {
    STORY: ("story or page", "stories or pages"), PICTURE: ("picture", "pictures"), NAME: ("name", "names"),
    QUOTE: ("quote", "quotes"),
}  # fmt: skip


def archive_name(site: Site) -> str:
    """What the archive is called, without its ending: the site, the part of it, its newest edition."""
    newest = next(iter(site.editions.values()), None)
    part = site.selection or Selection()
    title, when = slug(site.settings.title), _when(newest) if newest else ""
    steps = (title, "edition", part.edition) if part.edition else (title, when)
    return "-".join(step for step in steps if step) or "site"


def _when(edition: Edition) -> str:
    if edition.date and edition.date.precision == "day":
        return edition.date.start.isoformat()
    return slug(edition.academic_year.label) if edition.academic_year else edition.id


def information(site: Site, left_out: str) -> tuple[tuple[str, str], ...]:
    """What the archive says of itself, as labels with values. Nothing in it comes from a clock."""
    settings, part = site.settings, site.selection or Selection()
    newest = max(_days(site), default=None)
    return (
        ("Source-Organization", settings.organisation),
        *((("Contact-Email", settings.contact),) if "@" in settings.contact else ()),
        *((("Contact-Name", settings.contact),) if settings.contact and "@" not in settings.contact else ()),
        ("External-Description", f"{described(site)} {left_out}"),
        ("External-Identifier", settings.base_url),
        ("Bagging-Date", newest.isoformat() if newest else ""),
        ("License", settings.licence),
        ("Language", settings.language),
        (EDITION, part.edition),
        (HUB, part.hub),
    )


def described(site: Site) -> str:
    """What the archive holds, in a sentence or two."""
    editions = in_words(list(edition_names(site.editions).values()))
    held = counted(len(site.stories), "story", "stories")
    return f"{site.settings.title}: a website of {held} from {editions}." if editions else f"{site.settings.title}."


def left_out(built: Build) -> str:
    """What is left out for the archive alone, counted; never what it is. Empty where that is nothing."""
    found = Counter(thing.what for thing in built.cleared.of_medium if _is_within(thing, built))
    parts = [counted(found[what], *words) for what, words in _THINGS.items() if found[what]]
    if not parts:
        return ""
    is_one = sum(found.values()) == 1
    return f"Left out {'is' if is_one else 'are'} {in_words(parts)} that may be shown on the web alone."


def _is_within(thing: Withheld, built: Build) -> bool:
    """True where it would be in the archive, did its consent allow it."""
    site, sources = built.site, built.cleared.before
    if thing.what != STORY:
        shown = (site.editions, site.sections, site.stories, site.pages)
        return any(page.path == thing.path for group in shown for page in group.values())
    source = next(s for s in sources.sources if s.path == thing.path)
    if state(source, sources.today, sources.needs_approval) != PUBLISHED:
        return False
    part = site.selection or Selection()
    if part.hub:
        return part.hub in hub_ids(source, names(sources.registers))
    return not part.edition or address_of(thing.path).startswith(f"{part.edition}/")


def _days(site: Site) -> Iterator[datetime.date]:
    """Every day that the content itself names as one of its own."""
    every = [e.date for e in site.editions.values()]
    for story in site.stories.values():
        every += [story.date, story.updated, *(c.date for c in story.corrections)]
    yield from (date.start for date in every if isinstance(date, DateValue) and date.precision == "day")
