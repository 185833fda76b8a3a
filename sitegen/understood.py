"""What the files of a site say: its settings, registers and kinds, and every story as far as it can be understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.memos import ParsedMemo, parsed_memo
from sitegen.model.sources import Sources
from sitegen.model.standing import taken_down
from sitegen.options import Options, private_folder
from sitegen.parsing import Parsed, is_document, parse_all
from sitegen.problems.problem import Checked, gather
from sitegen.reading.private import read_consents
from sitegen.reading.values import SourceFile, Tree
from sitegen.schema.declared import Kind, Registers, Settings
from sitegen.schema.kinds import load_kinds
from sitegen.schema.registers import load_consents, load_registers
from sitegen.schema.settings import load_settings

_Digests = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Declared:
    """What holds for all stories of a site. `of` are the digests, by path, of the files that it was read from."""

    settings: Checked[Settings]
    registers: Checked[Registers]
    kinds: Checked[Mapping[str, Kind]]
    of: _Digests


@dataclass(frozen=True, slots=True)
class Understood:
    """The sources of a site. `keep` has later builds know how their files were understood.

    `parsed` are its stories by path, with the digests of their files in `of`. `remarks` are sentences about what was
    remembered.
    """

    sources: Checked[Sources]
    declared: Declared
    parsed: Mapping[str, Parsed]
    of: _Digests
    keep: Callable[[], None]
    remarks: Mapping[str, None]


def understand(tree: Tree, options: Options, before: Understood | None = None) -> Understood:
    """The site's settings, registers, kinds and every story, as far as they can be understood.

    What this process understood `before` of the same files is not read again.
    """
    declared = _declared(tree, before.declared if before else None)
    register = read_consents(private_folder(options))
    consents = load_consents(register.value)
    files = [f for f in tree.files.values() if is_document(f.path)]
    memo = parsed_memo(options, tree, declared.settings.value.language)
    known = _known(files, declared, memo, before)
    parsed = parse_all(files, declared.kinds.value, declared.settings.value.language, options.jobs, known)
    read = gather(parsed.values())
    sources = tuple(s for s in read.value if s is not None)
    left_out = (tree.unread | {f.path for f in files}) - {s.path for s in sources}
    made = Sources(
        tree, _at_base(declared.settings.value, options.base_url), declared.registers.value, declared.kinds.value,
        sources, left_out, options.today, options.drafts, consents.value, options.medium,
        lenient=options.lenient, docs=options.docs,
    )  # fmt: skip
    found = (declared.settings, declared.registers, declared.kinds, register, consents, read)
    problems = tuple(problem for checked in found for problem in checked.problems)

    def keep() -> None:
        down = taken_down(made)
        memo.keep([file for file in files if file.path not in down], parsed, known)

    return Understood(Checked(made, problems), declared, parsed, _digests(files), keep, memo.store.remarks)


def _declared(tree: Tree, before: Declared | None) -> Declared:
    of = _digests([file for file in tree.files.values() if not is_document(file.path)])
    if before and before.of == of:
        return before
    return Declared(load_settings(tree), load_registers(tree), load_kinds(tree), of)


def _known(
    files: Sequence[SourceFile], declared: Declared, memo: ParsedMemo, before: Understood | None
) -> dict[str, Parsed]:
    """The files that are understood already, by path: by this process, else by another one."""
    if before is None or before.declared is not declared:
        return memo.known(files, declared.kinds.value)
    return {file.path: before.parsed[file.path] for file in files if before.of.get(file.path) == file.digest}


def _digests(files: Sequence[SourceFile]) -> _Digests:
    return {file.path: file.digest for file in files}


def _at_base(settings: Settings, base_url: str | None) -> Settings:
    return settings if base_url is None else replace(settings, base_url=base_url)
