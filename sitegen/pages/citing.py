"""How to cite a story or an edition: what is known of it, and that as one line of text."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model.spanning import Site
from sitegen.model.values import Edition, Story
from sitegen.pages.naming import public_address
from sitegen.pages.wording import one_of
from sitegen.schema.values import DateValue
from sitegen.text import in_words


@dataclass(frozen=True, slots=True)
class Citation:
    """What is known of a page that is cited. `within` is the title of the edition around it, empty for an edition."""

    id: str
    authors: tuple[str, ...]
    year: str
    title: str
    within: str = ""
    publisher: str = ""
    isbn: str = ""
    link: str = ""

    @property
    def line(self) -> str:
        """`Authors (year). Title. In: Edition. Publisher. Address`; a publisher that is the author is said once."""
        authors = in_words(self.authors)
        within = f"In: {self.within}" if self.within else ""
        first = f"{authors} ({self.year})" if self.year else authors
        publisher = "" if self.publisher == authors else self.publisher
        parts = (part for part in (first, self.title, within, publisher, self.link) if part)
        return " ".join(part if part.endswith((".", "?", "!", "/")) else f"{part}." for part in parts)


def cite_story(site: Site, story: Story, edition_name: str) -> Citation:
    """A story as it is cited."""
    edition = site.editions[story.edition]
    return Citation(
        story.id,
        authors_of(edition, story) or (site.settings.organisation,),
        _story_year(story) or _year(edition),
        story.title,
        _edition_title(edition, edition_name),
        publisher_of(site, edition, story),
        in_words(_texts(story, "isbn")),
        public_address(site.settings.base_url, story.address),
    )


def cite_edition(site: Site, edition: Edition, edition_name: str) -> Citation:
    """An edition as it is cited."""
    return Citation(
        edition.id,
        authors_of(edition, None) or (site.settings.organisation,),
        _year(edition),
        _edition_title(edition, edition_name),
        "",
        publisher_of(site, edition, None),
        edition.isbn,
        public_address(site.settings.base_url, edition.address),
    )


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
