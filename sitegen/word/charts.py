"""The figures that Word keeps with a chart, as rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from sitegen.regex import regex
from sitegen.word.trees import first, value, words

_MOST_ROWS, _MOST_SERIES = 500, 20
_DATE = regex(r"[dmy]", re.IGNORECASE)
_PLACE = regex(r"[0-9]{1,6}")
_QUOTED = regex(r"\"[^\"]*\"|\\.|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A chart in words: its title, which may be empty, and the rows of its table, of which the first is the heading."""

    title: str
    rows: tuple[tuple[str, ...], ...]


_Cells = Mapping[int, str]
"""Texts by their places, counted from 0."""


@dataclass(frozen=True, slots=True)
class _Series:
    name: str
    labels: _Cells
    figures: _Cells


def table_of_chart(chart: Element | None) -> ChartTable | None:
    """The figures of a chart as a table; None where they are not all there, or do not make one table."""
    plot = first(chart, "c:chart/c:plotArea")
    read = [_series(each) for each in _every_series(plot)]
    series = [each for each in read if each is not None]
    if not series or len(series) < len(read) or len(series) > _MOST_SERIES:
        return None
    labels = series[0].labels
    places = sorted({place for each in series for place in each.figures})
    if any(each.labels != labels for each in series) or set(places) - labels.keys() or len(labels) > _MOST_ROWS:
        return None
    rows = [(labels[place], *(each.figures.get(place, "") for each in series)) for place in sorted(labels)]
    title = _title(first(chart, "c:chart/c:title"))
    # A chart of one series takes its name for a title.
    title = title or (series[0].name if len(series) == 1 else "")
    return ChartTable(title, (("", *(each.name for each in series)), *rows))


def _every_series(plot: Element | None) -> Iterator[Element]:
    for shape in plot if plot is not None else ():
        yield from (child for child in shape if child.tag == "c:ser")


def _series(found: Element) -> _Series | None:
    """A series with its labels; None where one of both is not kept, or is no text."""
    labels, figures = _kept(first(found, "c:cat")), _kept(first(found, "c:val"))
    if labels is None or figures is None or _is_date(labels) or not all(map(_is_placed, (*labels, *figures))):
        return None
    name = _kept(first(found, "c:tx"))
    named = " ".join(_cells(name).values()) if name is not None else words_of(first(found, "c:tx/c:v"))
    return _Series(named, _cells(labels), _cells(figures))


def _kept(holder: Element | None) -> Element | None:
    """Where the texts or numbers lie that a chart keeps of its sheet."""
    paths = ("c:strRef/c:strCache", "c:numRef/c:numCache", "c:strLit", "c:numLit")
    return next((kept for path in paths if (kept := first(holder, path)) is not None), None)


def _is_placed(point: Element) -> bool:
    return point.tag != "c:pt" or bool(_PLACE.fullmatch(value(point, name="idx")))


def _format(kept: Element) -> str:
    return _QUOTED.sub("", words_of(first(kept, "c:formatCode"))).replace("General", "")


def _is_date(kept: Element) -> bool:
    """True for days, which a sheet keeps as numbers."""
    return bool(_DATE.search(_format(kept)))


def _cells(kept: Element) -> _Cells:
    points = (point for point in kept if point.tag == "c:pt")
    is_share = kept.tag in ("c:numCache", "c:numLit") and "%" in _format(kept)
    found = ((value(point, name="idx"), words_of(first(point, "c:v"))) for point in points)
    return {int(place): _figure(text, is_share) for place, text in found if _PLACE.fullmatch(place)}


def _figure(text: str, is_share: bool) -> str:
    """A number as it is read: a sheet keeps 7% as 0.07, and 0.1 as 0.10000000000000001."""
    try:
        number = float(text)
    except ValueError:
        return text
    return f"{number * 100:.6g}%" if is_share else f"{number:.12g}"


def _title(found: Element | None) -> str:
    if found is None:
        return ""
    kept = _kept(first(found, "c:tx"))
    return " ".join(_cells(kept).values()) if kept is not None else words(found)


def words_of(element: Element | None) -> str:
    """The text right in an element, on one line."""
    return "" if element is None else " ".join((element.text or "").split())
