"""How to cite a story or an edition, as one line of text."""

from __future__ import annotations

from sitegen.model.spanning import Site
from sitegen.model.values import Edition, Story
from sitegen.pages.naming import public_address
from sitegen.pages.wording import one_of
from sitegen.schema.values import DateValue
from sitegen.text import in_words


def cite_story(site: Site, story: Story, edition_name: str) -> str:
    """`Authors (year). Title. In: Edition. Publisher. Address`, as far as each is known."""
    edition = site.editions[story.edition]
    return _line(
        _authors(site, edition, story),
        _story_year(story) or _year(edition),
        story.title,
        f"In: {_edition_title(edition, edition_name)}",
        publisher_of(site, edition, story),
        public_address(site.settings.base_url, story.address),
    )


def cite_edition(site: Site, edition: Edition, edition_name: str) -> str:
    """`Authors (year). Title. Publisher. Address`, as far as each is known."""
    return _line(
        _authors(site, edition, None),
        _year(edition),
        _edition_title(edition, edition_name),
        publisher_of(site, edition, None),
        public_address(site.settings.base_url, edition.address),
    )


def _line(authors: str, year: str, *parts: str) -> str:
    """The parts as sentences; a publisher that is also the author is not said twice."""
    said = [f"{authors} ({year})" if year else authors, *(p for p in parts if p and p != authors)]
    return " ".join(p if p.endswith((".", "?", "!", "/")) else f"{p}." for p in said)


def _edition_title(edition: Edition, name: str) -> str:
    return name if name.casefold().startswith(edition.title.casefold()) else f"{edition.title} ({name})"


def _story_year(story: Story) -> str:
    """The year of its own date, or that in which the report it stands for was published."""
    published = story.values.get("published")
    date = story.date or (published.value if published else None)
    return str(date.start.year) if isinstance(date, DateValue) else ""


def _year(edition: Edition) -> str:
    if edition.academic_year:
        return edition.academic_year.label
    return str(edition.date.start.year) if edition.date else ""


def _authors(site: Site, edition: Edition, story: Story | None) -> str:
    return in_words(authors_of(edition, story)) or site.settings.organisation


def authors_of(edition: Edition, story: Story | None) -> tuple[str, ...]:
    """The names of those who wrote a story, else of those who wrote its edition; none where neither says."""
    own = _texts(story, "authors") if story else ()
    return own or edition.authors


def publisher_of(site: Site, edition: Edition, story: Story | None) -> str:
    """Who publishes a story, or its edition where it does not say, or the site."""
    own = _texts(story, "publisher") if story else ()
    return one_of(in_words(own), edition.publisher, site.settings.organisation)


def _texts(story: Story, key: str) -> tuple[str, ...]:
    value = story.values.get(key)
    return tuple(p.text for p in (value.parts or (value,)) if p.text) if value else ()
