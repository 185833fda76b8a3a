"""Facts at the top of a document: a table or lines such as `Size: Two-form entry`, by the labels of a kind's fields."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.regex import regex
from sitegen.schema.declared import Field, Kind
from sitegen.schema.engine import spellings
from sitegen.schema.facts.measures import MEASURE, measure_named
from sitegen.text import fold_key, fold_space
from sitegen.word.forms import filled_in
from sitegen.word.spreading import spread
from sitegen.word.values import Block, Blocks, Break, Heading, Inlines, Paragraph, Span, Table, plain

Facts = Mapping[str, tuple[str, ...]]
"""Wordings by the key of their field: one, or one for each line that gave it."""
_LINE = regex(r"(?P<label>[^:\n]{1,60}?)\s*:[\s\xa0]+(?P<value>\S.*)", re.DOTALL)
_LOOSE_LINE = regex(r"(?P<label>[^:\t\n–—]{1,60}?)(?:[ \xa0]*\t|:|[ \xa0]+[–—-][ \xa0])\s*(?P<value>\S.*)", re.DOTALL)
"""A line of facts as it is typed in haste, with a tab, a dash or no space: taken for one only by a field's label."""
_PLURAL = regex(r"\((e?s)\)$")
_NAME_OF = regex(r"name of (?:the |your )?", re.IGNORECASE)
_MEASURE = regex(MEASURE)
_AROUND = regex(r"^(?:%|percentage|proportion|per ?cent|number)? ?(?:of )?(?:pupils |students |children )?"
                     r"(?:who are |on |eligible for |in receipt of |with ){0,3}| ?\(?%\)?$")  # fmt: skip
_ROLL = regex(r"(?:number of )?(?:pupils|students|children)(?: on roll)?|number on roll|on roll|nor|roll")
_FIGURE = regex(r"(?:(?:just |well )?(?:over|under|about|around|c\.?|circa|approx\w*\.?|at least|more than|"
                     r"less than|nearly|almost) ?)?[~<>]? ?[0-9]", re.IGNORECASE)  # fmt: skip
_NEVER = frozenset(
    "kind draft aliases withdrawn tombstone order numbered consent status overrides publish_on expires_on related "
    "image source corrections owner updated".split()
)
"""Fields that decide what is published, and how: no line of a document sets them."""
_LONGEST_FACT = 120
_FEWEST = 2
"""So many facts below a heading are told; one alone is more often a sentence."""
_INTRODUCTION = 3
"""So many paragraphs may stand above the facts."""


@dataclass(frozen=True, slots=True)
class Found:
    """The facts of a document, the blocks without them, and lines among them that are no field's."""

    facts: Facts
    blocks: Blocks
    unknown: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    """Labels of fields with nothing behind them, as forms have them."""


class Labels:
    """What a line of facts may be called, of one kind of story."""

    def __init__(self, kind: Kind) -> None:
        named = {fold_key(field.label): field for field in kind.schema.fields}
        known = {**named, **spellings(kind.schema)}
        self.fields: Mapping[str, Field] = {word: f for word, f in known.items() if f.key not in _NEVER}

    def read(self, label: str, value: str) -> tuple[str, str] | None:
        """The key of the field that a line gives, and its wording; None where no field is called so."""
        words = _PLURAL.sub(r"\1", label.strip("*_ \xa0"))
        field = self.fields.get(fold_key(words)) or self.fields.get(fold_key(_NAME_OF.sub("", words)))
        if field:
            return field.key, value
        bare = _AROUND.sub("", fold_space(label).lower()).strip()
        found = _MEASURE.fullmatch(bare)
        if found and measure_named(found) and "disadvantage" in self.fields:
            return "disadvantage", _measured(label, value)
        if _ROLL.fullmatch(fold_space(label).lower()) and "size" in self.fields:
            return "size", f"{value} pupils" if re.fullmatch("[0-9][0-9,]*", value) else value
        return None

    def names(self, label: str) -> bool:
        """True for the label of a field."""
        return self.read(label, "x") is not None

    def knows(self, line: str) -> bool:
        """True for a line such as `Size: Two-form entry`, whose label is a field's."""
        found = _LINE.fullmatch(fold_space(line))
        return found is not None and self.read(found["label"], found["value"]) is not None


def _measured(label: str, value: str) -> str:
    """A measure's name behind its figure, as it is said: `7% Pupil Premium`."""
    if _MEASURE.search(value.lower()):
        return value
    bare = fold_space(label)
    start = _AROUND.match(bare.lower())
    name = re.sub(r" ?\(?%\)?$", "", bare[start.end() :] if start else bare).strip()
    if not _FIGURE.match(value):
        return f"{name}: {value}"
    percent = "%" if ("%" in label or "per cent" in label.lower()) and re.fullmatch("[0-9.]+", value) else ""
    return f"{value}{percent} {name}"


