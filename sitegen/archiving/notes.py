"""READ-ME-FIRST: what somebody reads who has opened an archive and knows nothing of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from html import escape
from textwrap import wrap

from sitegen.archiving.describing import described
from sitegen.model.spanning import Site
from sitegen.pages.data import ADDRESS as STORIES_JSON
from sitegen.pages.data_files import HUBS, QUOTES, SCHOOLS, STATS, STORIES
from sitegen.pages.data_page import LINK as EXPLAINED
from sitegen.pages.naming import edition_names
from sitegen.text import counted, in_words
from sitegen.writing.bag import DATA, INFO, MANIFEST

TEXT, HTML = "READ-ME-FIRST.txt", "READ-ME-FIRST.html"
_WIDTH = 78
_STYLE = (
    ":root{color-scheme:light dark}body{font:1.1rem/1.5 Georgia,serif;max-width:38rem;margin:2rem auto;padding:0 1rem}"
    "h1,h2{line-height:1.2}code{overflow-wrap:anywhere}"
)

_TABLES, _RECORDS = (STORIES, STATS, QUOTES), (STORIES_JSON, HUBS, SCHOOLS)

_Section = tuple[str, tuple[str, ...]]
"""A heading with its paragraphs; one that begins with a tab is to be typed."""


def notes(site: Site, name: str, addresses: Collection[str], left_out: str) -> Mapping[str, bytes]:
    """The note as plain text and as HTML, by the name of its file. `addresses` are all files of the site."""
    sections = tuple(_sections(site, name, addresses, left_out))
    return {TEXT: _text(site.settings.title, sections).encode(), HTML: _html(site, sections).encode()}


def _sections(site: Site, name: str, addresses: Collection[str], left_out: str) -> Iterator[_Section]:
    page = f"{DATA}index.html"
    yield "Read this first", (
        f"{described(site)} It needs no network and nothing but a web browser: you can read it, filter and search "
        "it, print it and take its data from it.",
    )
    yield "To open it", (
        "If you are looking into the zip file, take everything out of it first. Windows: right-click the zip file and "
        "choose Extract All. macOS: double-click it. Linux: choose Extract Here. Inside the zip file, links and "
        "pictures do not work.",
        f"Then open the folder {name} and in it the file {page} in any browser.",
    )
    yield "What is in it", tuple(_contents(site, addresses))
    yield "Who made it, and what you may do with it", tuple(_rights(site))
    if left_out:
        yield "What was left out", (
            f"{left_out} Whoever is shown in them has not agreed to their being in a copy that is handed on.",
        )
    yield "To see that it is whole", (
        f"The file {MANIFEST} has a checksum of each of its files, and the folder is a bag as archives use it "
        "(BagIt 1.0, RFC 8493): any program that knows such bags can check it. With what a computer has anyway, open "
        "a terminal in this folder and type, on Linux:",
        f"\tsha512sum --quiet -c {MANIFEST}",
        "on macOS:",
        f"\tshasum -a 512 --quiet -c {MANIFEST}",
        "If it prints nothing, every file is as it was packed. On Windows, this shows the checksum of one file, to "
        f"compare with its line in {MANIFEST}:",
        "\tcertutil -hashfile data\\index.html SHA512",
        f"{INFO} says in a form for programs what this is.",
    )


def _contents(site: Site, addresses: Collection[str]) -> Iterator[str]:
    names = edition_names(site.editions)
    if site.selection:
        whole = f" The whole is at {site.settings.base_url}" if site.settings.base_url else ""
        yield f"A part of a larger website: {site.selection.name}, complete in itself.{whole}"
    for edition in site.editions.values():
        stories = sum(story.edition == edition.id for story in site.stories.values())
        yield f"{names[edition.id]}: {counted(stories, 'story', 'stories')}, in {DATA}{edition.address}"
    tables, records = (
        in_words([f"{DATA}{address}" for address in group if address in addresses]) for group in (_TABLES, _RECORDS)
    )
    yield (
        f"{counted(len(addresses), 'file')} in all. For spreadsheets: {tables}. For programs: {records}. "
        f"{DATA}{EXPLAINED.address} explains them."
    )


def _rights(site: Site) -> Iterator[str]:
    settings = site.settings
    yield f"{settings.organisation}.{f' Licence: {settings.licence}.' if settings.licence else ''}"
    if settings.disclaimer:
        yield settings.disclaimer
    if settings.contact:
        yield f"Contact: {settings.contact}"
    if settings.base_url:
        yield f"It was published at {settings.base_url}"


def _text(title: str, sections: tuple[_Section, ...]) -> str:
    lines = [title, "=" * min(len(title), _WIDTH)]
    for heading, paragraphs in sections:
        lines += ["", heading, "-" * len(heading)]
        for paragraph in paragraphs:
            typed = paragraph.startswith("\t")
            lines += ["", *([f"    {paragraph.strip()}"] if typed else _wrapped(paragraph))]
    # Notepad of an old Windows knows no other ends of lines.
    return "\r\n".join(lines) + "\r\n"


def _wrapped(paragraph: str) -> list[str]:
    return wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _html(site: Site, sections: tuple[_Section, ...]) -> str:
    title = escape(site.settings.title)
    body = "".join(f"<h2>{escape(heading)}</h2>\n{_paragraphs(texts)}" for heading, texts in sections)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(site.settings.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">\n'
        f"<title>Read this first – {title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n"
        f'<p><a href="{DATA}index.html">Open the site</a>, once this folder is out of the zip file.</p>\n'
        f"{body}</main>\n</body>\n</html>\n"
    )


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(
        f"<pre><code>{escape(text.strip())}</code></pre>\n" if text.startswith("\t") else f"<p>{escape(text)}</p>\n"
        for text in texts
    )
