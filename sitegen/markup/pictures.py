"""Pictures that settings name: of a figure, of a person; and the pictures of a gallery."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sitegen.markup.addresses import check_picture
from sitegen.markup.body import FigureBlock, Gallery, Part, Picture
from sitegen.markup.inner import in_a_line, trimmed, unwrapped
from sitegen.markup.links import no_alt_text
from sitegen.markup.plain import plain_html
from sitegen.markup.source import SourceBlock
from sitegen.problems.problem import Checked, Problem, Where


def consents(block: SourceBlock) -> tuple[str, ...]:
    """The ids of consents that a block's setting names."""
    value = block.values.get("consent")
    return tuple(part.text for part in value.parts or (value,)) if value else ()


def portrait(block: SourceBlock, captioned: Callable[..., Picture]) -> Checked[Picture | None]:
    """The picture of a person, or None where none is named."""
    if not block.setting("image"):
        return Checked(None)
    made = _named(block, "image")
    return Checked(captioned(made.value, ()), made.problems)


def figure(block: SourceBlock, parts: Sequence[Part], title: str) -> Checked[FigureBlock]:
    """A figure from its settings, with its body as caption, or from a picture that stands in its body."""
    line = block.opening.number
    if block.setting("status") == "pending":
        waiting = Picture("", block.setting("alt"), line, block.opening.column, caption=_caption(parts), pending=True)
        return Checked(FigureBlock(title, waiting, line), (_pending(block),))
    if block.setting("file"):
        made = _named(block, "file")
        return Checked(FigureBlock(title, replace(made.value, caption=_caption(parts)), line), made.problems)
    shown, rest = _from_body(parts)
    if not shown:
        empty = Picture("", "", line, block.opening.column, caption=_caption(parts), pending=True)
        problems = () if block.misread & {"file", "status"} else (_without_file(block),)
        return Checked(FigureBlock(title, empty, line), problems)
    picture = replace(_completed(block, shown[0]), caption=_caption(rest) or shown[0].caption)
    several = (_several(block),) if len(shown) > 1 else ()
    return Checked(FigureBlock(title, picture, line), several)


def gallery(block: SourceBlock, parts: Sequence[Part], title: str) -> Checked[Gallery]:
    """A gallery from the pictures in its body; text after a picture is its caption where it has no other."""
    shown, _ = _from_body(parts)
    captioned = _with_captions(parts) if shown else ()
    pictures = tuple(_completed(block, picture) for picture in captioned)
    problems = () if pictures else (_no_pictures(block),)
    return Checked(Gallery(title, pictures, block.opening.number), problems)


def _named(block: SourceBlock, key: str) -> Checked[Picture]:
    """The picture that a setting names, with the other settings that speak of it."""
    value = block.values[key]
    decorative = bool(block.values["decorative"].value) if "decorative" in block.values else False
    alt = "" if decorative else block.setting("alt")
    problem = check_picture(value.text, value.where)
    problems = [problem] if problem else []
    if not alt and not decorative and not block.misread & {"alt", "decorative"}:
        problems.append(_no_alt(value.text, value.where))
    where = value.where
    picture = Picture("" if problem else value.text, alt, where.line, where.column, decorative, pending=bool(problem))
    return Checked(_completed(block, picture), tuple(problems))


def _no_alt(target: str, where: Where) -> Problem:
    written = no_alt_text(target, where)
    return replace(written, fix="Say in words what it shows: alt: … If it only decorates, write decorative: yes.")


def _completed(block: SourceBlock, picture: Picture) -> Picture:
    """The picture with what the block's settings say of it and it does not say itself."""
    return replace(
        picture, credit=picture.credit or block.setting("credit"), consent=picture.consent or consents(block),
        shows=picture.shows or block.setting("shows") or ("pupils" if "shows" in block.misread else ""),
    )  # fmt: skip


def _from_body(parts: Sequence[Part]) -> tuple[list[Picture], list[Part]]:
    """The pictures among parts, and the other parts."""
    shown: list[Picture] = []
    rest: list[Part] = []
    for part in parts:
        if isinstance(part, Picture):
            shown.append(part)
        elif isinstance(part, FigureBlock):
            shown.append(part.picture)
        elif isinstance(part, Gallery):
            shown += part.pictures
        else:
            rest.append(part)
    return shown, rest


def _with_captions(parts: Sequence[Part]) -> list[Picture]:
    """The pictures, each with the text that follows it; text before the first belongs to the first."""
    made: list[Picture] = []
    texts: list[list[Part]] = [[]]
    for part in parts:
        shown, rest = _from_body([part])
        texts += [[] for _ in range(len(made) + len(shown) - len(texts))]
        made += shown
        texts[-1] += rest
    return [p if p.caption else replace(p, caption=_caption(in_a_line(t))) for p, t in zip(made, texts, strict=True)]


def _caption(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Parts as a caption: a single paragraph stands without its tags, white space alone is none."""
    if not any(not isinstance(part, str) or _has_text(part) for part in parts):
        return ()
    return trimmed(unwrapped(parts))


def _has_text(html: str) -> bool:
    return bool(plain_html(html).strip(" \n\t,;"))


def _pending(block: SourceBlock) -> Problem:
    return Problem(
        block.opening.where(), "figure-pending", "This figure waits for its picture: only its caption is shown.",
        "Add file: with the picture's name and take out status: pending when you have it.",
    )  # fmt: skip


def _without_file(block: SourceBlock) -> Problem:
    return Problem(
        block.opening.where(), "missing-setting", "This figure names no picture.",
        "Add file: with the name of a picture beside the story, or status: pending where you lack it.",
    )  # fmt: skip


def _several(block: SourceBlock) -> Problem:
    return Problem(
        block.opening.where(), "misplaced-block", "This figure holds more than one picture, and shows only the first.",
        "Write ::: gallery for several pictures.",
    )  # fmt: skip


def _no_pictures(block: SourceBlock) -> Problem:
    return Problem(
        block.opening.where(), "empty-block", "This gallery holds no picture.",
        "Write each picture on a line of its own: ![what it shows](file.jpg)",
    )  # fmt: skip
