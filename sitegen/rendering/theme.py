"""The theme: templates compiled once, and its styles, scripts and fonts. A site's own templates come first. [I/O]"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FunctionLoader, TemplateSyntaxError

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.rendering.assets import ThemeAsset, publish_assets
from sitegen.rendering.compiled import CompiledTemplates
from sitegen.rendering.engine import Engine
from sitegen.rendering.faults import SHIPPED, TEMPLATES, MissingField, syntax_problem
from sitegen.rendering.filters import filters
from sitegen.rendering.kept import Kept
from sitegen.rendering.pictures import Remember, make_anew

_ASSETS = "assets/"
_TEMPLATE_SUFFIXES = (".html", ".xml")


@dataclass(frozen=True, slots=True)
class Theme:
    """Compiled templates and published files. `digest` is that of every byte that either was made of.

    `faulty` are templates that cannot be compiled, each with a problem of its own. `kept` are fragments that its
    templates have made.
    """

    environment: Environment
    templates: frozenset[str]
    faulty: frozenset[str]
    assets: Mapping[str, ThemeAsset]
    digest: str
    kept: Kept


def load_theme(
    folders: tuple[Path, ...], remember: Remember = make_anew, before: Checked[Theme] | None = None
) -> Checked[Theme]:
    """The theme of several folders: a file of an earlier folder hides that of a later one.

    The last folder is the shipped theme; its templates are also reached as `theme/layouts/story.html`, so that a
    site's own template can extend the one that it replaces. A folder that does not exist is empty.
    Templates that `remember` gives are not compiled again, and where nothing differs from `before`, that is given.
    """
    read = [_read(folder) for folder in folders]
    problems = [p for checked in read for p in checked.problems]
    merged: dict[str, bytes] = {}
    for checked in reversed(read):
        merged.update(checked.value)
    shipped = {SHIPPED + name: content for name, content in read[-1].value.items()} if read else {}
    digest = _digest(merged | shipped)
    if before is not None and before.value.digest == digest and not problems:
        before.value.kept.begin()
        return before
    assets = publish_assets({n.removeprefix(_ASSETS): c for n, c in merged.items() if n.startswith(_ASSETS)})
    sources, unreadable = _sources(merged | shipped)
    kept = Kept()
    environment = _environment(sources, filters(assets.value, kept), CompiledTemplates(remember))
    names = sorted(n for n in sources if not n.startswith(SHIPPED))
    faults = _compile(environment, names)
    faulty = frozenset(p.where.file.removeprefix(TEMPLATES) for p in faults)
    theme = Theme(environment, frozenset(names) - faulty, faulty, assets.value, digest, kept)
    return Checked(theme, tuple(dict.fromkeys([*problems, *assets.problems, *unreadable, *faults])))


def _read(folder: Path) -> Checked[dict[str, bytes]]:
    """Every file of a folder by its path in it, but for hidden ones and what editors leave behind."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or any(part.startswith((".", "~")) or part.endswith("~") for part in name.split("/")):
            continue
        try:
            files[name] = path.read_bytes()
        except OSError as error:
            what = f"The theme's file cannot be read: {error.strerror or 'unknown cause'}."
            problems.append(Problem(Where(TEMPLATES + name), "unreadable-file", what, "Check that you may open it."))
    return Checked(files, tuple(problems))


def _sources(files: Mapping[str, bytes]) -> tuple[Mapping[str, str], list[Problem]]:
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for name, content in files.items():
        if _ASSETS in name or not name.endswith(_TEMPLATE_SUFFIXES):
            continue
        try:
            sources[name] = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            where, fix = Where(TEMPLATES + name.removeprefix(SHIPPED)), "Save it as UTF-8 in your editor."
            problems.append(Problem(where, "not-utf8", "The template is not UTF-8 text.", fix))
    return MappingProxyType(sources), problems


def _environment(
    sources: Mapping[str, str], made: Mapping[str, Callable[..., object]], compiled: CompiledTemplates
) -> Environment:
    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if name not in sources:
            return None
        own = name.removeprefix(SHIPPED)
        # One that the site replaces is called by its whole name: no line of it is a line of the site's own file.
        shown = own if sources.get(own) == sources[name] else name
        return sources[name], TEMPLATES + shown, lambda: True

    environment = Engine(
        loader=FunctionLoader(load),
        undefined=MissingField,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    environment.globals.clear()
    environment.filters.update(made)
    return environment


def _compile(environment: Environment, names: list[str]) -> list[Problem]:
    problems: list[Problem] = []
    for name in names:
        try:
            environment.get_template(name)
        except TemplateSyntaxError as error:
            problems.append(syntax_problem(error, [*environment.filters, *environment.tests]))
    return problems


def _digest(files: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, content in sorted(files.items()):
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()
