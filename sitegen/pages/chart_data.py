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
_PLAIN_NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?%?")
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
    writer.writerows(map(_cell, row) for row in chart.rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _heading(chart: Chart) -> Iterator[str]:
    """The names of the columns, those of figures with their unit where the name does not say it."""
    first, *others = chart.columns or ("",)
    yield first
    for name in others:
        told = not chart.unit or chart.unit.casefold() in name.casefold()
        yield name if told else f"{name} ({chart.unit})"


def _cell(cell: Cell) -> str:
    """A cell as the page shows it, a number below zero with the minus that spreadsheets know."""
    return _inert(cell.text if cell.value is None else _LONG_MINUS.sub("-", cell.text, count=1))


def _inert(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    if _BEGINS_FORMULA.match(words) and not _PLAIN_NUMBER.fullmatch(words):
        return f"'{words}"
    return words
