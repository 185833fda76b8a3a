"""The same pictures as a site of sitegen and as one of Hugo: pages of ten, each picture at three widths and as JPEG."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.bench import hugo, ours
from tests.bench.sites import Site, write

_ON_A_PAGE = 10
_SECTION = "content/2024-25/01-primary"

_SETTINGS = """baseURL = "https://example.org/"
title = "Pictures from the hubs"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "section"]
"""
# The originals are not published: sitegen does not publish them either.
_PAGE = "---\ntitle: Pictures {page}\nbuild: {{publishResources: false}}\n---\n"
_LAYOUT = """<!doctype html><html lang="en"><title>{{ .Title }}</title><h1>{{ .Title }}</h1>
{{ range .Resources.ByType "image" }}
{{ $sizes := slice (.Resize "480x webp q80") (.Resize "960x webp q80") (.Resize "1600x webp q80") }}
{{ $plain := .Resize "960x jpg q80" }}
<picture><source type="image/webp" srcset="{{ range $sizes }}{{ .RelPermalink }} {{ .Width }}w, {{ end }}">
<img src="{{ $plain.RelPermalink }}" width="{{ $plain.Width }}" height="{{ $plain.Height }}" alt="{{ .Name }}">
</picture>
{{ end }}
"""


def picture_name(number: int) -> str:
    """The name of a picture's file in the folder of all pictures."""
    return f"picture-{number:04d}.jpg"


def our_site(folder: Path, pictures: Path, count: int) -> Site:
    """Writes a site of sitegen that shows so many pictures of a folder, and says how it is built."""
    write(folder, _our_files(count))
    for page, number in _places(count):
        _lend(pictures / picture_name(number), folder / _SECTION / _ours(page, number))
    command = (*ours.COMMAND, "build", "--site", str(folder))
    return Site("sitegen", folder, command, ours.MADE, "", "output/2024-25/primary/pictures-00/index.html")


def hugo_site(folder: Path, pictures: Path, count: int, program: Path) -> Site:
    """Writes a site of Hugo that shows the same."""
    write(folder, _hugo_files(count))
    for page, number in _places(count):
        _lend(pictures / picture_name(number), folder / f"content/pictures-{page:02}" / picture_name(number))
    return Site("Hugo", folder, hugo.command(program, folder), hugo.MADE, "", "public/pictures-00/index.html")


def _places(count: int) -> Iterator[tuple[int, int]]:
    """The page and the number of each picture."""
    return ((number // _ON_A_PAGE, number) for number in range(count))


def _our_files(count: int) -> Iterator[tuple[str, str]]:
    yield "content/site.yaml", ours.SETTINGS
    yield "content/2024-25/index.md", ours.edition_page("2024-25")
    yield f"{_SECTION}/index.md", ours.section_page("primary")
    for page in range(-(-count // _ON_A_PAGE)):
        numbers = [number for at, number in _places(count) if at == page]
        shown = [f"![Picture {number} of the walls]({_ours(page, number)})" for number in numbers]
        gallery = "\n\n".join(("::: gallery\nshows: no people", *shown, ":::"))
        yield f"{_SECTION}/pictures-{page:02}.md", f"---\nkind: case-study\ntitle: Pictures {page}\n---\n\n{gallery}\n"


def _hugo_files(count: int) -> Iterator[tuple[str, str]]:
    yield "hugo.toml", _SETTINGS
    yield "layouts/single.html", _LAYOUT
    yield "layouts/home.html", "<!doctype html><title>Pictures</title>"
    for page in range(-(-count // _ON_A_PAGE)):
        yield f"content/pictures-{page:02}/index.md", _PAGE.format(page=page)


def _ours(page: int, number: int) -> str:
    return f"walls-{page:02}-{number:04}.jpg"


def _lend(file: Path, to: Path) -> None:
    """Puts a picture into a site without taking its room on the disk twice, where that can be had."""
    try:
        os.link(file, to)
    except OSError:
        shutil.copyfile(file, to)
