"""The HTML that the peers' sites are made of, with places to be filled in the template language of each."""

from __future__ import annotations

from tests.bench.vocabulary import EDITIONS, SECTIONS

STYLE = "body{font:1rem/1.5 sans-serif;max-width:48rem;margin:auto}.card{border:1px solid #ccc;padding:1rem}\n"

_SECTION_LINKS = "".join(f'<li><a href="/sections/{name}/">{name}</a></li>' for name in SECTIONS)
_EDITION_LINKS = "".join(f'<li><a href="/editions/{name}/">{name}</a></li>' for name in EDITIONS)

PAGE = (
    """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%(title)s | Stories from the hubs</title>
<meta name="description" content="%(description)s">
<link rel="stylesheet" href="/site.css">
<link rel="alternate" type="application/rss+xml" href="/feed.xml">
</head>
<body>
<header><a href="/">Stories from the hubs</a><nav><ul>"""
    f"{_SECTION_LINKS}{_EDITION_LINKS}"
    """</ul></nav></header>
<main>
%(main)s
</main>
<footer><p>Published by the hubs network. <a href="/sitemap.xml">Sitemap</a></p></footer>
</body>
</html>
"""
)

STORY = """<article>
<p class="kind">%(kind)s</p>
<h1>%(title)s</h1>
<p class="summary">%(summary)s</p>
<aside class="card"><h2>School profile</h2><dl>
<dt>School</dt><dd>%(school)s</dd>
<dt>Phase</dt><dd>%(phase)s</dd>
<dt>Pupils</dt><dd>%(size)s</dd>
<dt>Disadvantage</dt><dd>%(disadvantage)s%%</dd>
<dt>Hub</dt><dd><a href="/hubs/%(hub_address)s/">%(hub)s</a></dd>
<dt>Years engaged</dt><dd>%(years)s</dd>
<dt>Section</dt><dd><a href="/sections/%(section)s/">%(section)s</a></dd>
<dt>Edition</dt><dd><a href="/editions/%(edition)s/">%(edition)s</a></dd>
</dl></aside>
%(body)s
<ul class="tags">%(themes)s</ul>
</article>"""

ITEM = (
    '<li><a href="%(address)s">%(title)s</a> <span>%(school)s, %(phase)s, %(size)s pupils</span><p>%(summary)s</p></li>'
)
