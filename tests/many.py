"""An edition of very many stories, made of a seed and not kept: what a cover, its contents and its lists can bear."""

from __future__ import annotations

import random
from pathlib import Path

from tests.full import generated

SECTIONS = 7


def site(folder: Path, stories: int = 400) -> Path:
    """A site folder with one edition of so many invented stories in seven sections."""
    chance = random.Random(stories)
    files = {
        "content/site.yaml": "title: Very many stories\norganisation: Network of Invented Schools\n",
        "content/hubs.yaml": "".join(f"- {{id: {h.lower().replace(' ', '-')}, name: {h}}}\n" for h in generated.HUBS),
        "content/2032-33/index.md": generated.front(kind="edition", title="A year of stories", academic_year="2032/33"),
    }
    for n in range(SECTIONS):
        files[f"{_section(n)}/index.md"] = generated.front(kind="section", title=f"Part {n + 1}")
    for n in range(stories):
        files[f"{_section(n % SECTIONS)}/{n // SECTIONS + 1:03}-story-{n}.md"] = generated.story(chance, n, stories)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def _section(n: int) -> str:
    return f"content/2032-33/{n + 1:02}-part-{n + 1}"