def take_facts(blocks: Blocks, labels: Labels) -> Found:
    """The facts above the first heading, taken out of the text. Lines that no field is called by stay in it."""
    facts: dict[str, list[str]] = {}
    kept: list[Block] = []
    unknown: list[str] = []
    passed = 0
    blocks, empty = filled_in(blocks, labels.names)
    end = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    for at, block in enumerate(blocks[:end]):
        if passed > _INTRODUCTION:
            end = at
            break
        left, lines = _taken(block, labels, facts)
        kept += left
        unknown += lines
        passed += bool(left) and isinstance(block, Paragraph) and not lines
    found = {key: tuple(dict.fromkeys(wordings)) for key, wordings in facts.items()}
    return Found(found, (*kept, *blocks[end:]), tuple(unknown) if found else (), empty)


def facts_below(blocks: Blocks, labels: Labels, known: Facts) -> tuple[str, ...]:
    """What a text that keeps them says of facts that are not `known`, each as the line that would make it one."""
    facts: dict[str, list[str]] = {}
    for block in blocks:
        _taken(block, labels, facts)
    found = {key: wordings for key, wordings in facts.items() if key not in known and key not in ("title", "summary")}
    return tuple(f"{key}: {', '.join(wordings)}" for key, wordings in found.items()) if len(found) >= _FEWEST else ()


def _taken(block: Block, labels: Labels, facts: dict[str, list[str]]) -> tuple[Blocks, list[str]]:
    match block:
        case Paragraph(role=""):
            return _of_lines(block, labels, facts)
        case Table():
            return _of_table(block, labels, facts)
    return (block,), []


def _of_lines(block: Paragraph, labels: Labels, facts: dict[str, list[str]]) -> tuple[Blocks, list[str]]:
    kept: list[Inlines] = []
    unknown: list[str] = []
    for line in _lines(block.inlines):
        found = _LINE.fullmatch(fold_space(plain(line)))
        read = (labels.read(found["label"], found["value"]) if found else None) or _read_loosely(line, labels)
        if read:
            facts.setdefault(read[0], []).append(read[1])
        else:
            kept.append(line)
            unknown += [fold_space(plain(line))] if found and _may_be_fact(found) else []
    return ((replace(block, inlines=_joined(kept)),) if kept else ()), unknown


def _read_loosely(line: Inlines, labels: Labels) -> tuple[str, str] | None:
    text = plain(line).strip()
    found = _LOOSE_LINE.fullmatch(text) if len(text) <= _LONGEST_FACT else None
    return labels.read(found["label"], fold_space(found["value"])) if found else None


def _may_be_fact(line: re.Match[str]) -> bool:
    return len(line["label"].split()) <= 5 and len(line["value"]) <= _LONGEST_FACT


def _lines(inlines: Inlines) -> list[Inlines]:
    lines: list[Inlines] = [()]
    for inline in inlines:
        if isinstance(inline, Break):
            lines.append(())
        else:
            lines[-1] = (*lines[-1], inline)
    return [line for line in lines if plain(line).strip()]


def _joined(lines: Sequence[Inlines]) -> Inlines:
    made: Inlines = ()
    for line in lines:
        made = (*made, Break(), *line) if made else line
    return made


def _of_table(block: Table, labels: Labels, facts: dict[str, list[str]]) -> tuple[Blocks, list[str]]:
    """A table of labels and values: side by side, also twice, or the values below the labels."""
    cells = spread(block.rows)
    rows = [[_texts(cell) for cell in row] for row in cells]
    wide = len(rows[0])
    # What covers several cells is the same in each of them, and is read where it begins.
    begins = [[x == 0 or row[x] is not row[x - 1] for x in range(wide)] for row in cells]
    pairs = [(row[x], row[x + 1]) for row, at in zip(rows, begins, strict=True) for x in range(0, wide - 1, 2) if at[x]]
    pairs = pairs if wide % 2 == 0 else []
    if not _are_facts(pairs, labels):
        pairs = list(zip(*rows, strict=True)) if len(rows) == 2 else []
    if not _are_facts(pairs, labels):
        return (block,), []
    left: list[str] = []
    for label, values in pairs:
        name, text = " ".join(label).strip(" :\xa0"), [value for value in values if value]
        read = [found for value in text if (found := labels.read(name, value))]
        for key, wording in read:
            facts.setdefault(key, []).append(wording)
        if text and not read:
            # A cell that covers a whole row, such as the table's name, is label and value at once.
            left.append(f"{name}: {', '.join(text)}" if name and text != [name] else ", ".join(text))
    return tuple(Paragraph((Span(line),)) for line in left), left


def _are_facts(pairs: Sequence[tuple[list[str], list[str]]], labels: Labels) -> bool:
    known = sum(1 for label, _ in pairs if labels.read(" ".join(label).strip(" :\xa0"), "x"))
    return known * 2 >= len(pairs) and known > 0


def _texts(lines: Sequence[Inlines]) -> list[str]:
    return [text for line in lines for part in plain(line).split("\n") if (text := fold_space(part))]
