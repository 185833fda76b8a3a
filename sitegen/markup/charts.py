"""Charts: figures from a table in the text or from a CSV file, every cell understood or said to be wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitegen.markup.body import Cell, Chart
from sitegen.markup.lines import Line
from sitegen.markup.plain import plain_inline
from sitegen.markup.source import SourceBlock
from sitegen.markup.tables import Row, Table, read_csv, split_row
from sitegen.problems.problem import Checked, Problem, Where
from sitegen.schema.numbers import is_missing, read_number
from sitegen.text import counted, fold_space, nearest

_SERIES = 4
_ROWS = 300
_LONGEST = 500_000


def chart_of(block: SourceBlock, table: Table | None, title: str, own: str) -> Checked[Chart]:
    """A chart from its block. Its caveats are left empty; with a data file, so are its columns and rows."""
    data, pending = block.setting("data"), block.setting("status") == "pending"
    chart = Chart(
        title, str(block.values["type"].value if "type" in block.values else "bar"), (), (), block.opening.number,
        highlight=_highlight(block), pending=pending, data="" if table else data, id=own,
        measure=block.setting("measure"), unit=block.setting("unit"), period=block.setting("period"),
        place=block.setting("place"), population=block.setting("population"), source=block.setting("source"),
        description=block.setting("description"), note=block.setting("note"),
    )  # fmt: skip
    if pending:
        return Checked(chart, (_pending(block.opening),))
    if table and data:
        return Checked(chart, (_twice(block.values["data"].where),))
    if table is None:
        said = data or block.misread & {"data", "status"}
        return Checked(chart, () if said else (_without_data(block),))
    filled = _filled(chart, table.heading, table.rows, block.opening.where(), "chart-without-data")
    return Checked(filled.value, (*filled.problems, *_unknown_highlights(filled.value, block)))


def read_csv_chart(text: str, chart: Chart) -> Checked[Chart]:
    """The chart with the figures of its CSV file. Places of problems are lines and columns of that text."""
    if len(text) > _LONGEST:
        return Checked(chart, (_too_much(Where("")),))
    rows = read_csv(text)
    if not rows:
        return Checked(chart, (_no_figures(Where(""), "chart-data"),))
    return _filled(chart, rows[0], rows[1:], Where("", rows[0].line.number), "chart-data")


def _filled(chart: Chart, heading: Row, rows: Sequence[Row], where: Where, empty: str) -> Checked[Chart]:
    columns = tuple(plain_inline(cell.text) for cell in heading.cells)
    if len(columns) < 2 or not rows:
        return Checked(chart, (_no_figures(where, empty),))
    problems: list[Problem] = []
    if len(columns) > _SERIES + 1:
        problems.append(_too_many_series(heading.cells[_SERIES + 1], len(columns) - 1))
    if len(rows) > _ROWS:
        problems.append(_too_much(rows[_ROWS].line.where()))
    made = []
    for row in rows[:_ROWS]:
        if len(row.cells) != len(columns):
            problems.append(_ragged(row, len(columns)))
        cells = [_cell(cell, chart, at) for at, cell in enumerate(row.cells[: len(columns)])]
        problems += [problem for cell in cells for problem in cell.problems]
        made.append(tuple(cell.value for cell in cells) + (Cell(""),) * (len(columns) - len(cells)))
    return Checked(replace(chart, columns=columns, rows=tuple(made)), tuple(problems))


def _cell(cell: Line, chart: Chart, column: int) -> Checked[Cell]:
    text = plain_inline(cell.text)
    if column == 0:
        return Checked(Cell(text))
    number = read_number(text, (chart.unit,) if chart.unit else ())
    if number:
        return Checked(Cell(text, number.value, number.qualifier))
    if chart.type == "table" or is_missing(text):
        return Checked(Cell(text))
    return Checked(Cell(text), (_no_number(cell, text, chart.unit),))


def _highlight(block: SourceBlock) -> tuple[str, ...]:
    value = block.values.get("highlight")
    return tuple(part.text for part in value.parts or (value,)) if value else ()


def _unknown_highlights(chart: Chart, block: SourceBlock) -> list[Problem]:
    value = block.values.get("highlight")
    labels = [row[0].text for row in chart.rows] + list(chart.columns[1:])
    known = {fold_space(label).casefold() for label in labels}
    missing = [p for p in (value.parts or (value,)) if p.text.casefold() not in known] if value and labels else []
    return [_no_such_row(part.where, part.text, nearest(part.text, labels)) for part in missing]


def _no_such_row(where: Where, text: str, near: str | None) -> Problem:
    fix = f'Did you mean "{near}"?' if near else "Write a label of the table's first column."
    return Problem(where, "bad-setting", f'No row of this chart is called "{text}".', fix, suggestion=near)


def _pending(opening: Line) -> Problem:
    return Problem(
        opening.where(), "chart-pending", "This chart waits for its data: only its title is shown.",
        "Add a table and take out status: pending when you have the figures.",
    )  # fmt: skip


def _without_data(block: SourceBlock) -> Problem:
    rows = [node for node in block.content if isinstance(node, Line) and "|" in node.text]
    if len(rows) > 1:
        rule = "|" + "---|" * len(split_row(rows[0]).cells)
        return Problem(
            rows[0].stripped().where(), "chart-without-data", "The table of this chart has no line below its heading.",
            f"Put a line {rule} under the table's first line.",
        )  # fmt: skip
    return Problem(
        block.opening.where(), "chart-without-data", "This chart has no data.",
        "Add a table below its settings, or data: with the name of a CSV file, or status: pending.",
    )  # fmt: skip


def _twice(where: Where) -> Problem:
    return Problem(
        where, "chart-data", "This chart names a data file and holds a table too.", "Keep one of the two."
    )  # fmt: skip


def _no_figures(where: Where, code: str) -> Problem:
    return Problem(
        where, code, "The chart's table has no figures.",
        "It needs a heading with at least two columns, labels first, and a row below it.",
    )  # fmt: skip


def _too_much(where: Where) -> Problem:
    return Problem(
        where, "chart-data", f"This is more than a chart can show: {_ROWS} rows at most.",
        "Sum the figures up in groups.",
    )  # fmt: skip


def _too_many_series(cell: Line, count: int) -> Problem:
    return Problem(
        cell.where(), "chart-too-many-series",
        f"This chart has {count} columns of figures; {_SERIES} can be told apart.",
        "Show fewer, or make two charts of it.",
    )  # fmt: skip


def _ragged(row: Row, wanted: int) -> Problem:
    cells = counted(len(row.cells), "cell")
    return Problem(
        row.line.stripped().where(), "chart-ragged", f"This row has {cells}, and the heading has {wanted}.",
        "Give every row as many cells as the heading; where a figure is missing, write –.",
    )  # fmt: skip


def _no_number(cell: Line, text: str, unit: str) -> Problem:
    example = f"7,000, c. 7,000 or 7,000 {unit}" if unit and unit != "%" else "7,000, c. 7,000 or 40%"
    return Problem(
        cell.where(), "chart-not-a-number", f'"{text}" is not a number that a chart can draw.',
        f"Write a number such as {example}, or – where it is missing.",
    )  # fmt: skip
