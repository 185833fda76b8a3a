"""`import`: a Word document becomes the folder of a story, and whatever did not survive is told."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sitegen.checking.strays import IMPORTED
from sitegen.commands.extras import need_word
from sitegen.commands.folders import options, to_type
from sitegen.commands.terminal import out
from sitegen.model.names import names
from sitegen.model.stories import unknown_hubs
from sitegen.parsing import parse_document
from sitegen.problems.problem import Problem
from sitegen.reading.tree import read_tree
from sitegen.reading.values import SourceFile, Tree
from sitegen.schema.declared import Kind
from sitegen.schema.kinds import load_kinds
from sitegen.schema.registers import load_registers
from sitegen.schema.settings import load_settings
from sitegen.starting.files import new_folder
from sitegen.starting.places import check_free, folder_path, home_of_story, next_number, standing, texts_in
from sitegen.text import counted, in_words, nearest
from sitegen.word.notes import as_text
from sitegen.word.package import LARGEST_FILE, NoWordFile, Package, open_package
from sitegen.word.story import Imported, Known, import_story
from sitegen.writing.errors import EnvironmentProblem, plain_errors

_MOST_PROBLEMS = 30


def run(arguments: argparse.Namespace) -> int:
    """Makes a story of a Word file and tells what did not survive. Nothing that was there is changed."""
    asked = options(arguments, write=False)
    site = asked.site
    file = _file(arguments.named)
    package = _opened(file)
    tree = read_tree(site).value
    kinds = load_kinds(tree).value
    kind = _kind(arguments.kind, kinds)
    folder = folder_path(home_of_story(standing(asked, kinds), vars(arguments)["in"], f'import "{file}"'))
    need_word(yes=arguments.yes)
    with _named(file):
        made = import_story(package, Known(kinds, load_registers(tree).value), kind, file.name)
    name = _name(made, site / folder, folder)
    with new_folder(site / folder / name) as aside:
        for path, content in _files(made, file.name).items():
            (aside / path).write_bytes(content)
    _tell(made, f"{folder}/{name}", tree, to_type(arguments, "serve"))
    return 0


def _file(named: str) -> Path:
    if not named:
        raise EnvironmentProblem("Name the Word file: import FILE.docx")
    file = Path(named)
    if file.is_dir():
        raise EnvironmentProblem(f"{named} is a folder. Name one Word file in it.")
    if not file.is_file():
        raise EnvironmentProblem(f"There is no file {named}.")
    return file


def _opened(file: Path) -> Package:
    with plain_errors(f"{file} cannot be read"):
        if file.stat().st_size > LARGEST_FILE:
            most = f"{LARGEST_FILE // 1_000_000} MB"
            raise EnvironmentProblem(f"{file} is larger than {most}. Make its pictures smaller.")
        data = file.read_bytes()
    with _named(file):
        return open_package(data)


@contextmanager
def _named(file: Path) -> Iterator[None]:
    """Puts the file's name in front of what is wrong with it."""
    try:
        yield
    except NoWordFile as problem:
        raise EnvironmentProblem(f"{file}: {problem}") from problem


def _kind(asked: str | None, kinds: Mapping[str, Kind]) -> str:
    """The id of the kind that was asked for; empty where the text is to tell."""
    stories = {id_: kind for id_, kind in kinds.items() if kind.role == "story"}
    wanted = (asked or "").strip().lower()
    if not wanted or wanted in stories:
        return wanted
    near = nearest(wanted, stories)
    hint = f'Did you mean "{near}"?' if near else f"The kinds are {in_words(sorted(stories))}."
    raise EnvironmentProblem(f'There is no kind of story "{asked}". {hint}')


def _name(made: Imported, parent: Path, folder: str) -> str:
    """The name of the story's folder, with the next number."""
    check_free(made.slug, parent, folder, advice="To import the document again, rename or remove that story first.")
    return f"{next_number(texts_in(parent), made.kind.numbered)}{made.slug}"


def _files(made: Imported, document: str) -> Mapping[str, bytes]:
    notes = as_text(made.notes)
    head = f"What the import of {document} has to tell. Work through it, then delete this file.\n"
    told = {IMPORTED: f"{head}\n{notes}\n".encode("utf-8", "replace")} if notes else {}
    return {"index.md": made.text.encode("utf-8", "replace"), **made.pictures, **told}


def _tell(made: Imported, folder: str, tree: Tree, serve: str) -> None:
    pictures = f" and {counted(len(made.pictures), 'picture')}" if made.pictures else ""
    out(f'Imported "{made.title}" as a {_in_a_sentence(made.kind.name)}: {folder}/index.md{pictures}')
    notes = as_text(made.notes)
    if notes:
        out(f"\n{notes}")
    language = load_settings(tree).value.language
    source = SourceFile(f"{folder}/index.md", made.text, "")
    parsed = parse_document(source, {made.kind.id: made.kind}, language)
    problems = parsed.problems
    hubs = unknown_hubs(parsed.value, names(load_registers(tree).value)) if parsed.value else ()
    errors = [p for p in (*hubs, *problems) if p.is_error]
    if errors:
        out(f"\nMend these first, for until then the site cannot be built, nor shown by serve:\n{_listed(errors)}")
    if wanting := [p for p in problems if p.code == "no-alt-text-yet"]:
        out(f"\nUntil you have added these, the story can be previewed, but not published:\n{_listed(wanting)}")
    look = "Then look at it with" if errors else "To look at it"
    out(f"\nIt is a draft: nobody sees it until you take out the line `draft: yes`. {look}: {serve}")
    if notes:
        out(f"Work through the notes above, which also stand in {folder}/{IMPORTED}; then delete that file.")


def _in_a_sentence(name: str) -> str:
    """The name of a kind within a sentence: small, but for words such as Q&A."""
    return " ".join(word if word[1:] != word[1:].lower() else word.lower() for word in name.split())


def _listed(problems: list[Problem]) -> str:
    more = [f"  - and {len(problems) - _MOST_PROBLEMS:,} more"] if len(problems) > _MOST_PROBLEMS else []
    shown = [f"  - line {p.where.line}: {p.what} {p.fix}" for p in problems[:_MOST_PROBLEMS]]
    return "\n".join([*shown, *more])
