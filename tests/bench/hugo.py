"""The corpus as a site of Hugo: the same stories, lists, feed and map of the site, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpus import Story, stories
from tests.bench.outlines import ITEM, PAGE, STORY, STYLE
from tests.bench.sites import EDITED, Site, quoted, write

MADE = ("public", "resources", "hugo_cache", ".hugo_build.lock")

_SETTINGS = """baseURL = "https://example.org/"
title = "Stories from the hubs"
languageCode = "en"
[taxonomies]
hub = "hubs"
strand = "sections"
edition = "editions"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[services.rss]
limit = 20
"""
_TERMS = '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>'
_HUBS = '<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> ({{ .Count }})</li>'


def site(folder: Path, count: int, program: Path) -> Site:
    """Writes the site of so many stories and says how it is built."""
    write(folder, _files(count))
    return Site(
        "Hugo",
        folder,
        command(program, folder),
        MADE,
        _path(EDITED),
        f"public/stories/{EDITED.name}/index.html",
        hubs="public/hubs",
        serve=(str(program), "server", "--cacheDir", str(folder / "hugo_cache"), "--bind", "127.0.0.1", "--port"),
        address=f"stories/{EDITED.name}/",
    )


def command(program: Path, folder: Path) -> tuple[str, ...]:
    """What builds a site of Hugo, with nothing of it kept elsewhere."""
    return (str(program), "--quiet", "--cacheDir", str(folder / "hugo_cache"))


def _files(count: int) -> Iterator[tuple[str, str]]:
    yield "hugo.toml", _SETTINGS
    yield "static/site.css", STYLE
    for name, text in _layouts():
        yield f"layouts/{name}.html", text
    for story in stories(count):
        yield _path(story), f"---\n{''.join(_facts(story))}---\n\n{story.body}"


def _layouts() -> Iterator[tuple[str, str]]:
    shown = {name: f"{{{{ .Params.{name} }}}}" for name in ("school", "phase", "size", "summary", "disadvantage")}
    item = ITEM % {"address": "{{ .RelPermalink }}", "title": "{{ .Title }}", **shown}
    story = STORY % {
        **shown,
        "kind": "{{ .Params.story_kind }}",
        "title": "{{ .Title }}",
        "hub_address": "{{ index .Params.hubs 0 | urlize }}",
        "hub": "{{ index .Params.hubs 0 }}",
        "years": "{{ .Params.years_engaged }}",
        "section": "{{ index .Params.sections 0 }}",
        "edition": "{{ index .Params.editions 0 }}",
        "body": "{{ .Content }}",
        "themes": "{{ range .Params.topics }}<li>{{ . }}</li>{{ end }}",
    }
    main = '{{ block "main" . }}{{ end }}'
    hubs = f"<ul>{{{{ range .Site.Taxonomies.hubs }}}}{_HUBS}{{{{ end }}}}</ul>"
    yield "_default/baseof", PAGE % {"title": "{{ .Title }}", "description": "{{ .Params.summary }}", "main": main}
    yield "_default/single", _main(story)
    yield "_default/term", _main(f"<h1>{{{{ .Title }}}}</h1>{_list('.Pages', item)}")
    yield "_default/taxonomy", _main(f"<h1>{{{{ .Title }}}}</h1>{_list('.Pages', _TERMS)}")
    yield "_default/section", _main(f"<h1>{{{{ .Title }}}}</h1>{_list('.Pages', _TERMS)}")
    yield "index", _main(f"<h1>Stories</h1>{hubs}{_list('first 20 .Site.RegularPages', item)}")


def _main(text: str) -> str:
    return f'{{{{ define "main" }}}}{text}{{{{ end }}}}'


def _list(pages: str, item: str) -> str:
    return f"<ul>{{{{ range {pages} }}}}{item}{{{{ end }}}}</ul>"


def _path(story: Story) -> str:
    return f"content/stories/{story.name}.md"


def _facts(story: Story) -> Iterator[str]:
    facts = story.facts
    yield f"title: {quoted(facts.title)}\n"
    yield f"story_kind: {quoted(facts.kind)}\n"
    yield f"editions: [{quoted(facts.edition)}]\n"
    yield f"sections: [{quoted(facts.section)}]\n"
    yield f"hubs: [{quoted(facts.hub)}]\n"
    yield f"school: {quoted(facts.school)}\n"
    yield f"phase: {quoted(facts.phase)}\n"
    yield f"size: {facts.size}\n"
    yield f"disadvantage: {facts.disadvantage}\n"
    yield f"years_engaged: {facts.years_engaged}\n"
    yield f"date: {facts.date}\n"
    yield f"summary: {quoted(facts.summary)}\n"
    yield f"topics: [{', '.join(map(quoted, facts.themes))}]\n"
