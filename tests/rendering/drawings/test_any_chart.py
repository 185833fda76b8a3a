"""Charts of whatever authors may write: none is large, no words cover others, every bar is as long as its figure."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.markup.body import Cell, Chart
from sitegen.rendering.drawings.charts import DrawnChart, drawn
from sitegen.rendering.drawings.plots import BOTTOM, TOP
from tests.rendering.shapes import boxes, circles, places, svg

FIGURES = st.one_of(
    st.integers(-100, 100).map(float),
    st.floats(-1e15, 1e15, allow_nan=False).map(lambda value: round(value, 2)),
    st.sampled_from((0.0, 1e-9, -1e-9, 1e15, -0.0)),
)
QUALIFIERS = st.sampled_from((None, None, None, "about", "over", "under", "at least"))
WORDS = st.one_of(
    st.sampled_from(("2021", "Autumn 30", "Yes", "", "Hill School", "Q1", "漢字", "Cohort of September 2023")),
    st.text("abcdefgh MWi—é", max_size=30),
    st.text("abc ", min_size=120, max_size=120),
)
UNITS = st.sampled_from(("", "%", "£", "schools", "people", "km", "% of all pupils who were asked in the first week"))


SHORT_FIGURES = st.one_of(st.integers(-100, 100).map(float), st.integers(0, 9).map(float), st.sampled_from((0.0, 2.5)))
SHORT_WORDS = st.sampled_from(("2021", "A", "Yes", "No", "Q1", "All", "Girls", "", "Maths"))


@st.composite
def cells(draw, figures: st.SearchStrategy[float], qualifiers: st.SearchStrategy[str | None]) -> Cell:
    value = draw(st.one_of(st.none(), figures, figures, figures))
    if value is None:
        return Cell(draw(st.sampled_from(("–", "n/a", ""))))
    qualifier = draw(qualifiers)
    said = f"{value:,.10g}"
    return Cell(f"{qualifier} {said}" if qualifier else said, value, qualifier)


@st.composite
def charts(draw, *types: str, short: bool = False) -> Chart:
    """Charts of these types; `short` ones have figures and words of few letters, so that most can be drawn."""
    words = SHORT_WORDS if short else WORDS
    made = cells(SHORT_FIGURES, st.sampled_from((None, None, None, "c."))) if short else cells(FIGURES, QUALIFIERS)
    series = draw(st.integers(1, 4))
    count = draw(st.one_of(st.integers(1, 4), st.integers(1, 12), st.integers(12, 41)))
    rows = tuple((Cell(draw(words)), *(draw(made) for _ in range(series))) for _ in range(count))
    names = tuple(draw(words) for _ in range(series))
    marked = draw(st.sampled_from(((), (), (names[0],), (rows[0][0].text,))))
    unit = draw(st.sampled_from(("", "%")) if short else UNITS)
    return Chart("Title", draw(st.sampled_from(types)), ("", *names), rows, 1, unit=unit, highlight=marked)


PLOTS = st.one_of(charts("column", "line"), charts("column", "line", short=True), charts("column", "line", short=True))


@settings(max_examples=200, deadline=None)
@given(charts("bar", "column", "line", "dots", "square", "table"))
def test_no_drawing_is_large_and_every_figure_keeps_its_words(chart):
    made = drawn(chart)
    assert len(made.plot) < 6000
    assert all(len(cell.drawing) < 6000 for row in made.rows for cell in row.cells)
    for row, written in zip(made.rows, chart.rows, strict=True):
        assert all(
            cell.text.replace("£", "").startswith(w.text[:3]) for cell, w in zip(row.cells, written[1:], strict=True)
        )


@settings(max_examples=200, deadline=None)
@given(PLOTS)
def test_words_of_a_plot_stay_on_the_sheet_and_never_cover_one_another(chart):
    made = drawn(chart)
    if not made.plot:
        return
    _, _, width, height = map(float, svg(made.plot).get("viewBox", "").split())
    found = [place for place in places(made.plot) if place.words]
    for place in found:
        assert place.left >= -0.2, place
        assert place.right <= width + 0.2, place
        assert place.top >= -2, place
        assert place.bottom <= height + 0.2, place
    covered = [(a, b) for a, b in combinations(found, 2) if a.overlaps(b)]
    assert covered == []


def test_a_wide_figure_beside_the_last_one_stays_on_the_sheet():
    figures = (*([1.0] * 30), 1e6, 1.0)
    rows = tuple((Cell("Q1"), Cell(f"{value:,.10g}", value)) for value in figures)
    made = drawn(Chart("Title", "line", ("", "Pupils"), rows, 1))
    (wide,) = [place for place in places(made.plot) if place.words == "1,000,000"]
    assert wide.right <= float(svg(made.plot).get("viewBox", "").split()[2]) + 0.2


@settings(max_examples=150, deadline=None)
@given(charts("bar"))
def test_bars_are_as_long_as_their_figures_and_touch_zero(chart):
    made = drawn(chart)
    if made.shape != "bar" or made.piles:
        return
    values = [cell.value for row in chart.rows for cell in row[1:]]
    known = [value for value in values if value is not None]
    span = max(*known, 0.0) - min(*known, 0.0)
    bars = [cell for row in made.rows for cell in row.cells]
    for value, bar in zip(values, bars, strict=True):
        assert bool(bar.drawing) == bool(value and span)
        if value is None or not span:
            assert bar.share is None
            continue
        assert abs((bar.share or 0.0) - abs(value) / span) < 1e-9
        end = bar.start + (bar.share or 0.0) if bar.is_below else bar.start
        assert abs(end - made.zero) < 1e-9
        assert -1e-9 <= bar.start <= 1 + 1e-9


@settings(max_examples=150, deadline=None)
@given(charts("column", short=True))
def test_columns_are_as_high_as_their_figures_and_stand_or_hang_on_the_zero_line(chart):
    exact = tuple((row[0], *(replace(cell, qualifier=None) for cell in row[1:])) for row in chart.rows)
    made = drawn(replace(chart, rows=exact, highlight=()))
    if made.shape != "column":
        return
    low, high, zero = ends_of(chart, made)
    values = sorted(c.value for row in chart.rows for c in row[1:] if c.value)
    found = sorted(
        boxes(made.plot, "fillbox"),
        key=lambda box: (box[1] < zero - 0.2 and 1, box[3] * (1 if box[1] < zero - 0.2 else -1)),
    )
    assert len(found) == len(values)
    for value, (_, y, _, height) in zip(values, found, strict=True):
        wanted = abs(value) / (high - low) * (BOTTOM - TOP)
        assert abs(height - max(1.0, wanted)) < 0.16
        assert abs((y if value < 0 else y + height) - zero) < 0.16


@settings(max_examples=150, deadline=None)
@given(charts("line", short=True))
def test_points_of_a_line_lie_where_their_figures_say(chart):
    made = drawn(chart)
    if made.shape != "line":
        return
    low, high, zero = ends_of(chart, made)
    span = (high - low or 1.0) / (BOTTOM - TOP)
    heights = [zero - c.value / span for row in chart.rows for c in row[1:] if c.value is not None]
    for _, y, _ in [*circles(made.plot, "dot"), *circles(made.plot, "dot open")]:
        assert min(abs(y - height) for height in heights) < 0.16


def ends_of(chart: Chart, made: DrawnChart) -> tuple[float, float, float]:
    """The lowest and highest figure of a chart, zero between them, and where its zero line is."""
    known = [cell.value for row in chart.rows for cell in row[1:] if cell.value is not None]
    low, high = min(*known, 0.0), max(*known, 0.0)
    (axis,) = [p.get("d", "") for p in svg(made.plot).iter("path") if p.get("class") == "ax"]
    zero = float(axis.split()[1].split("H")[0])
    assert abs(zero - (BOTTOM + low / (high - low or 1.0) * (BOTTOM - TOP))) < 0.16
    return low, high, zero
