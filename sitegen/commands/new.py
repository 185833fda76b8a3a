"""`new`: a story with all its fields, a section, an edition, a page; a whole site; schemas for editors; a host."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from sitegen.commands.arguments import today
from sitegen.commands.folders import shown, site_folder, theme_folder, to_type
from sitegen.commands.terminal import out
from sitegen.options import Options
from sitegen.writing.errors import EnvironmentProblem

_WHAT = 'Say what: new KIND "Title", as new case-study "Talk first, then write".'


def run(arguments: argparse.Namespace) -> int:
    """Makes what is asked for and says where it lies and what to do next; nothing that is there is changed."""
    what = arguments.named.strip().lower()
    _OTHER.get(what, _new_file)(arguments)
    return 0


def _new_file(arguments: argparse.Namespace) -> None:
    from sitegen.starting.stories import known_kinds, new_file

    asked = _options(arguments)
    kinds = known_kinds(asked.site)
    if not arguments.named:
        raise EnvironmentProblem(f"{_WHAT} {_kinds_are(list(kinds))}")
    made = new_file(arguments.named, " ".join(arguments.title), vars(arguments)["in"], asked, kinds)
    out(f"Made {_shown(made.path)}")
    for line in made.next:
        text, command, rest = line.partition("PROGRAM ")
        out(f"{text}{to_type(arguments, rest)}" if command else line)


def _kinds_are(kinds: list[str]) -> str:
    from sitegen.text import in_words

    return f"The kinds are {in_words(kinds)}; site, schemas and host are for a new site, for editors and for the web."


def _new_site(arguments: argparse.Namespace) -> None:
    from sitegen.starting.site import new_site

    if not arguments.title:
        raise EnvironmentProblem("Say where: new site FOLDER, with the name of a folder that is not there yet.")
    folder = Path(os.path.abspath(" ".join(arguments.title)))
    if arguments.host:
        from sitegen.starting.hosts import check_host

        check_host(arguments.host)
    new_site(folder, theme_folder())
    out(f"Made {shown(folder)}, a small site of invented schools, for you to replace with your own.")
    if arguments.host:
        _recipe(folder, arguments.host)
    out("Next: go into that folder and run: python3 build.py (on Windows: py build.py). README.md there says the rest.")


def _new_schemas(arguments: argparse.Namespace) -> None:
    from sitegen.starting.editors import new_schemas
    from sitegen.starting.stories import known_kinds

    site = site_folder(arguments)
    made = new_schemas(site, known_kinds(site))
    out(f"Made {len(made.schemas)} schemas in {_shown(site / '.vscode' / 'schemas')}")
    for line in made.next:
        out(line)


def _new_host(arguments: argparse.Namespace) -> None:
    from sitegen.starting.hosts import HOSTS
    from sitegen.text import in_words

    if not arguments.title:
        raise EnvironmentProblem(f"Say which: new host NAME. There are {in_words(list(HOSTS))}.")
    _recipe(site_folder(arguments), "-".join(arguments.title).lower())


def _recipe(site: Path, host: str) -> None:
    from sitegen.starting.hosts import new_host

    made = new_host(site, host, (site / "templates", theme_folder()))
    for path in made.paths:
        out(f"Made {_shown(path)}")
    out(made.next)


_OTHER: dict[str, Callable[[argparse.Namespace], None]] = {
    "site": _new_site, "schemas": _new_schemas, "host": _new_host,
}  # fmt: skip


def _options(arguments: argparse.Namespace) -> Options:
    site = site_folder(arguments)
    return Options(site=site, output=site / "output", theme=theme_folder(), today=today(arguments.today))


def _shown(path: Path) -> str:
    return shown(path).removesuffix("/")
