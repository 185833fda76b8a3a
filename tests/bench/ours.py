"""The corpus as a site of sitegen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpus import Story, folded, stories
from tests.bench.sites import EDITED, Site, quoted, write
from tests.bench.vocabulary import EDITIONS, HUBS, SECTIONS

COMMAND = (sys.executable, "-m", "sitegen")

SETTINGS = (
    "title: Stories from the hubs\norganisation: The hubs network\nbase_url: https://example.org/\nlanguage: en-GB\n"
)
MADE = ("output", ".output.shadow", ".sitegen")


def site(folder: Path, count: int) -> Site:
    """Writes the site of so many stories and says how it is built."""
    write(folder, _files(count))
    facts = EDITED.facts
    page = f"{facts.edition}/{facts.section}/{EDITED.name}/index.html"
    return Site(
        "sitegen",
        folder,
        (*COMMAND, "build", "--site", str(folder)),
        MADE,
        _path(EDITED),
        f"output/{page}",
        hubs="output/hubs",
        serve=(*COMMAND, "serve", "--site", str(folder), "--port"),
        address=page,
    )


def _files(count: int) -> Iterator[tuple[str, str]]:
    yield "content/site.yaml", SETTINGS
    yield "content/hubs.yaml", "".join(
        f"- id: {folded(hub)}\n  name: {hub}\n  region: {hub.split()[0]}\n" for hub in HUBS
    )
    for edition in EDITIONS:
        yield f"content/{edition}/index.md", edition_page(edition)
        for section in SECTIONS:
            yield f"content/{edition}/{_folder(section)}/index.md", section_page(section)
    for story in stories(count):
        yield _path(story), f"---\n{''.join(_facts(story))}---\n\n{story.body}"


def edition_page(edition: str) -> str:
    """The cover of an edition."""
    year = edition.replace("-", "/")
    return f"---\nkind: edition\ntitle: Stories {edition}\nacademic_year: {year}\n---\n\nWelcome.\n"


def section_page(section: str) -> str:
    """The first page of a section."""
    return f"---\nkind: section\ntitle: {section}\n---\n\nStories of {section}.\n"


def _path(story: Story) -> str:
    return f"content/{story.facts.edition}/{_folder(story.facts.section)}/{story.name}.md"


def _folder(section: str) -> str:
    return f"{SECTIONS.index(section) + 1:02}-{section}"


def _facts(story: Story) -> Iterator[str]:
    facts = story.facts
    yield f"title: {quoted(facts.title)}\n"
    yield f"kind: {facts.kind}\n"
    yield f"school: {quoted(facts.school)}\n"
    yield f"phase: {facts.phase}\n"
    yield f"size: {facts.size}\n"
    yield f"disadvantage: {facts.disadvantage}% Pupil Premium\n"
    yield f"hub: {quoted(facts.hub)}\n"
    yield f"years_engaged: {facts.years_engaged}\n"
    yield f"date: {facts.date}\n"
    yield f"summary: {quoted(facts.summary)}\n"
    yield f"themes: [{', '.join(facts.themes)}]\n"
