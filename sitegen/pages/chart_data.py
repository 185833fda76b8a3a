"""The figures behind every chart as a file beside the page that shows it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from sitegen.markup.body import Cell, Chart
from sitegen.model.spanning import Site
from sitegen.model.values import Text
from sitegen.pages.csv_files import csv_bytes, is_plain_number, without_unit
from sitegen.pages.page import File
from sitegen.pages.shared import Shared
from sitegen.regex import regex

_LONG_MINUS = regex(r"[−–](?=[0-9])")


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
    """The table of a chart for spreadsheets."""
    return csv_bytes(_heading(chart), ((_cell(cell, chart.unit) for cell in row) for row in chart.rows))


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
        return cell.text
    words = _LONG_MINUS.sub("-", cell.text, count=1)
    return words if is_plain_number(words) else without_unit(words, unit)
