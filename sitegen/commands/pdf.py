"""`pdf`: prints an edition, a section, a hub or a story to a PDF, by the browser that is installed."""

from __future__ import annotations

import argparse
import signal
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from sitegen.commands.folders import options
from sitegen.commands.outcome import report, status
from sitegen.commands.terminal import err, out
from sitegen.model.consents import PRINT
from sitegen.options import Options
from sitegen.paper.browsers import CHOICES, find_browser
from sitegen.paper.making import on_paper
from sitegen.paper.printing import printed
from sitegen.paper.subjects import Subject
from sitegen.text import counted
from sitegen.writing.errors import EnvironmentProblem, plain_errors

_SUFFIX = ".pdf"


def run(arguments: argparse.Namespace) -> int:
    """Makes the page as consents allow it in print, and writes the PDF of what is named; 1 where the site has errors.

    Nothing is written to the output folder.
    """
    with suppress(ValueError):  # of a thread: whoever started that ends it
        signal.signal(signal.SIGTERM, _ended)
    asked = replace(options(arguments, write=False), medium=PRINT)
    if not arguments.named:
        raise EnvironmentProblem("Say what is to be printed: an edition, a section, a hub or a story, as pdf 2022-23.")
    built, meant = on_paper(arguments.named, asked)
    if meant is None or status(built, asked):
        report(built, asked)
        return 1
    file = _file(arguments.title, meant)
    browser = find_browser()
    if browser is None:
        raise EnvironmentProblem(_by_hand(meant, asked))
    made = printed(built, meant.address, browser, asked.today, asked.site / ".sitegen")
    _write(file, made.content)
    if not made.is_numbered:
        err(f"{browser} does not say where its pages begin, so the contents have no page numbers.")
    pages = f": {counted(made.pages, 'page')}" if made.pages else ""
    out(f"Printed {meant.title} to {file}{pages}. Open {file.absolute().as_uri()}")
    return 0


def _ended(number: int, _frame: object) -> None:
    """Whoever ends this program ends the browser that it has started: it is left as after any other end."""
    raise SystemExit(128 + number)


def _file(named: list[str], meant: Subject) -> Path:
    """Where the PDF goes. What is there and is no PDF stays."""
    if len(named) > 1:
        raise EnvironmentProblem(f'"{named[1]}" is one name too many. A name with spaces goes between quotation marks.')
    file = Path(named[0] if named else meant.file)
    file = file / meant.file if file.is_dir() else file
    if file.suffix.lower() != _SUFFIX:
        raise EnvironmentProblem(f'"{file}" is not the name of a PDF: it has to end in {_SUFFIX}.')
    with plain_errors(f"{file} cannot be read"):
        if file.exists() and not _is_pdf(file):
            raise EnvironmentProblem(f"{file} is no PDF, so it stays as it is. Name another file.")
    return file


def _is_pdf(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as content:
        return content.read(5) == b"%PDF-"


def _write(file: Path, content: bytes) -> None:
    aside = file.with_name(f".{file.name}.new")
    with plain_errors(f"{file} cannot be written"):
        try:
            aside.write_bytes(content)
            aside.replace(file)
        finally:
            aside.unlink(missing_ok=True)


def _by_hand(meant: Subject, asked: Options) -> str:
    """What to do where there is no browser that can be asked."""
    page = asked.output / meant.address
    where = page.as_uri() if page.is_file() else f"{meant.address} of the site, once it is built"
    return (
        "No Chrome, Edge or Chromium was found to make the PDF. In any other browser, open "
        f'{where}, choose Print, then "Save as PDF". '
        f"One that is installed in a place of its own can be named in the variable {CHOICES[0]}."
    )
