"""The run of `word: text` lines at the head of a block: which of them are settings, and where its body begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.markup.lines import Line
from sitegen.markup.source import Node, SourceBlock
from sitegen.problems.problem import Checked, Problem
from sitegen.reading.values import Entry, Mapping_, Scalar
from sitegen.regex import regex
from sitegen.schema.blocks import BlockSchema, check_settings
from sitegen.schema.engine import spellings
from sitegen.schema.types.given import is_blank
from sitegen.schema.values import Values
from sitegen.text import fold_key, nearest

_SETTING = regex(r"[ \t]*+(?P<key>[^\W\d_][\w'-]*+(?>(?:[ \t]++[\w'-]++){0,2}))[ \t]*+:(?:[ \t]++(?P<value>.*))?$")
_BARE = regex(r"[ \t]*(?P<key>[a-z][a-z_-]{1,20})[ \t]+(?P<value>[^\W_].{0,80})$")
_NAME = regex(r"[^\Wa-z_].*[^.!?,;:\s]\s*")
_QUOTES = {('"', '"'), ("'", "'"), ("\u201c", "\u201d")}


def settings_of(schema: BlockSchema, title: Line, opening: Line, content: Sequence[Node]) -> Checked[SourceBlock]:
    """A block with its settings as understood, and the content after them. A blank or any other line ends the run."""
    start = 0
    while start < len(content) and isinstance(line := content[start], Line) and line.is_blank:
        start += 1
    entries: list[Entry] = []
    bare: list[Problem] = []
    for at in range(start, len(content)):
        entry = _setting(schema, content[at]) or _without_colon(schema, content[at : at + 2], bare)
        if entry is None:
            break
        entries.append(entry)
    checked = check_settings(schema, Mapping_(tuple(entries), opening.where()))
    rest, misread = tuple(content[start + len(entries) :]), _misread(schema, entries, checked)
    return Checked(SourceBlock(schema, title, opening, checked.value, rest, misread), (*bare, *checked.problems))


def _misread(schema: BlockSchema, entries: Sequence[Entry], checked: Checked[Values]) -> frozenset[str]:
    """The settings that were given and not understood; an unknown one by the name that it is a slip for, if any."""
    spelt = spellings(schema.schema)
    fields = (spelt.get(fold_key(e.key.text)) for e in entries if not is_blank(e.value))
    given = {field.key for field in fields if field} - checked.value.keys()
    return frozenset(given | {p.suggestion for p in checked.problems if p.code == "unknown-setting" and p.suggestion})


def _without_colon(schema: BlockSchema, nodes: Sequence[Node], problems: list[Problem]) -> Entry | None:
    """A line such as `by Priti Shah` as the setting that was meant. What may begin a sentence is none."""
    line = nodes[0]
    found = _BARE.match(line.text) if isinstance(line, Line) else None
    field = spellings(schema.schema).get(fold_key(found["key"])) if found else None
    if not isinstance(line, Line) or found is None or field is None:
        return None
    following = nodes[1] if len(nodes) > 1 else None
    is_name = _NAME.fullmatch(found["value"]) is not None and isinstance(following, Line)
    if not (is_name or found["value"] in field.choices or (following and _setting(schema, following))):
        return None
    meant = f"{found['key']}: {found['value'].rstrip()}"
    what = f'"{line.text.strip()}" has no colon after "{found["key"]}".'
    problems.append(Problem(line.stripped().where(), "bad-setting", what, f"Did you mean `{meant}`?", suggestion=meant))
    return Entry(Scalar(found["key"], line.cut(found.start("key")).where(len(found["key"]))), _value(line, found))


def _setting(schema: BlockSchema, line: Node) -> Entry | None:
    found = _SETTING.match(line.text) if isinstance(line, Line) and ":" in line.text else None
    if not isinstance(line, Line) or found is None or not _is_meant(schema, found["key"], bool(found["value"])):
        return None
    key = line.cut(found.start("key"))
    return Entry(Scalar(found["key"], key.where(len(found["key"]))), _value(line, found))


def _value(line: Line, found: re.Match[str]) -> Scalar:
    text = (found["value"] or "").rstrip()
    value = line.cut(found.start("value") if found["value"] else len(line.text.rstrip()))
    if len(text) > 1 and (text[0], text[-1]) in _QUOTES:
        return Scalar(text[1:-1], value.cut(1).where(len(text) - 2), quoted=True)
    return Scalar(text, value.where(len(text)))


def _is_meant(schema: BlockSchema, key: str, has_text: bool) -> bool:
    """True where the line is a setting, or was meant as one: its author should hear of the slip."""
    known = {fold_key(name) for field in schema.schema.fields for name in (field.key, *field.aliases)}
    if fold_key(key) in known:
        return True
    return bool(known) and has_text and (key == key.lower() or nearest(key, known) is not None)
