"""Field types for dates and academic years."""

from __future__ import annotations

from sitegen.problems.problem import Checked
from sitegen.regex import regex
from sitegen.schema.dates import understand_academic_year, understand_date
from sitegen.schema.types.given import FieldType, Given, of_text, shown
from sitegen.schema.types.scalars import NO
from sitegen.schema.values import Value

_MONTH_FIRST = regex(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_ONE_YEAR = regex(r"((?:19|20|21)[0-9]{2})(?: ?[-/–] ?[0-9]{2,4})?")


def _date(given: Given, text: str) -> Checked[Value | None]:
    date = understand_date(text)
    if date:
        return given.good(date)
    meant = _day_first(text)
    fix = f'Write the day first: did you mean "{meant}"?' if meant else (
        "Write the day first, such as 28/11/2023 or 1 November 2023. A month (March 2023), a term (autumn 2023) or a "
        "year (2023) is fine too."
    )  # fmt: skip
    return given.refused(f"{shown(text)} cannot be understood as a date.", fix, "unreadable-date", meant)


def _day_first(text: str) -> str | None:
    found = _MONTH_FIRST.fullmatch(text)
    turned = f"{found[3]}{found[2]}{found[1]}{found[2]}{found[4]}" if found else ""
    return turned if understand_date(turned) else None


def _academic_year(given: Given, text: str) -> Checked[Value | None]:
    year = understand_academic_year(text)
    if year:
        return given.good(year)
    found = _ONE_YEAR.fullmatch(text)
    meant = f"{found[1]}/{(int(found[1]) + 1) % 100:02d}" if found else None
    fix = f'Did you mean "{meant}"? ' if meant else ""
    return given.refused(
        f"`{given.field.key}` is {shown(text)}, which is not an academic year.",
        f"{fix}Write two years that follow one another, such as 2022/23.",
        suggestion=meant,
    )


def _withdrawal(given: Given, text: str) -> Checked[Value | None]:
    if text.lower() in NO:
        return Checked(None)
    return given.good(understand_date(text) or text)


DATE_TYPES = (
    FieldType("date", of_text(_date), "a date, day first; a month, a term or a year is fine", "1 November 2023",
              {"type": ["string", "integer"]},
              wordings=("12 May 2023", "12/05/2023", "May 2023", "autumn 2023", "2023")),
    FieldType("withdrawal", of_text(_withdrawal), "a date, a reason or yes", "1 March 2024",
              {"type": ["string", "integer", "boolean"]}, wordings=("yes", "1 March 2024", "The school has closed")),
    FieldType("academic year", of_text(_academic_year), "an academic year", "2022/23",
              wordings=("2022/23", "2022-23", "2022–2023")),
)  # fmt: skip
