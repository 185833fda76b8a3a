"""A tiny site with something of everything, as it was and as it becomes: pages change, come and go."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PIL import Image

from tests.sites import folder, story

EDITION = "content/2022-23"
GONE = b"zzqqelm"
"""A word in everything of the story that goes."""
ONLY_NEW = b"zzqqash"


@cache
def photo(colour: str) -> bytes:
    """A picture that takes a page or two of a disk."""
    shown = Image.effect_mandelbrot((120, 80), (-2, -1.5, 1, 1.5), 50).convert("RGB")
    tinted = Image.blend(shown, Image.new("RGB", shown.size, colour), 0.5)
    data = io.BytesIO()
    tinted.save(data, "JPEG")
    return data.getvalue()


def case(name: str, body: str = "They talk.", **fields: str) -> str:
    """A case study whose picture and download are named after it."""
    image = f"{{file: {name}.jpg, alt: A wall of {name}, shows: no people}}"
    more = f"{body}\n\nRead [the plan of {name}]({name}.pdf)."
    given = {"school": f"{name} School", "image": image, "themes": f"[Theme of {name}]", **fields}
    return story(name, more, kind="case-study", **given)


def whole_case(number: int, name: str, colour: str, **fields: str) -> dict[str, str | bytes]:
    return {
        f"{EDITION}/{number:02}-{name}.md": case(name, **fields),
        f"{EDITION}/{name}.jpg": photo(colour),
        f"{EDITION}/{name}.pdf": b"%PDF-1.4 " + name.encode() * 40,
    }


SAME: Mapping[str, str | bytes] = {
    **whole_case(1, "oak", "teal", hub="Glow"),
    "content/hubs.yaml": "- id: glow\n  name: GLOW\n  aliases: [Glow]\n",
    "private/consents.yaml": "- {id: C-001, covers: name, scope: web}\n",
    f"{EDITION}/02-yew.md": story("Yew", "Yew counts."),
}
OLD: Mapping[str, str | bytes] = {
    **SAME,
    **whole_case(3, "zzqqelm", "navy", themes="[Zzqqelmtheme]"),
    f"{EDITION}/04-fir.md": story("Fir", "Fir began, [as another did](03-zzqqelm.md)."),
}
NEW: Mapping[str, str | bytes] = {
    **SAME,
    f"{EDITION}/04-fir.md": story("Fir", "Fir has gone on."),
    **whole_case(5, "zzqqash", "olive"),
}


def put(site: Path, files: Mapping[str, str | bytes]) -> Path:
    """The site folder with these sources and no other; what was built stays."""
    for name in ("content", "private"):
        shutil.rmtree(site / name, ignore_errors=True)
    return folder(site, files)


def everything(root: Path) -> dict[str, bytes]:
    """Each file below a folder by its path, lists and hidden ones as well; a folder counts with a slash."""
    return {
        p.relative_to(root).as_posix() + ("/" if p.is_dir() else ""): b"" if p.is_dir() else p.read_bytes()
        for p in root.rglob("*")
    }


def copy(source: Path, target: Path) -> Path:
    """A copy of a site folder, with its times and what was built."""
    return Path(shutil.copytree(source, target, symlinks=True))


def leftovers(site: Path, word: bytes) -> list[str]:
    """Whatever beside the sources still says a word, in its name or its bytes, and what was left half done."""
    found = {}
    for name in (".output.shadow", "output", ".sitegen"):
        if (site / name).is_dir():
            found |= {f"{name}/{path}": content for path, content in everything(site / name).items()}
    told = [p for p, content in found.items() if word in content.lower() or word in os.fsencode(p.lower())]
    return told + [p for p in found if p.endswith((".new", "/old", "journal", "latecomer")) or "unfinished-" in p]
