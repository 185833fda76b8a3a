"""From a site folder to a site: read -> parse -> convert -> model -> plan -> render -> check -> write."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.checking.deep import check_pages
from sitegen.checking.links import check_ids, check_links
from sitegen.checking.lint import lint
from sitegen.checking.strays import stray_files
from sitegen.markup.convert import MarkupOptions, convert
from sitegen.memo import Memo
from sitegen.model.clearing import ClearedSources, clear
from sitegen.model.site import build_site
from sitegen.model.sources import Source, Sources
from sitegen.model.spanning import Site
from sitegen.model.standing import taken_down
from sitegen.pages.page import Output
from sitegen.pages.plan import plan, site_view
from sitegen.problems.problem import Checked, Problem, Where, gather
from sitegen.reading.digests import is_as_read
from sitegen.reading.document import read_document
from sitegen.reading.private import REGISTER, read_consents
from sitegen.reading.tree import read_tree
from sitegen.reading.values import Asset, SourceFile, Tree
from sitegen.rendering.render import missing_layouts, render_all
from sitegen.rendering.theme import load_theme
from sitegen.rendering.values import Rendered
from sitegen.schema.declared import Kind, Settings
from sitegen.schema.documents import check_document
from sitegen.schema.kinds import load_kinds
from sitegen.schema.registers import load_consents, load_registers
from sitegen.schema.settings import load_settings
from sitegen.workers import mapped
from sitegen.writing.errors import ChangedMeanwhile
from sitegen.writing.values import Written
from sitegen.writing.write import write_tree

_MORE_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for. `theme` is the shipped one; the site folder's own templates/ come first.

    `today` decides what is published. `write` is False for a check; `deep` also parses every page. `strict` counts
    warnings as errors. `private` holds the consent register; `medium` is what consents must allow: web or archive.
    `lenient` leaves out pictures that cannot be shown, without `own_theme` the site's own templates are left out: both
    are for taking something down while there are errors.
    """

    site: Path
    output: Path
    theme: Path
    today: datetime.date
    strict: bool = False
    drafts: bool = False
    base_url: str | None = None
    private: Path | None = None
    fresh: bool = False
    jobs: int = 0
    write: bool = True
    deep: bool = False
    medium: str = "web"
    lenient: bool = False
    own_theme: bool = True


@dataclass(frozen=True, slots=True)
class Build:
    """What a build came to. `outputs` are the files of the site by address: bytes, or a file to be copied.

    `sources` are the texts that were read, by path, for the report's excerpts. `cleared` is all that the site was made
    from, with what its consents left out of it. `read` are the files as they lay there. `written` is None where nothing
    was.
    """

    site: Site
    outputs: Mapping[str, bytes | Asset]
    problems: tuple[Problem, ...]
    sources: Mapping[str, str]
    cleared: ClearedSources
    read: tuple[SourceFile, ...] = ()
    written: Written | None = None


def build(options: Options) -> Build:
    """Read, check, render and, where nothing is wrong, write the site. All problems of all stages are in the result.

    Raises EnvironmentProblem where the disk or the output folder does not let us.
    """
    def attempt() -> Build:
        made = make(read_tree(options.site, private_folder(options)), options)
        return made if not options.write or blocked(made.problems, options.strict) else write(made, options)

    return again_if_changed(attempt)


def again_if_changed(attempt: Callable[[], Build]) -> Build:
    """What `attempt` builds; a few times more where a source changes between its being read and the writing."""
    for _ in range(_MORE_ATTEMPTS):
        with suppress(ChangedMeanwhile):
            return attempt()
    return attempt()


def make(tree: Checked[Tree], options: Options) -> Build:
    """The site of what was read, with every problem, and nothing written."""
    sources = parse(tree.value, options)
    cleared = clear(sources.value)
    site = build_site(cleared.value.sources)
    planned = plan(site.value)
    theme = load_theme((options.site / "templates", options.theme) if options.own_theme else (options.theme,))
    memo = picture_memo(options)
    rendered = render_all(planned.value, site_view(site.value), theme.value, memo.remember, options.jobs)
    memo.tidy()
    texts = {path: file.text for path, file in tree.value.files.items()}
    outputs: dict[str, bytes | Asset] = {**rendered.value.outputs, **site.value.downloads}
    found = distinct(
        tree.problems, sources.problems, cleared.problems, site.problems, planned.problems, theme.problems,
        rendered.problems, missing_layouts(_layouts(sources.value.kinds), theme.value),
        lint(site.value, texts, options.jobs),
        check_rendered(rendered.value.pages, frozenset(outputs), planned.value),
    )  # fmt: skip
    unsure = _hidden(sources.value, site.value) | {p.where.file for p in found if p.is_error}
    strays = stray_files(site.value, tree.value, unsure | {w.path for w in cleared.value.withheld})
    # A site that is known to be broken has pages that lack something: parsing them would say it all again.
    is_sound = not any(p.is_error for p in found)
    parsed = check_pages(rendered.value.outputs, site.value.downloads) if options.deep and is_sound else ()
    files = tuple(tree.value.files.values())
    return Build(site.value, outputs, distinct(found, strays, parsed), texts, cleared.value, files)


