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
_STYLE = """
#sitegen-problems{position:fixed;inset:auto 0 0;z-index:2147483647;margin:0;font:16px/1.5 system-ui,sans-serif;
color:#1c1917;background:#fff7ed;border-top:4px solid #b91c1c;text-align:left;box-shadow:0 0 2rem #0006}
#sitegen-problems.warnings{border-color:#a16207}
#sitegen-problems summary{padding:.75rem 1.25rem;cursor:pointer}
#sitegen-problems summary:focus-visible{outline:3px solid #b91c1c;outline-offset:-6px}
#sitegen-problems h2{display:inline;margin:0;font:600 1.125rem/1.4 system-ui,sans-serif;color:inherit}
#sitegen-problems ol{margin:0;padding:0 1.25rem;list-style:none;max-height:50vh;overflow:auto}
#sitegen-problems li{margin:0;padding:.75rem 0;border-top:1px solid #d6d3d1}
#sitegen-problems p{margin:.125rem 0;max-width:80ch}
#sitegen-problems pre{margin:.25rem 0;padding:.5rem .75rem;overflow:auto;background:#fff;color:#1c1917;
border:1px solid #d6d3d1}
#sitegen-problems code,#sitegen-problems pre{font:14px/1.5 ui-monospace,Consolas,monospace}
#sitegen-problems mark{color:#7f1d1d;background:#fee2e2;border-bottom:2px solid #b91c1c}
#sitegen-problems .warning mark{color:#713f12;background:#fef3c7;border-color:#a16207}
#sitegen-problems .severity{font-weight:600;color:#b91c1c}
#sitegen-problems .warning .severity{color:#854d0e}
#sitegen-problems.warnings:not(:has([open])){right:auto;border-right:1px solid #a16207}
@media(prefers-color-scheme:dark){#sitegen-problems{color:#f5f5f4;background:#292524}
#sitegen-problems pre{color:#f5f5f4;background:#1c1917;border-color:#57534e}#sitegen-problems li{border-color:#57534e}
#sitegen-problems .severity{color:#fca5a5}#sitegen-problems .warning .severity{color:#fcd34d}}
@media print{#sitegen-problems{display:none}}
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
    excerpts = Excerpts(sources)
    items = "".join(_item(p, excerpts) for p in sorted(most_important(every), key=lambda p: not p.is_error))
    more = f"<p>… and {len(every) - MOST_SHOWN:,} more.</p>" if len(every) > MOST_SHOWN else ""
    kind, opens = ("", " open") if any(p.is_error for p in every) else (' class="warnings"', "")
    title = f'<h2 id="sitegen-problems-title">{_heading(every)}</h2>'
    return (
        f'<section id="sitegen-problems"{kind} lang="en" dir="ltr" aria-labelledby="sitegen-problems-title">'
        f"<style>{_STYLE}</style><details{opens}><summary>{title}</summary>"
        f'<ol tabindex="0" aria-labelledby="sitegen-problems-title">{items}</ol>{more}</details></section>'
    )


def _heading(problems: tuple[Problem, ...]) -> str:
    errors = sum(p.is_error for p in problems)
    counts = ((errors, "error"), (len(problems) - errors, "warning"))
    shown = " and ".join(counted(number, noun) for number, noun in counts if number)
    return f"{shown}: this page is as it was before." if errors else shown


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
