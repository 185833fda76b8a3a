"""The site's settings: content/site.yaml over what ships."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.located import load_yaml
from sitegen.reading.values import Mapping_, Node, Scalar, Sequence, Tree
from sitegen.regex import regex
from sitegen.schema.bands import read_bands, shipped_bands
from sitegen.schema.declarations import read_declarations
from sitegen.schema.declared import Field, Schema, Settings
from sitegen.schema.engine import check
from sitegen.schema.shipped import shipped_mapping
from sitegen.schema.types.given import is_blank, shown
from sitegen.schema.values import Value, Values
from sitegen.schema.web_address import meant_address, site_address
from sitegen.text import fold_key

PATH = "content/site.yaml"
_OTHER_ENDING = "content/site.yml"
_LANGUAGE = regex(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")
_LANGUAGES = {"english": "en-GB", "british": "en-GB", "welsh": "cy", "cymraeg": "cy"}


@lru_cache(maxsize=1)
def settings_schema() -> Schema:
    """What content/site.yaml may say."""
    return Schema("site", read_declarations(shipped_mapping("site.yaml")).value)


def load_settings(tree: Tree) -> Checked[Settings]:
    """The settings of the site with defaults filled in; what is not understood keeps its default.

    `base_url` ends with a slash or is empty. `bands` holds a set for every measure: the site's own, else the shipped.
    """
    file = tree.files.get(PATH)
    if file is None:
        return Checked(_settings({}, Where(PATH)).value, (_no_file(tree),))
    node = load_yaml(file.text, PATH)
    if node.value is None and node.problems:
        return Checked(_settings({}, Where(PATH)).value, node.problems)
    where = node.value.where if node.value else Where(PATH)
    if not isinstance(node.value, Mapping_ | None):
        return Checked(_settings({}, where).value, (*node.problems, _not_fields(node.value)))
    fields = node.value or Mapping_((), where)
    read = check(settings_schema(), fields)
    made = _settings(read.value, where, _spoilt(fields, read))
    return Checked(made.value, node.problems + read.problems + made.problems + _empty_sets(fields))


def _empty_sets(fields: Mapping_) -> tuple[Problem, ...]:
    """A problem for each measure with an empty list of bands: it would take the place of those that ship."""
    given = (e.value for e in fields if fold_key(e.key.text) == "bands" and isinstance(e.value, Mapping_))
    sets = [(e.key, e.value) for entries in given for e in entries]
    return tuple(_empty_set(k) for k, v in sets if isinstance(v, Sequence) and all(map(is_blank, v.items)))


def _empty_set(key: Scalar) -> Problem:
    what = f"The bands of {shown(key.text)} are an empty list, which would replace the bands that ship by none."
    fix = "Write the bands, or take the line out to keep those that ship."
    return Problem(key.where, "empty-field", what, fix)


def _spoilt(fields: Mapping_, read: Checked[Values]) -> frozenset[Where]:
    """The keys, of settings and of measures, under which there is a problem: a band without its end is no open one."""
    measures = read.value["bands"].value if "bands" in read.value else {}
    keys = sorted([*(e.key.where for e in fields), *(v.key for v in measures.values())])
    at = (bisect_right(keys, Where(p.where.file, p.where.line, p.where.column, 1_000_000)) for p in read.problems)
    return frozenset(keys[n - 1] for n in at if n)


def _settings(says: Values, where: Where, spoilt: frozenset[Where] = frozenset()) -> Checked[Settings]:
    base_url, bands = _base_url(says.get("base_url")), read_bands(says.get("bands"), spoilt)
    language = _language(says.get("language"))
    settings = Settings(
        title=_text(says, "title"),
        organisation=_text(says, "organisation"),
        base_url=base_url.value,
        language=language.value,
        licence=_text(says, "licence"),
        disclaimer=_text(says, "disclaimer"),
        contact=_text(says, "contact"),
        navigation=says["navigation"].parts if "navigation" in says else (),
        bands={**shipped_bands(settings_schema()["bands"]), **bands.value},
        release=_release(says),
        share_cards=_text(says, "share_cards"),
        where=where,
    )
    return Checked(settings, base_url.problems + language.problems + bands.problems)


def _text(says: Values, key: str) -> str:
    if key in says:
        return str(says[key].value)
    return settings_schema()[key].default or ""


def _release(says: Values) -> dict[str, str]:
    given: Values = says["release"].value if "release" in says else {}
    return {field.key: _rule(field, given) for field in settings_schema()["release"].fields}


def _rule(field: Field, given: Values) -> str:
    if field.key not in given:
        return field.default or ""
    value = given[field.key].value
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _base_url(value: Value | None) -> Checked[str]:
    if value is None:
        return Checked("")
    if address := site_address(value.text):
        return Checked(address)
    what = f"`base_url` is {shown(value.text)}, which is not the full address of a site on the web."
    meant = meant_address(value.text)
    fix = (
        f"Write `base_url: {meant or 'https://stories.example.org/report/'}`: with https:// in front, no page of it "
        "at the end, and no ?, #, name or password."
    )
    return Checked("", (Problem(value.where, "wrong-kind-of-value", what, fix, suggestion=meant),))


def _language(value: Value | None) -> Checked[str]:
    otherwise = settings_schema()["language"].default or ""
    if value is None or _LANGUAGE.fullmatch(value.text):
        return Checked(value.text if value else otherwise)
    with_hyphens = value.text.replace("_", "-")
    meant = with_hyphens if _LANGUAGE.fullmatch(with_hyphens) else _LANGUAGES.get(value.text.lower(), otherwise)
    what = f"`language` is {shown(value.text)}, which is not the code of a language."
    fix = f"Write a code of two or three letters, with a region if you like: `language: {meant}`."
    return Checked(otherwise, (Problem(value.where, "wrong-kind-of-value", what, fix, suggestion=meant),))


def _no_file(tree: Tree) -> Problem:
    if _OTHER_ENDING in tree.files:
        what = "The site's settings are looked for in content/site.yaml, and the file here is called site.yml."
        return Problem(Where(PATH), "no-site-yaml", what, "Rename content/site.yml to site.yaml.")
    what = "The site folder has no content/site.yaml, so the site has no title and no organisation."
    fix = "Make the file content/site.yaml with two lines, `title: …` and `organisation: …`."
    return Problem(Where(PATH), "no-site-yaml", what, fix)


def _not_fields(node: Node) -> Problem:
    what = "content/site.yaml holds no settings: it is a list or one piece of text."
    return Problem(node.where, "not-a-mapping", what, "Write each setting as `name: value`, beginning with `title:`.")
