"""From a site folder to a site: read -> parse -> convert -> model -> plan -> render -> check -> write."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sitegen.checking.links import check_ids, check_links
from sitegen.checking.lint import Told, lint
from sitegen.checking.permalinks import ADDRESSES, listed, lost_addresses
from sitegen.checking.strays import stray_files
from sitegen.memos import may_keep, picture_memo, theme_of
from sitegen.model.clearing import ClearedSources, clear
from sitegen.model.selecting import NoSuchPart, selection
from sitegen.model.site import build_site
from sitegen.model.sources import Sources
from sitegen.model.spanning import Site
from sitegen.model.standing import taken_down
from sitegen.options import Options, private_folder
from sitegen.pages.page import Output
from sitegen.pages.plan import plan, site_view
from sitegen.pages.shared import Shared, share
from sitegen.pages.web.addresses import web_address
from sitegen.problems.problem import Checked, Problem, Where, blocked, distinct
from sitegen.reading.digests import is_as_read
from sitegen.reading.private import REGISTER, read_consents
from sitegen.reading.tree import read_tree
from sitegen.reading.values import SourceFile, Tree
from sitegen.rendering.cards.letters import NoLetters
from sitegen.rendering.pictures import keep_nothing
from sitegen.rendering.render import RenderedSite, missing_layouts, render_all
from sitegen.rendering.theme import Theme
from sitegen.rendering.values import Rendered
from sitegen.schema.declared import Kind
from sitegen.schema.registers import load_consents
from sitegen.understood import Understood, understand
from sitegen.workers import beside
from sitegen.writing.errors import ChangedMeanwhile, EnvironmentProblem
from sitegen.writing.values import Content, Outputs, Written
from sitegen.writing.write import write_tree

_Made = TypeVar("_Made")
_MORE_ATTEMPTS = 3
MANY = 100
"""Stories from which on it pays to keep what was made of them in another process."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build came to. `outputs` are the files of the site by address: bytes, or what is to be copied.

    `sources` are the texts that were read, by path, for the report's excerpts. `cleared` is all that the site was made
    from, with what its consents left out of it. `read` are the files as they lay there. `written` is None where nothing
    was. `planned` and `rendered` are what the outputs were made of and by, with what the planning `shared`. `own` are
    the problems that depend on one file alone, by its path; `theme`, `understood` and `told` are for the next build of
    this process. `remarks` are sentences about what was remembered.
    """

    site: Site
    outputs: Outputs
    problems: tuple[Problem, ...]
    sources: Mapping[str, str]
    cleared: ClearedSources
    read: tuple[SourceFile, ...] = ()
    written: Written | None = None
    planned: tuple[Output, ...] = ()
    shared: Shared | None = None
    rendered: RenderedSite | None = None
    own: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    theme: Checked[Theme] | None = None
    understood: Understood | None = None
    told: Told | None = None
    remarks: tuple[str, ...] = ()


def build(options: Options) -> Build:
    """Read, check, render and, where nothing is wrong, write the site. All problems of all stages are in the result.

    Raises EnvironmentProblem where the disk or the output folder does not let us.
    """
    def attempt() -> Build:
        made = make(read_tree(options.site, private_folder(options)), options)
        return made if not options.write or blocked(made.problems, options.strict) else write(made, options)

    return again_if_changed(attempt)


def again_if_changed(attempt: Callable[[], _Made]) -> _Made:
    """What `attempt` builds; a few times more where a source changes between its being read and the writing."""
    for _ in range(_MORE_ATTEMPTS):
        with suppress(ChangedMeanwhile):
            return attempt()
    return attempt()


def make(tree: Checked[Tree], options: Options, before: Build | None = None) -> Build:
    """The site of what was read, with every problem, and nothing written; pages of a build `before` are used again."""
    understood = understand(tree.value, options, before.understood if before else None)
    with beside(understood.keep, is_long=len(understood.sources.value.sources) >= MANY):
        return replace(_made(tree, understood, options, before), remarks=tuple(understood.remarks))


def _made(tree: Checked[Tree], understood: Understood, options: Options, before: Build | None) -> Build:
    sources = understood.sources
    cleared = clear(sources.value)
    site = build_site(cleared.value.sources)
    shown = _part(site, cleared.value.sources, options)
    shared = share(shown)
    planned = plan(shown, shared)
    theme = theme_of(options, before.theme if before else None)
    memo = picture_memo(options)
    keep, former = memo.keep if may_keep(options) else keep_nothing, before.rendered if before else None
    with _letters():
        rendered = render_all(planned.value, site_view(shown), theme.value, keep, options.jobs, former)
    memo.tidy()
    texts = {path: file.text for path, file in tree.value.files.items()}
    outputs: dict[str, Content] = {**rendered.value.outputs, **shown.downloads}
    told = lint(site.value, texts, options.jobs, before.told if before else None)
    found = distinct(
        tree.problems, sources.problems, cleared.problems, site.problems, planned.problems, theme.problems,
        rendered.problems, missing_layouts(_layouts(sources.value.kinds), theme.value),
        told.of_site, told.of_files,
        check_rendered(rendered.value.pages, frozenset(outputs), planned.value),
        () if shown.selection else _lost(cleared.value.sources, frozenset(outputs), options),
    )  # fmt: skip
    unsure = _hidden(sources.value, site.value) | {p.where.file for p in found if p.is_error}
    strays = stray_files(site.value, tree.value, unsure | {w.path for w in cleared.value.withheld})
    # A site that is known to be broken has pages that lack something: parsing them would say it all again.
    is_sound = not any(p.is_error for p in found)
    parsed = _parsed(outputs, web_address(site.value)) if options.deep and is_sound else ()
    files = tuple(tree.value.files.values())
    own = by_file((*sources.problems, *told.of_files))
    return Build(
        shown, outputs, distinct(found, strays, parsed), texts, cleared.value, files, None, planned.value,
        shared, rendered.value, own, theme, understood, told,
    )  # fmt: skip


def _part(site: Checked[Site], sources: Sources, options: Options) -> Site:
    """The part of the site that is asked for: checked was all of it."""
    try:
        part = selection(options.edition, options.hub, site.value)
    except NoSuchPart as unknown:
        if site.has_errors or sources.left_out:  # it may be among what could not be understood
            return site.value
        raise EnvironmentProblem(str(unknown)) from None
    return site.value if part is None else build_site(replace(sources, selection=part)).value


def _lost(sources: Sources, addresses: frozenset[str], options: Options) -> tuple[Problem, ...]:
    """What former releases had and this one has not."""
    base, kept = sources.settings.base_url, sources.tree.files.get(ADDRESSES)
    former = list(listed(kept.text, ADDRESSES, base)) if kept else []
    if options.against:
        from sitegen.writing.former import former_list  # a reader of archives, which nothing else takes

        former += listed(former_list(options.against), str(options.against), base)
    return lost_addresses(former, addresses, sources) if former else ()


@contextmanager
def _letters() -> Iterator[None]:
    """Says so where the machine cannot draw share cards."""
    try:
        yield
    except NoLetters:
        what = "The fonts of share cards cannot be read: this copy of Pillow lacks something."
        raise EnvironmentProblem(f"{what} Install it anew, or write share_cards: none in content/site.yaml.") from None


def _parsed(outputs: Outputs, base_url: str) -> tuple[Problem, ...]:
    from sitegen.checking.deep import check_pages  # an HTML parser, which nothing else takes

    made = {address: content for address, content in outputs.items() if isinstance(content, bytes)}
    return check_pages(made, outputs, base_url)


def write(made: Build, options: Options) -> Build:
    """The same build, written to the output folder."""
    folders = (options.site / "content", options.site / "templates")
    written = write_tree(
        made.outputs, options.output, apart_from=folders, drafts=options.drafts,
        texts=None if options.drafts else _texts(made.cleared.sources), confirm=lambda: confirm(made, options),
        fresh=options.fresh,
    )  # fmt: skip
    return replace(made, written=written)


def _texts(sources: Sources) -> Mapping[str, str]:
    """What the site was made from, without what had to come down: nothing of that is to lie about beside it."""
    down = taken_down(sources)
    return {path: file.text for path, file in sources.tree.files.items() if path not in down}


def confirm(made: Build, options: Options) -> None:
    """Refuses to write what was read before a change: a story that was withdrawn meanwhile would be shown again."""
    for file in made.read:
        if not is_as_read(file.location, file.size, file.digest):
            raise ChangedMeanwhile(file.path)
    if load_consents(read_consents(private_folder(options)).value).value != made.cleared.before.consents:
        raise ChangedMeanwhile(REGISTER)


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


def by_file(problems: Iterable[Problem]) -> Mapping[str, tuple[Problem, ...]]:
    """Problems by the path of the file to blame."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.where.file].append(problem)
    return {path: tuple(of) for path, of in found.items()}


def parse(tree: Tree, options: Options) -> Checked[Sources]:
    """The site's settings, registers, kinds and every story, as far as they can be understood."""
    return understand(tree, options).sources
