"""What editions, sections and stories are called where they are mentioned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.model.spanning import Site
from sitegen.model.values import Edition, Section, Story
from sitegen.pages.wording import date_words, lower_first, upper_first
from sitegen.text import in_words

COLOURS = 7
"""So many section colours there are; the eighth section takes the first again."""


def edition_names(editions: Mapping[str, Edition]) -> dict[str, str]:
    """A short name for each edition by id, no two alike: `Annual report 2022/23`, `Newsletter 16, May 2019`."""
    names = {e.id: _short_name(e) for e in editions.values()}
    names = _told_apart(names, {i: e.title for i, e in editions.items()})
    return _told_apart(names, {i: f"{n} ({i})" for i, n in names.items()})


def _told_apart(names: Mapping[str, str], longer: Mapping[str, str]) -> dict[str, str]:
    shared = Counter(n.casefold() for n in names.values())
    return {i: longer[i] if shared[n.casefold()] > 1 else n for i, n in names.items()}


def _short_name(edition: Edition) -> str:
    if edition.type == "annual report" and edition.academic_year:
        return f"Annual report {edition.academic_year.label}"
    if edition.type == "newsletter" and edition.issue_number:
        date = date_words(edition.date)
        return f"Newsletter {edition.issue_number}{', ' + date if date else ''}"
    return edition.title


def edition_sort(edition: Edition) -> str:
    """What sort of publication it is, to stand above its title: `Annual report`."""
    return upper_first(edition.type)


def section_class(section: Section | None) -> str:
    """`sec-1` … `sec-7` by the section's number, repeating; empty outside any section."""
    return f"sec-{(section.number - 1) % COLOURS + 1}" if section else ""


def two_digits(number: int | None) -> str:
    """`02`; empty without a number."""
    return "" if number is None else f"{number:02d}"


def section_of(site: Site, story: Story) -> Section | None:
    """The section that a story stands in, or None."""
    return site.sections.get(story.section)


def story_numeral(story: Story) -> str:
    """What stands large beside a story in lists: `02`, or the name of its kind."""
    return two_digits(story.number) or story.kind.name


def story_mark(story: Story) -> str:
    """A story's place in its section in words: `story 02`, or the name of its kind."""
    return f"story {two_digits(story.number)}" if story.number is not None else lower_first(story.kind.name)


def section_mark(section: Section) -> str:
    """`02 Secondary`."""
    return f"{two_digits(section.number)} {section.title}"


def rod(site: Site, section: Section | None) -> tuple[int, int]:
    """How many squares of the section's rod are solid, and of how many: (0, 0) outside any section."""
    if section is None:
        return 0, 0
    edition = site.editions.get(section.edition)
    return section.number, max(section.number, len(edition.sections) if edition else 0)


def public_address(base_url: str, address: str) -> str:
    """The whole address of a page on the web, without `index.html`; empty without a base URL."""
    return f"{base_url.rstrip('/')}/{address.removesuffix('index.html')}" if base_url else ""


def name_list(names: Sequence[str], most: int) -> str:
    """Names in a row, counted after the first `most`: with commas, or with semicolons where names hold commas."""
    more = len(names) - most
    shown = [*names[:most], f"{more:,} more"] if more > 0 else list(names)
    if any("," in name for name in names) and len(shown) > 1:
        return f"{'; '.join(shown[:-1])}; and {shown[-1]}"
    return in_words(shown)
