"""A site with harm in every field of every file that a site may hold, and in every block."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sitegen.schema.kinds import shipped_kinds
from sitegen.schema.registers import register_schemas
from sitegen.schema.settings import settings_schema
from tests.hostile.planting import Planter, blocks, front, story, yaml
from tests.hostile.sites import PICTURE, picture

EDITION, SECTION = "content/2022-23", "content/2022-23/01-part"
_SETTINGS = {"base_url": "https://stories.example.org/", "language": "en-GB", "share_cards": "none"}


def planted(planter: Planter) -> Mapping[str, str | bytes]:
    """The files of the site: one story of every kind, an edition, a section, a page, all registers, all settings."""
    return {
        "content/site.yaml": yaml(_settings(planter)),
        **{f"content/{name}.yaml": _register(planter, name) for name in ("hubs", "schools", "glossary")},
        **_own_kind(planter),
        **{path: text for kind in shipped_kinds().values() for path, text in _files(planter, kind.id, kind.role)},
        f"{SECTION}/90-blocks.md": front(
            {"kind": "news-item", "title": planter.words("title of blocks")}, "\n\n".join(blocks(planter))
        ),
        **{f"{folder}/{PICTURE}": picture() for folder in (EDITION, SECTION, "content/pages")},
    }


def _settings(planter: Planter) -> dict[str, Any]:
    fields = tuple(f for f in settings_schema().fields if f.key not in ("bands", "release", "navigation"))
    return {**planter.fields(fields, "site"), **_SETTINGS, "contact": "a@example.org" + planter.words("site.contact"),
            "navigation": ["2022-23", "browse", "hubs", "about"]}  # fmt: skip


def _register(planter: Planter, name: str) -> str:
    given = planter.fields(register_schemas()[name].fields, name)
    own = {"hubs": {"id": "plant-hub", "aliases": ["Plant Hub"]}, "schools": {"id": "plant-school"}}
    return json.dumps([{**given, **own.get(name, {})}])


def _files(planter: Planter, kind: str, role: str) -> list[tuple[str, str]]:
    body = planter.words(f"{kind}: body").replace("\u2028", " ")
    made = story(planter, shipped_kinds()[kind], f"## {planter.words(f'{kind}: heading')}\n\n{body}")
    where = {"edition": f"{EDITION}/index.md", "section": f"{SECTION}/index.md", "page": "content/pages/about.md"}
    return [(where.get(role, f"{SECTION}/{kind}.md"), made)]


def _own_kind(planter: Planter) -> dict[str, str]:
    """A kind of the site's own: its names and those of its fields are an author's words as well."""
    label = {"type": "list", "label": planter.words("kind: label"), "facet": "yes", "search": "yes"}
    fields = {"constructor": label, "proto": {**label, "label": planter.words("kind: second label")}}
    said = {"name": planter.words("kind: name"), "plural": planter.words("kind: plural"), "fields": fields}
    values = {"kind": "own", "title": planter.words("own: title")}
    values |= {key: planter.words(f"own: {key}") for key in fields}
    shown = json.dumps({**said, "card": list(fields)})
    return {"content/kinds/own.yaml": shown, f"{SECTION}/own.md": front(values, "Text.")}
