"""Tiny sites for tests: a dictionary of files becomes a site folder, and a build of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen.pipeline import Build, Options, build

ROOT = Path(__file__).resolve().parents[1]
TODAY = datetime.date(2024, 1, 15)

FRAME = {
    "content/site.yaml": "title: Test stories\norganisation: Test network\n",
    "content/2022-23/index.md": "---\nkind: edition\ntitle: Annual report\nacademic_year: 2022/23\n---\nWelcome.\n",
}
"""The least that a site is: settings and one edition."""


def story(title: str = "A story", body: str = "Text.", kind: str = "news-item", **fields: str) -> str:
    """The text of a story file: `fields` are lines of front matter."""
    lines = [f"kind: {kind}", f"title: {title}", *(f"{k}: {v}" for k, v in fields.items())]
    return "---\n" + "\n".join(lines) + f"\n---\n{body}\n"


def folder(root: Path, files: Mapping[str, str | bytes], frame: Mapping[str, str] = FRAME) -> Path:
    """A site folder with the frame and these files."""
    for path, content in {**frame, **files}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def built(root: Path, files: Mapping[str, str | bytes], **options: Any) -> Build:
    """A build of the frame and these files, nothing written unless `write=True`."""
    site = folder(root, files)
    given = {"write": False, "today": TODAY, **options}
    return build(Options(site=site, output=site / "output", theme=ROOT / "templates", **given))


def codes(result: Build) -> list[str]:
    """The codes of a build's problems, in order of place."""
    return [p.code for p in result.problems]
