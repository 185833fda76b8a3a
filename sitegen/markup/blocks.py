"""Planned blocks to the values that pages show: one builder a block, in a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from sitegen.markup import pictures
from sitegen.markup.body import (
    Block,
    Entry,
    Finding,
    Implication,
    Letter,
    Link,
    LinkEnd,
    LinkItem,
    Links,
    Part,
    PersonBlock,
    Prose,
    Speaker,
    Stat,
    Timeline,
)
from sitegen.markup.charts import chart_of
from sitegen.markup.inner import text_after, unwrapped
from sitegen.markup.layout import Entry as PlannedEntry
from sitegen.markup.layout import Flow, Planned
from sitegen.markup.plain import plain_inline, text_of
from sitegen.markup.quotes import quote_of, split_attribution, unattributed
from sitegen.markup.speakers import read_speakers
from sitegen.markup.typography import smarten
from sitegen.markup.writer import Writer, merged
from sitegen.problems.problem import Problem
from sitegen.schema.numbers import read_number
from sitegen.text import fold_space


@dataclass(frozen=True, slots=True)
class Builder:
    """Writes flows of one body: `pieces` is the clean HTML of each numbered piece."""

    writer: Writer
    pieces: Sequence[str]
    language: str

    def parts(self, flow: Flow, quoting: bool = True) -> tuple[Part, ...]:
        """The parts of a flow, with its blocks."""
        made: list[Part] = []
        for one in flow:
            if isinstance(one, Planned):
                made.append(cast(Block, self.block(one)))
            else:
                made += self.writer.write(self.pieces[one], quoting)
        return merged(made)

    def block(self, planned: Planned) -> Block | Implication:
        """The value of a block."""
        return _BUILDERS[planned.block.name](planned, self)

    def own_id(self, planned: Planned, content: str = "") -> str:
        """An id for the block."""
        block = planned.block
        return self.writer.output.ids.of_block(block.name, plain_inline(block.title.text), content)

    def title(self, planned: Planned) -> str:
        """The title in plain text with typographic marks."""
        return smarten(plain_inline(planned.block.title.text), self.language)

    def say(self, *problems: Problem) -> None:
        """Adds problems."""
        self.writer.output.problems += problems


def _stat(planned: Planned, builder: Builder) -> Stat:
    block = planned.block
    text = plain_inline(block.title.text)
    number = read_number(text)
    parts = builder.parts(planned.body)
    told = ("period", "source", "population")
    if text and not any(block.setting(key) for key in told) and not block.misread.intersection(told):
        builder.say(_without_source(planned))
    return Stat(
        text, number.value if number else None, number.unit if number else "", number.qualifier if number else None,
        fold_space(text_of(parts)), parts, block.opening.number, id=builder.own_id(planned, text),
        **{key: block.setting(key) for key in ("period", "source", "population", "place", "note", "comparison")},
    )  # fmt: skip


def _without_source(planned: Planned) -> Problem:
    text = planned.block.title.text.strip()
    return Problem(
        planned.block.opening.where(), "stat-without-source", f'The number "{text}" states neither period nor source.',
        "Add period: 2022/23 and source: with the name of the report, each on a line of its own.",
        "Readers who use a number need to know when and where it holds.",
    )  # fmt: skip


def _quote(planned: Planned, builder: Builder) -> Block:
    made = quote_of(planned.block, builder.parts(planned.body, quoting=False))
    if not made.speakers and not planned.block.misread & {"by", "role", "place", "case"}:
        builder.say(unattributed(planned.block.opening.where()))
    return builder.writer.named(made)


def _chart(planned: Planned, builder: Builder) -> Block:
    title = builder.title(planned)
    checked = chart_of(planned.block, planned.table, title, builder.own_id(planned))
    builder.say(*checked.problems)
    return replace(checked.value, caveats=builder.parts(planned.body))


def _timeline(planned: Planned, builder: Builder) -> Timeline:
    entries = tuple(_entry(entry, builder) for entry in planned.entries)
    content = "".join(f"{entry.date}{text_of(entry.title)}" for entry in entries)
    return Timeline(builder.title(planned), entries, planned.block.opening.number, builder.own_id(planned, content))


def _entry(entry: PlannedEntry, builder: Builder) -> Entry:
    title = unwrapped(builder.parts(entry.head))
    return Entry(entry.date, title, builder.parts(entry.details), entry.where.number, entry.where.column)


def _finding(planned: Planned, builder: Builder) -> Finding:
    parts: list[Part] = []
    follows: list[Implication] = []
    for one in planned.body:
        if isinstance(one, Planned) and one.block.name == "implication":
            follows.append(_implication(one, builder))
        else:
            parts += builder.parts((one,))
    return Finding(
        builder.title(planned), merged(parts), tuple(follows), planned.block.opening.number, builder.own_id(planned)
    )  # fmt: skip


def _implication(planned: Planned, builder: Builder) -> Implication:
    return Implication(builder.title(planned), builder.parts(planned.body), planned.block.opening.number)


def _person(planned: Planned, builder: Builder) -> PersonBlock:
    block = planned.block
    image = pictures.portrait(block, builder.writer.output.captioned)
    builder.say(*image.problems)
    return PersonBlock(
        builder.title(planned), block.setting("role"), block.setting("place"), builder.parts(planned.body),
        block.opening.number, image.value, pictures.consents(block), builder.own_id(planned),
    )  # fmt: skip


def _links(planned: Planned, builder: Builder) -> Links:
    items = tuple(_link_item(entry, builder) for entry in planned.entries)
    content = "".join(item.text for item in items)
    return Links(builder.title(planned), items, planned.block.opening.number, builder.own_id(planned, content))


def _link_item(entry: PlannedEntry, builder: Builder) -> LinkItem:
    said = len(builder.writer.output.problems)
    parts = unwrapped(builder.parts(entry.head))
    details = builder.parts(entry.details)
    start = next((at for at, part in enumerate(parts) if isinstance(part, Link)), None)
    if start is None:
        if len(builder.writer.output.problems) == said:
            builder.say(_no_address(entry, fold_space(text_of(parts))))
        return LinkItem(fold_space(text_of(parts)), None, details, entry.where.number)
    link = cast(Link, parts[start])
    end = next(at for at in range(start, len(parts)) if isinstance(parts[at], LinkEnd))
    if any(isinstance(part, str) and part.strip() for part in parts[:start]):
        return LinkItem(fold_space(text_of(parts)), link, details, entry.where.number)
    words = fold_space(text_of(parts[start:end]))
    return LinkItem(words, link, merged([*text_after(parts[end + 1 :]), *details]), entry.where.number)


def _no_address(entry: PlannedEntry, text: str) -> Problem:
    return Problem(
        entry.where.where(), "link-without-address", f'"{text}" stands in a list of links and has no address.',
        "Write it as [title](https://…) and then its description.",
    )  # fmt: skip


def _prose(planned: Planned, builder: Builder) -> Prose:
    block = planned.block
    parts = builder.parts(planned.body)
    own = builder.own_id(planned, text_of(parts))
    return Prose(block.name, builder.title(planned), parts, block.opening.number, own)


def _letter(planned: Planned, builder: Builder) -> Letter:
    parts, lines = split_attribution(builder.parts(planned.body))
    signed: tuple[Speaker, ...] = tuple(s for line in lines for s in read_speakers(line))
    own = builder.own_id(planned, text_of(parts))
    return Letter(builder.title(planned), parts, signed, planned.block.opening.number, own)


def _figure(planned: Planned, builder: Builder) -> Block:
    made = pictures.figure(planned.block, builder.parts(planned.body), builder.title(planned))
    builder.say(*made.problems)
    return replace(made.value, id=builder.own_id(planned, made.value.picture.target))


def _gallery(planned: Planned, builder: Builder) -> Block:
    made = pictures.gallery(planned.block, builder.parts(planned.body), builder.title(planned))
    builder.say(*made.problems)
    return replace(made.value, id=builder.own_id(planned, "".join(p.target for p in made.value.pictures)))


_BUILDERS: Mapping[str, Callable[[Planned, Builder], Block | Implication]] = {
    "stat": _stat, "quote": _quote, "chart": _chart, "timeline": _timeline, "finding": _finding,
    "implication": _implication, "person": _person, "links": _links, "note": _prose, "key-findings": _prose,
    "citation": _prose, "letter": _letter, "figure": _figure, "gallery": _gallery,
}  # fmt: skip
