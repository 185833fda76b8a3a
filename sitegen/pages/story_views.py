"""What the page of a story shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.markup.body import Heading
from sitegen.model.spanning import Site
from sitegen.model.values import Section, Story
from sitegen.pages.alike import alike_story
from sitegen.pages.basis import Basis
from sitegen.pages.cards import card, details
from sitegen.pages.details import corrections, source_views
from sitegen.pages.heads import head, print_address
from sitegen.pages.naming import rod, section_of, story_mark, two_digits
from sitegen.pages.reading_order import story_neighbours
from sitegen.pages.scenes import scene
from sitegen.pages.sharing.cards import story_card
from sitegen.pages.sharing.panel import share_story
from sitegen.pages.views import Head, LinkView, NeighbourView, StoryPage
from sitegen.pages.wording import brief, date_words, lower_first, upper_first
from sitegen.text import slug


def story_views(site: Site, basis: Basis) -> dict[str, StoryPage]:
    """What the page of each story shows by its id, edition by edition in reading order."""
    found = {}
    for order in basis.order.values():
        neighbours = story_neighbours(site, order, basis.names)
        found.update({id_: _view(site, basis, site.stories[id_], neighbours[id_]) for id_ in order})
    return found


def _view(site: Site, basis: Basis, story: Story, neighbours: tuple[NeighbourView, ...]) -> StoryPage:
    section, image = section_of(site, story), story.image
    solid, squares = rod(site, section)
    kicker, facts = _kicker(story, section), card(site, scene(site, basis.behind, story))
    drawn = story_card(site, story, section, kicker, facts, (solid, squares))
    return StoryPage(
        head=_head(site, basis, story, section),
        title=story.title,
        summary=story.summary,
        kicker=kicker,
        numeral=two_digits(story.number),
        rod=solid,
        rods=squares,
        date=date_words(story.date),
        date_iso=story.date.machine if story.date else "",
        updated=date_words(story.updated),
        card=facts,
        text=story.text,
        headings=headings(story.address, story.text.body.headings),
        people=_people(site, story),
        details=details(site, story),
        wall=story.id,
        picture=story.picture,
        picture_alt=image.alt if image and not image.decorative else "",
        picture_lacks_words=bool(image and not image.alt and not image.decorative),
        picture_caption=image.caption if image else "",
        picture_credit=image.credit if image else "",
        source=source_views(story),
        corrections=corrections(story),
        related=basis.rows_of(story.related),
        neighbours=neighbours,
        terms=tuple(_terms(basis, story)),
        share=share_story(site, story, basis.names[story.edition], facts, drawn),
        share_card=drawn,
        questions=story.kind.questions,
        alike=alike_story(site, story),
        print_address="" if story.screen_only else print_address(story.address),
    )


def _head(site: Site, basis: Basis, story: Story, section: Section | None) -> Head:
    edition = basis.edition_link(site, story.edition)
    above = (edition, LinkView(section.title, section.address)) if section else (edition,)
    return head(
        site,
        story.address,
        (*above, LinkView(upper_first(story_mark(story)), story.address)),
        story.summary or brief(story.text.body.plain) or story.title,
        section=section,
        cover=site.editions[story.edition].cover_colour,
        draft=story.draft,
        title=(story.title, *(a.text for a in reversed(above))),
    )


def _kicker(story: Story, section: Section | None) -> str:
    kind = story.kind.name
    if section and kind.casefold() in section.title.casefold():
        return section.title
    return f"{section.title}, {lower_first(kind)}" if section else kind


def headings(address: str, found: Iterable[Heading]) -> tuple[LinkView, ...]:
    """The second-level headings of a text as the way through its page."""
    return tuple(LinkView(h.text, address, fragment=h.id) for h in found if h.level == 2)


def _people(site: Site, story: Story) -> tuple[LinkView, ...]:
    addresses = (site.people[p.id].address if p.id in site.people else "" for p in story.people)
    notes = (", ".join(n for n in (p.role, p.place) if n) for p in story.people)
    return tuple(LinkView(p.name, a, n) for p, a, n in zip(story.people, addresses, notes, strict=True))


def _terms(basis: Basis, story: Story) -> Iterator[tuple[str, tuple[LinkView, ...]]]:
    """What readers find the story by, each term leading to the stories that share it; without what the card shows."""
    shown = {fact.field for fact in story.facts}
    for field, label, words in (
        ("phase", "Phase", story.phase),
        ("programme", "Programme", story.programmes),
        ("themes", "Themes", story.themes),
        ("evidence", "Evidence", story.evidence),
    ):
        if words and field not in shown:
            yield label, tuple(LinkView(w, basis.terms.get((field, slug(w)), "")) for w in words)
