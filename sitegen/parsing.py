"""Files as they were read become sources: fields by their kind, text converted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.markup.convert import MarkupOptions, convert
from sitegen.model.drafts import as_of_draft
from sitegen.model.sources import Source
from sitegen.problems.problem import Checked
from sitegen.reading.document import read_document
from sitegen.reading.values import SourceFile
from sitegen.schema.declared import Kind
from sitegen.schema.documents import check_document
from sitegen.workers import mapped


def is_document(path: str) -> bool:
    """True for a Markdown file of content/, except the authors' guide beside the editions."""
    return path.lower().endswith((".md", ".markdown")) and path.casefold() != "content/readme.md"


Parsed = Checked[Source | None]
"""A file as far as it is understood, with its problems."""


def parse_all(
    files: Sequence[SourceFile], kinds: Mapping[str, Kind], language: str, jobs: int, known: Mapping[str, Parsed]
) -> dict[str, Parsed]:
    """Each file understood, by path; those that are `known` are not read again.

    What comes from elsewhere brings a kind of its own, in whose place is put ours.
    """
    unknown = [file for file in files if file.path not in known]
    read = mapped(lambda file: parse_document(file, kinds, language), unknown, jobs)
    made = {**known, **{file.path: parsed for file, parsed in zip(unknown, read, strict=True)}}
    return {file.path: _of_kind(made[file.path], kinds) for file in files}


def _of_kind(parsed: Parsed, kinds: Mapping[str, Kind]) -> Parsed:
    source = parsed.value
    ours = kinds.get(source.kind.id) if source else None
    # What this process made of it before stays the one value that it is: whoever compares is done at once.
    if source is None or ours is None or ours is source.kind:
        return parsed
    return replace(parsed, value=replace(source, kind=ours))


def parse_document(file: SourceFile, kinds: Mapping[str, Kind], language: str) -> Parsed:
    """One Markdown file understood: its fields by its kind, its text converted. None where it cannot be."""
    read = read_document(file)
    if read.value is None:
        return Checked(None, read.problems)
    checked = check_document(read.value, kinds)
    document = read.value
    body = convert(document.body, MarkupOptions(language, checked.value[0].questions if checked.value else False))
    moved = tuple(p.moved(file.path, document.body_line - 1) for p in body.problems)
    source = Source(document, *checked.value, body) if checked.value else None
    return Checked(source, as_of_draft(read.problems + checked.problems + moved, source))

