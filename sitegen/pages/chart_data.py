"""The figures behind every chart as a file beside the page that shows it."""

from __future__ import annotations

import csv
import io
import posixpath
import re
from collections.abc import Iterable, Iterator

from sitegen.markup.body import Cell, Chart
from sitegen.model.spanning import Site
from sitegen.model.values import Text
from sitegen.pages.page import File
from sitegen.pages.shared import Shared

_BEGINS_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_PLAIN_NUMBER = re.compile(rf"[-+]?{_NUMBER}%?")
_LONG_MINUS = re.compile(r"[−–](?=[0-9])")


def chart_data(site: Site, shared: Shared) -> Iterable[File]:
    """A CSV file for every chart with figures, in the folder of its page."""
    every = (site.editions, site.sections, site.stories, site.pages)
    for made in (made for group in every for made in group.values()):
        for chart in made.text.body.charts:
            address = data_address(made.text, chart)
            if address:
                yield File(address, csv_file(made.text.figures(chart)), made.where)


def data_address(text: Text, chart: Chart) -> str:
    """Where the figures of a chart of that text are to be had; empty for a chart without any."""
    rows = text.figures(chart).rows
    if chart.pending or not rows or not chart.id or not text.address:
        return ""
    return posixpath.join(posixpath.dirname(text.address), f"{chart.id}.csv")


def csv_file(chart: Chart) -> bytes:
    """The table of a chart as CSV (RFC 4180), marked as UTF-8 for spreadsheets; no cell of it can be a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_inert(name) for name in _heading(chart))
    writer.writerows((_cell(cell, chart.unit) for cell in row) for row in chart.rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _heading(chart: Chart) -> Iterator[str]:
    """The names of the columns, those of figures with their unit where the name does not say it."""
    first, *others = chart.columns or ("",)
    yield first
    for name in others:
        yield name if holds_unit(name, chart.unit) else f"{name} ({chart.unit})"


def holds_unit(words: str, unit: str) -> bool:
    """True where words say a unit as a word of its own (`m` is none of `Number`), and where there is no unit."""
    return not unit or re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", words, re.IGNORECASE) is not None


def _cell(cell: Cell, unit: str) -> str:
    """A cell as the page shows it; a figure with the minus that spreadsheets know, without the unit of the heading."""
    if cell.value is None:
        return _inert(cell.text)
    words = _LONG_MINUS.sub("-", cell.text, count=1)
    return _inert(words if _PLAIN_NUMBER.fullmatch(words) else _without_unit(words, unit))


def _without_unit(words: str, unit: str) -> str:
    """`-5` of `-5 km` and of `-£5`; words that are more than a number with the unit as they are."""
    if not unit:
        return words
    named = rf"(?:{re.escape(unit)})?"
    found = re.fullmatch(rf"([-+]?){named}({_NUMBER})\s*{named}", words.strip(), re.IGNORECASE)
    return f"{found[1]}{found[2]}" if found else words


def _inert(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    if _BEGINS_FORMULA.match(words) and not _PLAIN_NUMBER.fullmatch(words):
        return f"'{words}"
    return words
