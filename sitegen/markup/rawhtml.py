"""HTML that an author wrote: found tag by tag, so that its links and pictures have places and its losses are said."""

from __future__ import annotations

import re
from html import unescape

from sitegen.markup import sanitise
from sitegen.markup.addresses import check_link, read_address
from sitegen.markup.body import Link
from sitegen.markup.lines import Source
from sitegen.markup.links import picture_mark
from sitegen.markup.marks import Kind, Mark, Marks
from sitegen.problems.problem import Problem, Where
from sitegen.regex import regex

_OPENING = regex(
    r"<(?P<name>[A-Za-z][A-Za-z0-9:-]{0,40})(?P<attributes>(?>(?:\s++[A-Za-z_:@][\w.:@-]{0,80}+"
    r"(?:\s*+=\s*+(?:[^\s\"'=<>`]{1,2000}+|\"[^\"]{0,2000}+\"|'[^']{0,2000}+'))?)*))\s*+/?>"
)
_CLOSING = regex(r"</(?P<name>[A-Za-z][A-Za-z0-9:-]{0,40})\s*>")
_ATTRIBUTE = regex(r"([A-Za-z_:@][\w.:@-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")
_INSTRUCTION = regex(r"<(?:\?[^<>]{0,2000}\?|![A-Za-z][^<>]{0,500}+|!\[CDATA\[[^<>\]]{0,2000}+\]\])>")
_BLANK = regex(r"\n[ \t]*(?=\n|\Z)")
_IMPLIED = frozenset("dd dt li p tbody td tfoot th thead tr".split())
_DEPTH = 60

_Piece = tuple[str, int, tuple[Problem, ...]]


