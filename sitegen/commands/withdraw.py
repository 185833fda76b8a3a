"""`withdraw`: takes a story, or whatever rests on a consent, out of the site now, and proves that nothing is left."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sitegen import pipeline
from sitegen.checking.remains import Remain
from sitegen.commands.folders import options, shown, sources
from sitegen.commands.outcome import report
from sitegen.commands.takedown import Gone, built_without, left_of
from sitegen.commands.terminal import err, out
from sitegen.incremental.last import forget
from sitegen.memos import picture_memo
from sitegen.model.consents import STORY, Withheld
from sitegen.model.sources import Source, Sources
from sitegen.model.standing import DOWN, standings
from sitegen.options import Options, private_folder
from sitegen.parsing import parse_document
from sitegen.pipeline import Build
from sitegen.readiness.keeping import forget_board
from sitegen.reading.marking import with_entry_field, with_field
from sitegen.reading.private import consents_file
from sitegen.reading.tree import read_tree
from sitegen.reading.values import SourceFile
from sitegen.text import counted, nearest
from sitegen.writing.errors import EnvironmentProblem, plain_errors
from sitegen.writing.place import check_folder
from sitegen.writing.published import last_published
from sitegen.writing.write import finish_interrupted, turn

_MOST_SHOWN = 20


def run(arguments: argparse.Namespace) -> int:
    """Marks what is named, writes the site without it, tells what was touched; 1 where something of it is left.

    Without a name it takes down whatever is due: withdrawn, expired, or without a consent that holds.
    """
    asked = options(arguments)
    check_folder(asked.output, sources(asked))
    finish_interrupted(asked.output)
    before = pipeline.parse(read_tree(asked.site, private_folder(asked)).value, asked).value
    with turn(asked.output):  # of two at once, neither may undo the other's mark in one file
        path = _marked(arguments.named, arguments.tombstone, asked, before) if arguments.named else ""
    was = last_published(asked.output)
    forget(asked.site)
    forget_board(asked.site)
    picture_memo(asked).forget_all()  # it holds pictures as they were published, these among them
    built = pipeline.again_if_changed(lambda: _built(path, asked))
    gone = _gone(path, built, before, was)
    with turn(asked.output):
        left = left_of(gone, built, asked)
    _tell(gone, left, built, asked)
    return int(bool(left))


def _built(path: str, asked: Options) -> Build:
    built = pipeline.build(asked)
    if built.written:
        return built
    return pipeline.write(built_without(asked, frozenset([path]) if path else frozenset()), asked)


def _marked(named: str, tombstone: bool, asked: Options, before: Sources) -> str:
    """Marks a story or a consent as withdrawn; the path of the story's file, empty for a consent."""
    consent = next((c.id for c in before.consents if c.id.casefold() == named.strip().casefold()), None)
    if consent is not None:
        _mark_consent(consent, asked)
        return ""
    path = _story(named, asked, before)
    fields = [("withdrawn", asked.today.isoformat()), *([("tombstone", "yes")] if tombstone else [])]
    file = asked.site / path
    text = _read(file)
    for key, value in fields:
        text = with_field(text, key, value) or ""
    if not text:
        raise EnvironmentProblem(f"{path} has no fields that could be marked. Delete the file, and build again.")
    _write(file, text)
    return path


def _mark_consent(id_: str, asked: Options) -> None:
    file = consents_file(private_folder(asked))
    text = with_entry_field(_read(file), id_, "withdrawn_on", asked.today.isoformat()) if file else None
    if file is None or text is None:
        raise EnvironmentProblem(f"The entry of {id_} in the consent register cannot be read. Mend the file first.")
    _write(file, text)


def _story(named: str, asked: Options, before: Sources) -> str:
    """The path of a file by what people may call it: its path, its address, the last step of its address."""
    wanted = named.strip().replace("\\", "/").removeprefix("./").strip("/").removesuffix("/index.html")
    paths = {s.path: s.address.removesuffix("/index.html") for s in standings(before)}
    exact = [path for path, address in paths.items() if wanted in (path, path.removeprefix("content/"), address)]
    by_step = [path for path, address in paths.items() if address.rpartition("/")[2] == wanted]
    found = exact or by_step
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        choices = ", ".join(paths[path] for path in found[:5])
        raise EnvironmentProblem(f'Several pages are called "{named}": {choices}. Write the whole of one of these.')
    if wanted.endswith(".md") and (asked.site / wanted).is_file() and wanted.startswith("content/"):
        return wanted
    steps = {address.rpartition("/")[2]: address for address in paths.values()}
    near = nearest(wanted, paths.values()) or steps.get(nearest(wanted, steps) or "")
    hint = f' Did you mean "{near}"?' if near else " Write a story's address, as 2022-23/primary/goldfinch."
    raise EnvironmentProblem(f'No story and no consent is called "{named}".{hint}')


def _read(file: Path) -> str:
    with plain_errors(f"{file} cannot be read"), file.open(encoding="utf-8", errors="surrogateescape", newline="") as f:
        return f.read()


def _write(file: Path, text: str) -> None:
    aside = file.with_name(f".{file.name}.new")
    with plain_errors(f"{file} cannot be changed"):
        with aside.open("w", encoding="utf-8", errors="surrogateescape", newline="") as made:
            made.write(text)
        os.chmod(aside, file.stat().st_mode & 0o7777)
        aside.replace(file)


def _gone(path: str, built: Build, before: Sources, was: Mapping[str, str]) -> Gone:
    """What the site is without: every page that is down, and single pictures, names and quotes."""
    paths = {s.path for s in standings(built.cleared.sources) if s.state in DOWN} | ({path} if path else set())
    known = {s.path: s for s in (*built.cleared.before.sources, *before.sources)}
    whole = [source for p in sorted(paths) if (source := known.get(p) or _last(p, was, before))]
    parts = tuple(w for w in built.cleared.withheld if w.what != STORY)
    return Gone(tuple(whole), parts)


def _last(path: str, was: Mapping[str, str], before: Sources) -> Source | None:
    """A source as it was last published, for one that cannot be understood any more."""
    if path not in was:
        return None
    return parse_document(SourceFile(path, was[path], ""), before.kinds, before.settings.language).value


def _tell(gone: Gone, left: tuple[Remain, ...], built: Build, asked: Options) -> None:
    if any(p.is_error for p in built.problems):
        report(replace(built, problems=tuple(p for p in built.problems if p.is_error)), asked)
        err("Files with problems are as they were last published. What had to come down is down.")
    for source in gone.sources:
        out(f"Taken down: {source.path}")
    for part in gone.parts:
        out(f"Left out of {part.path}: {_words(part)} ({part.why})")
    if left:
        err(f"Still in {shown(asked.output)}: {counted(len(left), 'trace')}.")
        for remain in left[:_MOST_SHOWN]:
            err(f"  {remain.address}: {remain.what}, {remain.text}")
        err("Take it out of the page that says it, or delete the file if sitegen did not make it; then withdraw again.")
        return
    out(f"Searched every file of {shown(asked.output)}: nothing is left of it.")
    out("Copies and archives that were handed out earlier cannot be recalled: tell those who have one.")


def _words(part: Withheld) -> str:
    return f'the {part.what} "{part.named[:60]}"'
