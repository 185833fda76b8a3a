"""Takes pictures of one page of every kind, for review by eye: `python3 -m tests.screenshots [--help]`.

The site of the repository and the invented one of tests/extremes are built and opened from disk; a page `index.html`
beside the pictures shows them all.
"""

from __future__ import annotations

import argparse
import html
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import environment
from tests import chromium

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class View:
    """A way of looking at a page: a width in CSS pixels and what the reader's machine asks for."""

    name: str
    width: int = 1440
    scheme: str = "light"
    forced: str = "none"
    contrast: str = "no-preference"
    media: str = "screen"
    script: bool = True


VIEWS = (
    View("1440-light"),
    View("1440-dark", scheme="dark"),
    View("390-light", 390),
    View("390-dark", 390, scheme="dark"),
    View("820-light", 820),
    View("320-light", 320),
    View("2560-light", 2560),
    View("1440-forced", forced="active"),
    View("1440-contrast", contrast="more"),
    View("1440-no-script", script=False),
    View("794-print", 794, media="print"),
)
_SHOW_PICTURES = """Promise.all([...document.images].map(image => {
  image.loading = 'eager'; return image.decode().catch(() => {});
}))"""
USUAL = ("1440-light", "1440-dark", "390-light", "390-dark")


def main(arguments: list[str]) -> int:
    """Takes the pictures inside .venv, making it and seeing to Chromium first."""
    if not (environment.is_this_process() and environment.is_ready("test")):
        missing = chromium.see_to_it()
        if missing:
            environment.say(missing)
            return 2
        return environment.start_inside("-m", "tests.screenshots", *arguments, extra="test")
    asked = _asked(arguments)
    views = [v for v in VIEWS if v.name in (asked.views or USUAL)]
    taken = list(_pictures(Path(asked.output), views, asked.addresses))
    (Path(asked.output) / "index.html").write_text(_sheet(taken), "utf-8")
    print(f"{len(taken)} pictures. Open {(Path(asked.output) / 'index.html').resolve().as_uri()}")
    return 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 -m tests.screenshots", description=__doc__)
    parser.add_argument("addresses", nargs="*", help="pages, as in site/2022-23/index.html; without: one of every kind")
    parser.add_argument("--output", default=str(ROOT / ".sitegen" / "screens"), help="the folder for the pictures")
    parser.add_argument("--views", nargs="+", choices=[v.name for v in VIEWS], help=f"without: {', '.join(USUAL)}")
    return parser.parse_args(arguments)


def _pictures(folder: Path, views: list[View], addresses: list[str]) -> Iterator[tuple[str, str]]:
    """Takes every picture; yields its page and its file's name."""
    from playwright.sync_api import sync_playwright

    from tests.whole import write

    folder.mkdir(parents=True, exist_ok=True)
    sites = {"site": write(ROOT, folder / "site"), "extremes": write(ROOT / "tests" / "extremes", folder / "extremes")}
    pages = addresses or [f"{name}/{address}" for name, whole in sites.items() for address in whole.one_of_each()]
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        for view in views:
            context = program.new_context(
                viewport={"width": view.width, "height": 900}, color_scheme=view.scheme, forced_colors=view.forced,
                contrast=view.contrast, java_script_enabled=view.script, offline=True,
            )  # type: ignore[arg-type] # fmt: skip
            page = context.new_page()
            page.emulate_media(media=view.media)  # type: ignore[arg-type]
            for address in pages:
                page.goto((folder / address).as_uri())
                name = f"{address.removesuffix('.html').removesuffix('/index').replace('/', '_')}-{view.name}.png"
                page.evaluate(_SHOW_PICTURES)
                page.screenshot(path=folder / name, full_page=True)
                yield address, name
            context.close()
        program.close()


def _sheet(taken: list[tuple[str, str]]) -> str:
    """A page that shows the pictures of each page side by side."""
    by_page: dict[str, list[str]] = {}
    for address, name in taken:
        by_page.setdefault(address, []).append(name)
    shown = "".join(
        f'<h2><a href="{html.escape(page)}">{html.escape(page)}</a></h2><p>'
        + "".join(f'<a href="{html.escape(n)}"><img src="{html.escape(n)}" alt="{html.escape(n)}"></a>' for n in names)
        for page, names in by_page.items()
    )
    look = "body{font:16px sans-serif}p{display:flex;gap:12px;align-items:flex-start}img{width:340px;border:1px solid}"
    return f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Pages</title><style>{look}</style>{shown}'


if __name__ == "__main__":
    sys.exit(environment.guarded(lambda: main(sys.argv[1:])))
