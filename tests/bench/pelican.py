"""The corpus as a site of Pelican, with the extensions of Markdown that sitegen's stories may use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpus import Story, stories
from tests.bench.outlines import ITEM, PAGE, STORY, STYLE
from tests.bench.sites import EDITED, Site, write

_SETTINGS = """SITENAME = "Stories from the hubs"
SITEURL = ""
FEED_DOMAIN = "https://example.org"
PATH = "content"
OUTPUT_PATH = "output"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "theme"
ARTICLE_PATHS = ["stories"]
ARTICLE_URL = "stories/{slug}/"
ARTICLE_SAVE_AS = "stories/{slug}/index.html"
SLUGIFY_SOURCE = "basename"
CATEGORY_URL = "hubs/{slug}/"
CATEGORY_SAVE_AS = "hubs/{slug}/index.html"
TAG_URL = "{slug}/"
TAG_SAVE_AS = "{slug}/index.html"
TAG_SUBSTITUTIONS = []
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
DEFAULT_PAGINATION = False
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
PLUGINS = ["pelican.plugins.sitemap"]
STATIC_PATHS = ["static"]
EXTRA_PATH_METADATA = {"static/site.css": {"path": "site.css"}}
RELATIVE_URLS = False
MARKDOWN = {"extensions": ["markdown.extensions.meta", "attr_list", "tables", "footnotes", "toc", "md_in_html",
                           "smarty"],
            "extension_configs": {}, "output_format": "html5"}
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
"""
_HUBS = '<li><a href="/{{ c.url }}">{{ c }}</a> ({{ arts|count }})</li>'


def site(folder: Path, count: int, program: Path) -> Site:
    """Writes the site of so many stories and says how it is built."""
    write(folder, _files(count))
    (folder / "theme/static").mkdir()
    return Site(
        "Pelican",
        folder,
        (str(program), "-s", "pelicanconf.py", "-q"),
        ("output", "cache", "__pycache__"),
        _path(EDITED),
        f"output/stories/{EDITED.name}/index.html",
    )


def _files(count: int) -> Iterator[tuple[str, str]]:
    yield "pelicanconf.py", _SETTINGS
    yield "content/static/site.css", STYLE
    for name, text in _templates():
        yield f"theme/templates/{name}.html", text
    for story in stories(count):
        yield _path(story), f"{''.join(_facts(story))}\n{story.body}"


def _templates() -> Iterator[tuple[str, str]]:
    shown = ("title", "school", "phase", "size", "summary")
    item = ITEM % {"address": "/{{ a.url }}", **{name: f"{{{{ a.{name} }}}}" for name in shown}}
    fields = (*shown, "kind", "disadvantage", "section", "edition")
    story = STORY % {
        **{name: f"{{{{ article.{name} }}}}" for name in fields},
        "hub_address": "{{ article.category.slug }}",
        "hub": "{{ article.category }}",
        "years": "{{ article.years_engaged }}",
        "body": "{{ article.content }}",
        "themes": "{% for t in article.topics.split(',') %}<li>{{ t }}</li>{% endfor %}",
    }
    yield "base", PAGE % {
        "title": "{% block title %}{{ SITENAME }}{% endblock %}",
        "description": "{% block desc %}{% endblock %}",
        "main": "{% block main %}{% endblock %}",
    }
    title = "{% block title %}{{ article.title }}{% endblock %}"
    description = "{% block desc %}{{ article.summary|striptags }}{% endblock %}"
    yield "article", _page(story, title + description)
    yield "category", _page(f"<h1>{{{{ category }}}}</h1>{_list('articles', item)}")
    yield "tag", _page(f"<h1>{{{{ tag }}}}</h1>{_list('articles', item)}")
    hubs = f"<ul>{{% for c, arts in categories %}}{_HUBS}{{% endfor %}}</ul>"
    yield "index", _page(f"<h1>Stories</h1>{hubs}{_list('articles[:20]', item)}")


def _page(main: str, head: str = "") -> str:
    return f'{{% extends "base.html" %}}{head}{{% block main %}}{main}{{% endblock %}}'


def _list(articles: str, item: str) -> str:
    return f"<ul>{{% for a in {articles} %}}{item}{{% endfor %}}</ul>"


def _path(story: Story) -> str:
    return f"content/stories/{story.name}.md"


def _facts(story: Story) -> Iterator[str]:
    facts = story.facts
    yield f"Title: {facts.title}\n"
    yield f"Date: {facts.date}\n"
    yield f"Category: {facts.hub}\n"
    yield f"Tags: sections-{facts.section}, editions-{facts.edition}\n"
    yield f"Kind: {facts.kind}\n"
    yield f"Edition: {facts.edition}\n"
    yield f"Section: {facts.section}\n"
    yield f"School: {facts.school}\n"
    yield f"Phase: {facts.phase}\n"
    yield f"Size: {facts.size}\n"
    yield f"Disadvantage: {facts.disadvantage}\n"
    yield f"Years_engaged: {facts.years_engaged}\n"
    yield f"Summary: {facts.summary}\n"
    yield f"Topics: {','.join(facts.themes)}\n"
