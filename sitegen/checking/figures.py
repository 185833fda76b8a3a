"""Numbers of one publication that contradict each other, and charts whose figures do not fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.checking.wording.said import Said
from sitegen.checking.written import Written, written
from sitegen.markup.body import Chart
from sitegen.model.spanning import Site, StatRecord
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex
from sitegen.text import fold_name

_TOTALS = frozenset(("total", "totals", "all", "altogether", "in total", "overall total", "sum", "grand total"))
_BAND = regex(
    r"(?P<under><|under|below|fewer than|less than)? ?(?P<over>>|over|above|more than)? ?(?P<low>\d{1,6}(?:\.\d+)?)"
    r" ?%?(?: ?(?:[-–]|to) ?(?P<high>\d{1,6}(?:\.\d+)?) ?%?)?(?P<more> ?\+| (?:or|and) (?:over|more|above))?",
    re.IGNORECASE,
)
_LEAST_BANDS, _STEP, _ROW_LEFT_OUT = 3, 1e-6, 2
_Band = tuple[float, float, str]
"""The lowest and the highest number of a band, and its label."""


def stats_of_two_values(site: Site) -> Iterator[Problem]:
    """A warning at a headline number whose label and period stand in the same edition with another value."""
    first: dict[tuple[str, ...], StatRecord] = {}
    texts = {found.text.address: found for found in written(site)}
    for record in site.stats:
        stat = record.stat
        about = (record.edition, fold_name(stat.label), *map(fold_name, (stat.period, stat.population, stat.place)))
        other = first.setdefault(about, record)
        if (other.stat.value, other.stat.unit) != (stat.value, stat.unit) and record.address in texts:
            yield Problem(
                texts[record.address].line(stat.line, 1, len(f"::: stat {stat.text}")), "stat-two-values",
                f'"{stat.label}" is {stat.text} here and {other.stat.text} in "{other.title}".',
                "Correct one of the two, or say what tells them apart with `period` or `population`.",
            )  # fmt: skip


def labels_as_titles(said: Said) -> Iterator[Problem]:
    """A warning at a chart whose title only says again what the number beside it says."""
    body = said.found.text.body
    labels = {fold_name(stat.label) for stat in body.stats} if body.charts else set()
    for chart in body.charts:
        if chart.title and fold_name(chart.title) in labels:
            yield Problem(
                _at(said.found, chart), "label-and-title", f'"{chart.title}" is a number\'s label as well.',
                "Let the title say what the chart shows, in about ten words.",
            )  # fmt: skip


def _at(found: Written, chart: Chart) -> Where:
    return found.line(chart.line, 1, len(f"::: chart {chart.title}".strip()))


def totals_that_differ(said: Said) -> Iterator[Problem]:
    """A warning at each chart whose rows do not add up to its row of totals, and whose bands leave a gap or overlap."""
    text = said.found.text
    for chart in map(text.figures, text.body.charts):
        place = _at(said.found, chart)
        columns = (column for column in range(1, len(chart.columns)) if _differs(chart, column))
        yield from (_of_total(place, chart, column) for column in columns)
        yield from _of_bands(place, chart, [b for row in chart.rows if (b := _band(row[0].text))])


def _differs(chart: Chart, column: int) -> bool:
    total, parts = _total_and_parts(chart, column)
    if total is None or len(parts) < 2:
        return False
    slack = 0.5 * len(parts) if any(p != int(p) for p in parts) or "%" in chart.unit + chart.measure else 0.0
    return abs(sum(parts) - total) > slack


def _total_and_parts(chart: Chart, column: int) -> tuple[float | None, list[float]]:
    """The total of a column, and what should add up to it; nothing where a part is missing."""
    cells = [(fold_name(row[0].text) in _TOTALS, row[column].value) for row in chart.rows if len(row) > column]
    totals = [value for is_total, value in cells if is_total]
    parts = [value for is_total, value in cells if not is_total]
    known = [value for value in parts if value is not None]
    return (totals[0] if len(totals) == 1 else None), known if len(known) == len(parts) else []


def _of_total(place: Where, chart: Chart, column: int) -> Problem:
    total, parts = _total_and_parts(chart, column)
    return Problem(
        place, "total-differs",
        f'The rows of "{chart.columns[column]}" add up to {sum(parts):g}, and its total says {total:g}.',
        "Correct the one that is wrong. If the rows overlap, say so in `note` and leave the total out.",
    )  # fmt: skip


def _band(label: str) -> _Band | None:
    found = _BAND.fullmatch(label.strip())
    if not found:
        return None
    low = float(found["low"])
    if found["high"]:
        return low, float(found["high"]), label
    if found["under"]:
        return float("-inf"), low - _STEP, label
    if found["over"]:
        return low + _STEP, float("inf"), label
    return (low, float("inf"), label) if found["more"] else None


def _of_bands(place: Where, chart: Chart, bands: Sequence[_Band]) -> Iterator[Problem]:
    if len(bands) < _LEAST_BANDS or len(bands) < len(chart.rows) - 1:
        return
    for one, two in pairwise(bands):
        low, high = (one, two) if one[0] <= two[0] else (two, one)
        what = _fault(low, high)
        if what:
            yield Problem(
                place, "bands-of-table", f'The rows "{low[2]}" and "{high[2]}" {what}.',
                "Check them against the source. If it has them so, say so in `note` and allow it with `overrides`.",
            )  # fmt: skip


def _fault(low: _Band, high: _Band) -> str:
    """What is wrong between two neighbours; whole numbers follow each other without a gap."""
    if high[0] <= low[1]:
        return "overlap"
    return "leave a gap between them" if 1 < high[0] - low[1] < _ROW_LEFT_OUT else ""
