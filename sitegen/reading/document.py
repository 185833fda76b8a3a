"""A Markdown file -> its fields, between two lines of three hyphens, and its body."""

from __future__ import annotations

from collections.abc import Sequence as Lines
from dataclasses import dataclass, replace

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.located import load_yaml
from sitegen.reading.quoting import shortened
from sitegen.reading.slips.slip import field_line
from sitegen.reading.values import Document, Mapping_, Node, SourceFile
from sitegen.regex import regex

_MARKER = regex(r"---\s*$")
_END = regex(r"(---|\.\.\.)\s*$")
_NEARLY_MARKER = regex(r"\s*([-\u2010-\u2015\u2212\u00ad_=*+~] ?){1,}\s*$")
_BODY = regex(r"#{1,6} |:::|> |!\[|<")
_INDENTED_OR_LIST = regex(r"\s|-\s|[\]}]|$")
_REMARK = regex(r"#(?!#)")


@dataclass(frozen=True, slots=True)
class _Parts:
    """Line numbers (from 0) of a file: the opening line, the first after the fields, the first of the body."""

    opening: int
    end: int
    body: int


def read_document(file: SourceFile) -> Checked[Document | None]:
    """The fields and the body of a Markdown file, with every problem of its front matter.

    None where there is no front matter, or none that makes sense; front matter that is never closed is read as far
    as it goes. `meta.where` is the opening line.
    """
    lines = file.text.split("\n")
    opening = next((n for n, line in enumerate(lines) if line.strip()), None)
    if opening is None:
        return Checked(None, (_empty(file.path),))
    if not _MARKER.match(lines[opening]):
        return Checked(None, (_no_front_matter(file.path, lines[opening]),))
    parts, problems = _split(file.path, lines, opening)
    meta = _fields("\n".join(lines[opening + 1 : parts.end]), Where(file.path, opening + 1, 1, 3))
    body = "\n".join(lines[parts.body :])
    document = None if meta.value is None else Document(file.path, meta.value, body, parts.body + 1, file.digest)
    return Checked(document, problems + meta.problems)


def fields_span(lines: Lines[str]) -> tuple[int, int] | None:
    """The numbers (from 0) of the first line of a file's fields and of the line that closes them, if it has any."""
    opening = next((n for n, line in enumerate(lines) if line.strip()), None)
    if opening is None or not _MARKER.match(lines[opening]):
        return None
    return opening + 1, _split("", lines, opening)[0].end


def _fields(text: str, opening: Where) -> Checked[Mapping_ | None]:
    read = load_yaml(text, opening.file, opening.line + 1)
    if isinstance(read.value, Mapping_):
        return Checked(replace(read.value, where=opening), read.problems)
    if read.value is None:
        return Checked(None if read.has_errors else Mapping_((), opening), read.problems)
    return Checked(None, (*read.problems, _not_fields(read.value)))


def _split(path: str, lines: Lines[str], opening: int) -> tuple[_Parts, tuple[Problem, ...]]:
    end = next((n for n in range(opening + 1, len(lines)) if _END.match(lines[n])), None)
    if end is not None and not _is_rule_in_body(lines[opening + 1 : end]):
        return _Parts(opening, end, end + 1), ()
    return _never_closed(path, lines, opening)


def _is_rule_in_body(lines: Lines[str]) -> bool:
    """True where text of the story stands above a `---`: it is a ruled line there, and the fields were never closed."""
    blank = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    return any(_is_body(line) for line in lines[blank:]) and not any(map(field_line, lines[blank:]))


def _is_body(line: str) -> bool:
    if _REMARK.match(line):  # it may be a heading too, but one that no text follows
        return False
    return bool(_BODY.match(line)) or not _INDENTED_OR_LIST.match(line)


def _never_closed(path: str, lines: Lines[str], opening: int) -> tuple[_Parts, tuple[Problem, ...]]:
    after = range(opening + 1, len(lines))
    nearly = next((n for n in after if _NEARLY_MARKER.match(lines[n])), None)
    blank = next((n for n in after if not lines[n].strip() or _BODY.match(lines[n])), len(lines))
    if nearly is not None and nearly <= blank:
        parts = _Parts(opening, nearly, nearly + 1)
        fix = f"Line {nearly + 1} {_meant(lines[nearly])}."
    else:
        parts = _Parts(opening, blank, blank)
        last = _last_text(lines, opening, blank)
        fix = f"Put a line of three hyphens, `---`, after the last field, which seems to be on line {last}."
    what = "The fields that start below this line are never closed."
    return parts, (Problem(Where(path, opening + 1, 1, 3), "unclosed-front-matter", what, fix),)


def _meant(line: str) -> str:
    return f'("{shortened(line.strip(), 12)}") seems to be meant: make it exactly three hyphens, `---`'


def _last_text(lines: Lines[str], opening: int, end: int) -> int:
    return next((n for n in range(end - 1, opening, -1) if lines[n].strip()), opening) + 1


def _empty(path: str) -> Problem:
    return Problem(
        Where(path), "empty-file", "The file is empty.",
        "Write the fields between two lines of three hyphens (`---`) and the text below them, or delete the file.",
    )  # fmt: skip


def _no_front_matter(path: str, first: str) -> Problem:
    fix = "Start the file with a line of three hyphens (`---`), then one field a line (`title: …`), then `---` again."
    if field_line(first):
        fix = "Put a line of three hyphens (`---`) above the fields and another one below them."
    if _NEARLY_MARKER.match(first):
        fix = f"The first line {_meant(first)}, at the start of the line."
    what = "The file does not start with its fields (kind, title and so on)."
    return Problem(Where(path), "no-front-matter", what, fix)


def _not_fields(node: Node) -> Problem:
    return Problem(
        node.where, "not-a-mapping", "Fields were expected between the two lines of hyphens, each as `name: value`.",
        "Write one field a line, its name, a colon and a space in front: `title: Our story`.",
    )  # fmt: skip
