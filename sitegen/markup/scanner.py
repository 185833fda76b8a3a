"""Lines to blocks: finds the `:::` lines, what they open and close, and every slip with its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from sitegen.markup import fences, slips
from sitegen.markup.lines import Line
from sitegen.markup.settings import settings_of
from sitegen.markup.source import Node, SourceBlock
from sitegen.problems.problem import Checked, Problem
from sitegen.regex import regex
from sitegen.schema.blocks import BlockSchema
from sitegen.text import fold_key, nearest

_FENCE = regex(r" {0,3}(?P<colons>:{3,12})(?!:)[ \t]*+(?:(?P<rest>[^\s:].*)|\s*+)$")
_TWO_COLONS = regex(r" {0,3}::(?!:)[ \t]*+(?:(?P<rest>[^\s:].*)|\s*+)$")
_INSIDE = regex(
    r"(?:[ \t]{4,}+|(?>(?:[ \t]*+(?:>|[-+*]|[0-9]{1,9}[.)]))+)[ \t]*+):{3,12}[ \t]*(?P<rest>[A-Za-z].*)$"
)
_AHEAD = 60
_DEPTH = 8
_HOLDERS = frozenset({"note", "letter", "finding", "implication", "person", "key-findings", "citation"})


class _Open:
    """A block that is not closed yet. `schema` is None where no block has a name like its own."""

    def __init__(self, colons: int, opening: Line, schema: BlockSchema | None, title: Line) -> None:
        self.colons = colons
        self.opening = opening
        self.schema = schema
        self.title = title
        self.content: list[Node] = []


def scan_blocks(lines: Sequence[Line], schemas: Mapping[str, BlockSchema]) -> Checked[tuple[Node, ...]]:
    """The lines with every block in its place. What is misspelt is shown as text or as the block it resembles."""
    if not any("::" in line.text for line in lines):
        return Checked(tuple(lines))
    return _Scan(lines, schemas).run()


class _Scan:
    def __init__(self, lines: Sequence[Line], schemas: Mapping[str, BlockSchema]) -> None:
        self.lines = lines
        self.schemas = schemas
        self.names = {fold_key(name): name for name in schemas}
        self.top: list[Node] = []
        self.open: list[_Open] = []
        self.problems: list[Problem] = []
        self.in_list = False
        found = [(at, _FENCE.match(line.text)) for at, line in enumerate(lines) if ":::" in line.text]
        self.fences = [(at, len(fence["colons"]), bool(fence["rest"])) for at, fence in found if fence]

    def run(self) -> Checked[tuple[Node, ...]]:
        for at, line in enumerate(self.lines):
            if ":::" in line.text:
                self.fence(at, line)
            elif "::" in line.text[:5]:
                self.two_colons(at, line)
            else:
                self.text(line)
        while self.open:
            self.problems.append(fences.unclosed(self.open[-1].opening, self.name_of(self.open[-1])))
            self.close()
        return Checked(tuple(self.top), tuple(self.problems))

    def text(self, line: Line) -> None:
        if line.text[:1] not in ("", " ", "\t"):
            self.in_list = line.text[0] in "-+*" or line.text[0].isdigit()
        self.content().append(line)

    def content(self) -> list[Node]:
        return self.open[-1].content if self.open else self.top

    def fence(self, at: int, line: Line) -> None:
        found = _FENCE.match(line.text)
        if found is None:
            self.inside(line)
            self.text(line)
        elif found["rest"]:
            self.opening(at, line, line.cut(found.start("rest")), len(found["colons"]))
        else:
            self.closing(at, line, len(found["colons"]))

    def two_colons(self, at: int, line: Line) -> None:
        """A line that opens or closes a block, but for one of its colons."""
        found = _TWO_COLONS.match(line.text)
        rest = line.cut(found.start("rest")) if found and found["rest"] else None
        if found and rest and self.name_and_title(rest)[0] in self.schemas:
            self.problems.append(slips.two_colons(line.stripped(), ":::"))
            self.opening(at, line, rest, 3)
        elif found and not rest and self.open:
            colons = self.open[-1].colons
            self.problems.append(slips.two_colons(line.stripped(), ":" * colons))
            self.closing(at, line, colons)
        else:
            self.text(line)

    def inside(self, line: Line) -> None:
        """A block that is indented below a list item, or quoted, is no block: its author should know."""
        found = _INSIDE.match(line.text)
        if found and (self.in_list or not found[0].startswith("    ")):
            name, _ = self.name_and_title(line.cut(found.start("rest")))
            if name in self.schemas:
                self.problems.append(fences.misplaced_in_text(line.stripped(), name))

    def name_and_title(self, rest: Line) -> tuple[str, Line]:
        """The block's name as declared (or as written, where it is not known) and the rest of the line."""
        words = list(re.finditer(r"[^\s_-]+", rest.text))[:3]
        for count in range(len(words), 0, -1):
            end = words[count - 1].end()
            if rest.text[end : end + 1] not in ("-", "_") and fold_key(rest.text[:end]) in self.names:
                return self.names[fold_key(rest.text[:end])], rest.cut(end).stripped()
        end = len(rest.text.split(None, 1)[0])
        return rest.text[:end], rest.cut(end).stripped()

    def opening(self, at: int, line: Line, rest: Line, colons: int) -> None:
        name, title = self.name_and_title(rest._replace(text=_without_end(rest.text)))
        while self.open and self.open[-1].colons <= colons:
            if self.is_nested(at, colons, name):
                self.problems.append(fences.as_many_colons(line, colons, self.open[-1].opening, self.open[-1].colons))
                break
            self.problems.append(fences.unclosed(self.open[-1].opening, self.name_of(self.open[-1])))
            self.close()
        if len(self.open) >= _DEPTH:
            self.problems.append(fences.too_deep(line.where()))
            self.text(line)
            return
        known = name in self.schemas
        near = None if known else nearest(name, self.schemas, 0.6)
        if not known:
            self.problems.append(fences.unknown(rest, name, near, self.schemas))
        self.open.append(_Open(colons, line.stripped(), self.schemas.get(name if known else near or ""), title))
        self.in_list = False

    def is_nested(self, at: int, colons: int, name: str) -> bool:
        """True where a block with too many colons was meant to stand in the one around it."""
        if self.open[-1].schema and self.open[-1].schema.name == "finding" and name == "implication":
            return True
        ends = 0
        for _, count, opens in self.ahead(at):
            if count not in (colons, self.open[-1].colons):
                continue
            if opens:
                return False
            ends += 1
            if ends == 2:
                return True
        return False

    def ahead(self, at: int) -> list[tuple[int, int, bool]]:
        """The next `:::` lines: only so many, for a slip is put right near where it was made."""
        start = bisect_right(self.fences, at, key=lambda fence: fence[0])
        return self.fences[start : start + _AHEAD]

    def closing(self, at: int, line: Line, colons: int) -> None:
        if not self.open:
            self.problems.append(fences.stray(line.stripped()))
        elif any(block.colons == colons for block in self.open):
            while self.open[-1].colons != colons:
                self.problems.append(fences.unclosed(self.open[-1].opening, self.name_of(self.open[-1])))
                self.close()
            self.close()
        elif colons > self.open[-1].colons:
            self.close()
        else:
            self.problems.append(fences.short(line.stripped(), colons, self.open[-1].opening, self.open[-1].colons))
            needed = self.open[-1].colons
            if not any(count >= needed and not opens for _, count, opens in self.ahead(at)):
                self.close()
        self.in_list = False

    def name_of(self, block: _Open) -> str:
        return block.schema.name if block.schema else block.opening.text.strip(": \t").split(None, 1)[0]

    def close(self) -> None:
        block = self.open.pop()
        if block.schema is None:
            self.content().extend(block.content)
            return
        checked = settings_of(block.schema, block.title, block.opening, block.content)
        made = checked.value
        self.problems += checked.problems
        filled = has_body(made.content) or any(p.code == "unknown-setting" for p in checked.problems)
        self.problems += fences.of_block(made.schema, made.title, made.opening, filled)
        self.content().extend(self.placed(made))

    def placed(self, block: SourceBlock) -> tuple[Node, ...]:
        """The block, or its content where a block of its name cannot stand."""
        around = self.open[-1] if self.open else None
        if block.name == "implication":
            fits = around is not None and around.schema is not None and around.schema.name == "finding"
        else:
            fits = around is None or around.schema is None or around.schema.name in _HOLDERS
        if fits:
            return (block,)
        self.problems.append(fences.misplaced(block.opening, block.name, self.name_of(around) if around else ""))
        return block.content


def has_body(content: Sequence[Node]) -> bool:
    """True where anything but blank lines stands in a block."""
    return any(isinstance(node, SourceBlock) or not node.is_blank for node in content)


def _without_end(text: str) -> str:
    """A title without the colons that somebody wrote behind it, as others close a heading."""
    bare = text.rstrip(" \t")
    title = bare.rstrip(":")
    return title.rstrip(" \t") if len(bare) - len(title) >= 3 else text
