"""A single page for paper, made without the rest of its site, of which there may be very much. [I/O]"""

from __future__ import annotations

from sitegen.memos import may_keep, picture_memo, theme_of
from sitegen.model.clearing import clear
from sitegen.model.site import build_site
from sitegen.options import Options, private_folder
from sitegen.pages.plan import site_view
from sitegen.pages.printing import printing
from sitegen.pages.shared import share
from sitegen.paper.subjects import Subject, subject, subjects
from sitegen.pipeline import Build, again_if_changed, build, parse
from sitegen.problems.problem import distinct
from sitegen.reading.tree import read_tree
from sitegen.rendering.pictures import keep_nothing
from sitegen.rendering.render import render_all


def on_paper(named: str, asked: Options) -> tuple[Build, Subject | None]:
    """The page for paper of what is named, with the files that it shows; None where an error hides what is meant.

    Every source is read and checked, and what lacks a consent is left out. Other pages are not made, so that nothing is
    said of their links. With `strict` all of the site is built, since any warning counts.
    """
    if asked.strict:
        whole = build(asked)
        return whole, None if whole.problems else subject(named, tuple(subjects(whole.site)))
    return again_if_changed(lambda: _made(named, asked))


def _made(named: str, asked: Options) -> tuple[Build, Subject | None]:
    tree = read_tree(asked.site, private_folder(asked))
    sources = parse(tree.value, asked)
    cleared = clear(sources.value)
    site = build_site(cleared.value.sources)
    theme = theme_of(asked)
    told = distinct(tree.problems, sources.problems, cleared.problems, site.problems, theme.problems)
    texts = {path: file.text for path, file in tree.value.files.items()}
    if any(problem.is_error for problem in told):
        return Build(site.value, {}, told, texts, cleared.value), None
    meant = subject(named, tuple(subjects(site.value)))
    pages = [page for page in printing(site.value, share(site.value)) if page.address == meant.address]
    keep = picture_memo(asked).keep if may_keep(asked) else keep_nothing
    rendered = render_all(pages, site_view(site.value), theme.value, keep, asked.jobs)
    told = distinct(told, rendered.problems)
    return Build(site.value, rendered.value.outputs, told, texts, cleared.value, rendered=rendered.value), meant
