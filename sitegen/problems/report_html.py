"""All problems of a run as an element of a page, for an author who works with the site in a browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from sitegen.problems.excerpt import Excerpts, visible
from sitegen.problems.problem import Problem, Where
from sitegen.problems.report import MOST_SHOWN, in_order, most_important
from sitegen.regex import regex
from sitegen.text import counted, fold_space

_TYPED = regex("`([^`]+)`")
_DARK = "--ink:#f5f5f4;--back:#292524;--sheet:#1c1917;--line:#57534e;--error:#fca5a5;--warning:#fcd34d"
_STYLE = f"""
#sitegen-problems{{--ink:#1c1917;--back:#fff7ed;--sheet:#fff;--line:#d6d3d1;--error:#b91c1c;--warning:#854d0e;
margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--back);text-align:left}}
:root[data-theme=dark] #sitegen-problems{{{_DARK}}}
@media(prefers-color-scheme:dark){{:root:not([data-theme=light]) #sitegen-problems{{{_DARK}}}}}
#sitegen-problems ol{{margin:0;padding:0 1.25rem;list-style:none}}
#sitegen-problems li{{margin:0;padding:.75rem 0;border-top:1px solid var(--line)}}
#sitegen-problems p{{margin:.125rem 0;max-width:80ch}}
#sitegen-problems pre{{margin:.25rem 0;padding:.5rem .75rem;overflow:auto;background:var(--sheet);color:var(--ink);
border:1px solid var(--line)}}
#sitegen-problems code,#sitegen-problems pre{{font:14px/1.5 ui-monospace,Consolas,monospace}}
#sitegen-problems mark{{color:#7f1d1d;background:#fee2e2;border-bottom:2px solid #b91c1c}}
#sitegen-problems .warning mark{{color:#713f12;background:#fef3c7;border-color:#a16207}}
#sitegen-problems .severity{{font-weight:600;color:var(--error)}}
#sitegen-problems .warning .severity{{color:var(--warning)}}
""".strip().replace("\n", "")
_OVER_A_PAGE = """
#sitegen-problems{position:fixed;inset:auto 0 0;z-index:2147483647;border-top:4px solid #b91c1c;
box-shadow:0 0 2rem #0006}
#sitegen-problems.warnings{border-color:#a16207}
#sitegen-problems summary{padding:.75rem 1.25rem;cursor:pointer}
#sitegen-problems summary:focus-visible{outline:3px solid var(--error);outline-offset:-6px}
#sitegen-problems h2{display:inline;margin:0;font:600 1.125rem/1.4 system-ui,sans-serif;color:inherit}
#sitegen-problems ol{max-height:50vh;overflow:auto}
#sitegen-problems.warnings:not(:has([open])){right:auto;border-right:1px solid #a16207}
@media print{#sitegen-problems{display:none}}
""".strip().replace("\n", "")
"""How the report lies over a page of the site: as light or dark as that is, whose switch goes before the system."""
_AS_A_PAGE = """
:root{color-scheme:light dark}body{margin:0}
#sitegen-problems{min-height:100vh;box-sizing:border-box;padding:2rem 0;border-top:4px solid #b91c1c}
#sitegen-problems :is(h1,h1~p){padding:0 1.25rem}
#sitegen-problems h1{margin:0 0 .5rem;font:600 1.75rem/1.25 system-ui,sans-serif}
#sitegen-problems h1~p{margin-bottom:1.25rem}
""".strip().replace("\n", "")


def report_html(problems: Iterable[Problem], sources: Mapping[str, str]) -> str:
    """The report as one HTML element that brings its own style; empty without problems.

    It lies over the lower half of the window, wherever the page stands, and can be folded away without a script.
    Without an error it begins folded, in a corner: warnings stop nothing, and the page is as new as the text.

    It is safe in any page: nothing of the authors' text is markup. `sources` are the texts of the files by path.
    """
    every = in_order(problems)
    if not every:
        return ""
    kind, opens = ("", " open") if any(p.is_error for p in every) else (' class="warnings"', "")
    title = f'<h2 id="sitegen-problems-title">{_heading(every)}</h2>'
    return (
        f'<section id="sitegen-problems"{kind} lang="en" dir="ltr" aria-labelledby="sitegen-problems-title">'
        f"<style>{_STYLE}{_OVER_A_PAGE}</style><details{opens}><summary>{title}</summary>"
        f'<ol tabindex="0" aria-labelledby="sitegen-problems-title">{_items(every, sources)}</details></section>'
    )


def report_page(problems: Iterable[Problem], sources: Mapping[str, str]) -> str:
    """The report as a whole page, for a site of which there is no page yet to lay it over; empty without problems."""
    every = in_order(problems)
    if not every:
        return ""
    strict = "With --strict a warning counts as an error. Mend them"
    mend = "Mend the errors" if any(p.is_error for p in every) else strict
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{_UNSHOWN}</title>'
        f'<style>{_STYLE}{_AS_A_PAGE}</style></head><body><main id="sitegen-problems" dir="ltr"><h1>{_UNSHOWN}</h1>'
        f"<p>{_counts(every)}. {mend} and save: the site then appears here by itself.</p>"
        f"<ol>{_items(every, sources)}</main></body></html>"
    )


_UNSHOWN = "The site cannot be shown yet"


def _items(every: tuple[Problem, ...], sources: Mapping[str, str]) -> str:
    """The items of the list with its end, and how many more there are."""
    excerpts = Excerpts(sources)
    items = "".join(_item(p, excerpts) for p in sorted(most_important(every), key=lambda p: not p.is_error))
    more = f"<p>… and {len(every) - MOST_SHOWN:,} more.</p>" if len(every) > MOST_SHOWN else ""
    return f"{items}</ol>{more}"


def _counts(problems: tuple[Problem, ...]) -> str:
    errors = sum(p.is_error for p in problems)
    counts = ((errors, "error"), (len(problems) - errors, "warning"))
    return " and ".join(counted(number, noun) for number, noun in counts if number)


def _heading(problems: tuple[Problem, ...]) -> str:
    shown = _counts(problems)
    return f"{shown}: this page is as it was before." if any(p.is_error for p in problems) else shown


def _item(problem: Problem, excerpts: Excerpts) -> str:
    parts = (
        f"<p>{_place(problem.where)}",
        f' <span class="severity">{problem.severity}</span> [{problem.code}]</p>',
        f"<p><strong>{_text(problem.what)}</strong></p>",
        *_excerpt(problem.where, excerpts),
        *(f"<p>Also {_place(where).rstrip(':')}</p>" for where in problem.also),
        f"<p>{_text(problem.why)}</p>" if problem.why else "",
        f"<p><b>Fix:</b> {_text(problem.fix)}</p>",
    )
    return f'<li class="{problem.severity}">{"".join(parts)}</li>'


def _excerpt(where: Where, excerpts: Excerpts) -> Iterator[str]:
    found = excerpts.at(where)
    if found:
        line = f"{escape(found.before)}<mark>{escape(found.marked) or ' '}</mark>{escape(found.after)}"
        yield f'<pre tabindex="0" dir="auto"><code>{found.line:>5} | {line}</code></pre>'


def _place(where: Where) -> str:
    return f"<code>{escape(visible(where.file))}</code>, line {where.line}:"


def _text(text: str) -> str:
    """Words as HTML; what stands between backticks is to be typed as it is."""
    return _TYPED.sub(r"<code>\1</code>", escape(visible(fold_space(text))))