def write(made: Build, options: Options) -> Build:
    """The same build, written to the output folder."""
    folders = (options.site / "content", options.site / "templates")
    written = write_tree(
        made.outputs, options.output, apart_from=folders, drafts=options.drafts,
        texts=None if options.drafts else _texts(made.cleared.sources), confirm=lambda: _confirm(made, options),
        fresh=options.fresh,
    )  # fmt: skip
    return replace(made, written=written)


def _texts(sources: Sources) -> Mapping[str, str]:
    """What the site was made from, without what had to come down: nothing of that is to lie about beside it."""
    down = taken_down(sources)
    return {path: file.text for path, file in sources.tree.files.items() if path not in down}


def _confirm(made: Build, options: Options) -> None:
    """Refuses to write what was read before a change: a story that was withdrawn meanwhile would be shown again."""
    for file in made.read:
        if not is_as_read(file.location, file.size, file.digest):
            raise ChangedMeanwhile(file.path)
    if load_consents(read_consents(private_folder(options)).value).value != made.cleared.before.consents:
        raise ChangedMeanwhile(REGISTER)


def picture_memo(options: Options) -> Memo:
    """What is remembered of the pictures that earlier builds of the site published."""
    return Memo(options.site / ".sitegen" / "pictures", options.fresh)


def private_folder(options: Options) -> Path:
    """Where the consent register is: private/ in the site folder unless another one was named."""
    return options.private or options.site / "private"


def _layouts(kinds: Mapping[str, Kind]) -> list[tuple[str, Where]]:
    """The templates that files of kinds name, used by a story or not."""
    return [(f"{kind.template}.html", kind.template_where) for kind in kinds.values() if kind.template_where]


def _hidden(sources: Sources, site: Site) -> frozenset[str]:
    """The files that no page was made of: left out for their problems, or not published."""
    shown = (site.editions, site.sections, site.stories, site.pages)
    return (sources.left_out | {s.path for s in sources.sources}) - {v.path for group in shown for v in group.values()}


def check_rendered(
    pages: Sequence[Rendered], addresses: frozenset[str], planned: Sequence[Output]
) -> tuple[Problem, ...]:
    """What the links and ids of the finished pages show; the file that a page was made from is to blame."""
    sources = {o.address: o.where for o in planned}
    # A page that could not be rendered was reported with its template: links to it are not broken as well.
    addresses |= sources.keys()
    found = {p.address: frozenset(p.ids) for p in pages}
    return check_links(pages, addresses, found, sources) + check_ids(pages, sources)


def blocked(problems: Iterable[Problem], strict: bool) -> bool:
    """True where nothing may be written."""
    return any(strict or p.is_error for p in problems)


def distinct(*groups: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems once, in order of place."""
    every = dict.fromkeys(p for group in groups for p in group)
    return tuple(sorted(every, key=lambda p: (p.where, p.code)))


def parse(tree: Tree, options: Options) -> Checked[Sources]:
    """The site's settings, registers, kinds and every story, as far as they can be understood."""
    settings, registers, kinds = load_settings(tree), load_registers(tree), load_kinds(tree)
    register = read_consents(private_folder(options))
    consents = load_consents(register.value)
    files = [f for f in tree.files.values() if is_document(f.path)]
    read = gather(_parse_all(files, kinds.value, settings.value.language, options.jobs))
    sources = tuple(s for s in read.value if s is not None)
    left_out = (tree.unread | {f.path for f in files}) - {s.path for s in sources}
    made = Sources(
        tree, _at_base(settings.value, options.base_url), registers.value, kinds.value, sources, left_out,
        options.today, options.drafts, consents.value, options.medium,
        lenient=options.lenient,
    )  # fmt: skip
    found = (settings, registers, kinds, register, consents, read)
    return Checked(made, tuple(problem for checked in found for problem in checked.problems))


def _at_base(settings: Settings, base_url: str | None) -> Settings:
    return settings if base_url is None else replace(settings, base_url=base_url)


def is_document(path: str) -> bool:
    """True for a Markdown file of content/, except the authors' guide beside the editions."""
    return path.lower().endswith((".md", ".markdown")) and path.casefold() != "content/readme.md"


def _parse_all(
    files: Sequence[SourceFile], kinds: Mapping[str, Kind], language: str, jobs: int
) -> Iterator[Checked[Source | None]]:
    """Each file understood. What comes from another process brings a kind of its own, in whose place is put ours."""
    for read in mapped(lambda file: parse_document(file, kinds, language), files, jobs):
        source = read.value
        yield replace(read, value=source and replace(source, kind=kinds.get(source.kind.id, source.kind)))


def parse_document(file: SourceFile, kinds: Mapping[str, Kind], language: str) -> Checked[Source | None]:
    """One Markdown file understood: its fields by its kind, its text converted. None where it cannot be."""
    read = read_document(file)
    if read.value is None:
        return Checked(None, read.problems)
    checked = check_document(read.value, kinds)
    document = read.value
    body = convert(document.body, MarkupOptions(language, checked.value[0].questions if checked.value else False))
    moved = tuple(p.moved(file.path, document.body_line - 1) for p in body.problems)
    source = Source(document, *checked.value, body) if checked.value else None
    return Checked(source, read.problems + checked.problems + moved)

