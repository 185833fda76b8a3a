"""The chapter on problems: every code by topic, with its cause and its cure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.pages.guide.shipped import topics
from sitegen.pages.guide.tables import code, fenced, joined, marked, plain, table
from sitegen.pages.guide.values import Chapter, Section
from sitegen.problems.codes import CODES, Code
from sitegen.schema.values import Value, Values

_LEAD = (
    "Every problem has a name, which stands in square brackets in the report. Errors stop the site from being written; "
    "warnings do not."
)
_FIND = "Look for the name from the report, here or with your browser's search."
_ALLOW = "If all is right as it is, allow it among the fields, with your reason: {}"


def problems() -> Chapter:
    """The chapter on every problem that can be told."""
    sections = (_names(), *(section for name in topics() for section in _topic(name)))
    return Chapter("problems", "Problems", _LEAD, sections, "All problems")


def _names() -> Section:
    """All names in order, each leading to its section."""
    every = (CODES[name] for name in sorted(CODES))
    rows = [(f"[{c.name}](/docs/problems#{c.name})", c.severity, plain(c.title)) for c in every]
    return Section("names", 2, "All problems by name", joined(_FIND, table(("Name", "Sort", "In short"), rows)))


def _topic(name: str) -> Iterator[Section]:
    said = topics()[name]
    yield Section(f"topic-{name}", 2, said["title"].text, marked(said["lead"].text))
    every: Mapping[str, Value] = said["problems"].value
    yield from (_problem(CODES[each], value.value) for each, value in every.items())


def _problem(found: Code, said: Values) -> Section:
    wrong, right = (said[key].value if key in said else "" for key in ("wrong", "right"))
    shown = joined("Instead of", fenced(wrong), "write", fenced(right)) if wrong else ""
    allow = f"overrides: [{{problem: {found.name}, reason: Your reason.}}]"
    text = joined(
        f"**Cause.** {marked(said['cause'].text)}", f"**Cure.** {marked(said['cure'].text)}", shown,
        _ALLOW.format(code(allow)) if found.overridable else "",
    )  # fmt: skip
    return Section(found.name, 3, found.name, text, found.severity)