class Tags:
    """Reads tags while the text is read from the left.

    `inline` and `region` give HTML that nh3 has yet to clean, the offset after it, and what was removed. Addresses in
    that HTML are marks, pictures are marks in place of their tags.
    """

    def __init__(self, source: Source, marks: Marks) -> None:
        self.source = source
        self.text = source.text
        self.marks = marks
        self.open: list[str] = []
        self.depth = 0
        self.without_end: set[str] = set()

    def left_open(self) -> list[str]:
        """The elements of running text that are still open, innermost first; they are forgotten."""
        left, self.open = self.open[::-1], []
        return left

    def begins_block(self, at: int) -> bool:
        """True where a line begins with an element that stands on its own."""
        found = _OPENING.match(self.text, at) or _CLOSING.match(self.text, at)
        return found is not None and sanitise.is_block(found["name"].lower())

    def inline(self, at: int) -> _Piece | None:
        """One tag, comment or instruction; None where it is only a sign for `less than`."""
        if self.text.startswith("<!--", at):
            end = -1 if "-->" in self.without_end else self.text.find("-->", at + 4)
            self.without_end |= {"-->"} if end < 0 else set()
            return None if end < 0 else ("", end + 3, ())
        found = _INSTRUCTION.match(self.text, at)
        if found:
            return "", found.end(), (_removed(found[0][:12].split()[0], self.source.where(at, len(found[0]))),)
        closing = _CLOSING.match(self.text, at)
        if closing:
            return self._closing(closing)
        opening = _OPENING.match(self.text, at)
        return self._opening(opening) if opening else None

    def region(self, at: int) -> _Piece:
        """A piece of HTML that begins a line: to the next blank line, or to the end of a table, list or the like."""
        end = self._end_of_region(at)
        pieces: list[str] = [self.marks.add(Mark(Kind.LINE, "", self.source.where(at)))]
        problems: list[Problem] = []
        while at < end:
            start = self.text.find("<", at, end)
            start = end if start < 0 else start
            pieces.append(self.text[at:start])
            at = start
            if at < end:
                html, at, more = self.inline(at) or ("&lt;", at + 1, ())
                pieces.append(html)
                problems += more
        pieces += [f"</{name}>" for name in self.left_open()]
        return "".join(pieces), at, tuple(problems)

    def _end_of_region(self, at: int) -> int:
        found = _OPENING.match(self.text, at)
        name = found["name"].lower() if found else ""
        start = at
        if name in sanitise.WHOLE or name in sanitise.DROPPED:
            start = self._end_of_element(at, name) or at
        blank = _BLANK.search(self.text, start)
        return blank.start() if blank else len(self.text)

    def _end_of_element(self, at: int, name: str) -> int | None:
        """The offset after the end of the element that begins here, or None where it never ends."""
        if name in self.without_end:
            return None
        depth = 0
        for tag in re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])[^<>]*>", re.IGNORECASE).finditer(self.text, at):
            depth += -1 if tag[1] else 1
            if depth <= 0:
                return tag.end()
        self.without_end.add(name)
        return None

    def _closing(self, found: re.Match[str]) -> _Piece | None:
        name = found["name"].lower()
        if name in self.open:
            while self.open.pop() != name:
                pass
        if name in sanitise.INLINE or name in sanitise.BLOCKS:
            self.depth = max(0, self.depth - (name not in _IMPLIED))
            return f"</{name}>", found.end(), ()
        return ("", found.end(), ()) if _is_html(name) else None

    def _opening(self, found: re.Match[str]) -> _Piece | None:
        name = found["name"].lower()
        if name == "img":
            return self._image(found)
        if name in sanitise.INLINE or name in sanitise.BLOCKS:
            return self._allowed(found, name)
        if not _is_html(name):
            return None
        where = self.source.where(found.start(), len(found[0]))
        end = self._end_of_element(found.start(), name) if name in sanitise.DROPPED else None
        return "", end or found.end(), (_removed(f"<{name}>", where),)

    def _allowed(self, found: re.Match[str], name: str) -> _Piece:
        where = self.source.where(found.start(), len(found[0]))
        if name not in sanitise.VOID and name not in _IMPLIED:
            self.depth += 1
            if self.depth > _DEPTH:
                return "", found.end(), (_too_deep(where),)
            if name in sanitise.INLINE:
                self.open.append(name)
        lost = [a for a, _ in _ATTRIBUTE.findall(found["attributes"]) if sanitise.removes(name, a)]
        problems = (_attribute_removed(lost[0], name, where),) if lost else ()
        if name == "a":
            return f"<a{self._anchor(found)}>", found.end(), problems
        return found[0], found.end(), problems

    def _anchor(self, found: re.Match[str]) -> str:
        kept = ""
        for attribute in _ATTRIBUTE.finditer(found["attributes"]):
            name, value = attribute[1].lower(), attribute[2] or ""
            if name == "href":
                kept += f' href="{self._link(found, attribute)}"'
            elif name in ("id", "name") and value:
                kept += f" id={value}"
        return kept

    def _link(self, found: re.Match[str], attribute: re.Match[str]) -> str:
        value, where = self._value(found, attribute)
        problem = check_link(value, where)
        link = None if problem else Link(value, where.line, where.column)
        return self.marks.add(Mark(Kind.LINK, "", where, link, (problem,) if problem else ()))

    def _value(self, found: re.Match[str], attribute: re.Match[str]) -> tuple[str, Where]:
        """An attribute's value without quotation marks, and its place."""
        written = attribute[2] or ""
        quoted = written[:1] in ("'", '"')
        inner = written[1:-1] if quoted else written
        start = found.start("attributes") + (attribute.start(2) + quoted if written else attribute.start(1))
        return read_address(inner), self.source.where(start, len(inner))

    def _image(self, found: re.Match[str]) -> _Piece:
        place = self.source.where(found.start(), len(found[0]))
        target, where, texts = "", place, {"alt": "", "title": ""}
        settings: dict[str, str] = {}
        for attribute in _ATTRIBUTE.finditer(found["attributes"]):
            name = attribute[1].lower()
            if name == "src":
                target, where = self._value(found, attribute)
            elif name in texts:
                texts[name] = unescape((attribute[2] or "").strip("\"'"))
                settings |= {"decorative": "yes"} if name == "alt" and not texts["alt"].strip() else {}
        token = picture_mark(self.marks, found[0], place, where, target=target, settings=settings, **texts)
        return token, found.end(), ()


def _is_html(name: str) -> bool:
    """True for an element of HTML, or of an office program; what else stands in angle brackets is text."""
    return name in sanitise.DROPPED or name in sanitise.UNKNOWN_HERE or ":" in name or "-" in name


def _removed(what: str, where: Where) -> Problem:
    return Problem(
        where, "html-removed", f"{what} was removed: it cannot stand in a story.",
        "Write it in Markdown, or leave it out.",
    )  # fmt: skip


def _attribute_removed(attribute: str, name: str, where: Where) -> Problem:
    reason = "scripts do not run in stories" if attribute.lower().startswith("on") else (
        "the look of a story is the same everywhere"
    )  # fmt: skip
    return Problem(where, "html-removed", f'"{attribute}" was removed from <{name}>: {reason}.', "Leave it out.")


def _too_deep(where: Where) -> Problem:
    return Problem(
        where, "nested-too-deeply", "HTML is nested more deeply here than any story needs.",
        "Close some of its elements.",
    )  # fmt: skip
