"""Kinds of story: those that ship and those of content/kinds/, each checked like any other data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from sitegen.problems.problem import Checked, Problem, Where
from sitegen.reading.located import load_yaml
from sitegen.reading.values import Mapping_, Node, SourceFile, Tree
from sitegen.schema.declarations import declared_fields, map_of_fields, read_declarations
from sitegen.schema.declared import Field, Kind, Schema
from sitegen.schema.engine import check, spellings
from sitegen.schema.shipped import shipped_kind_ids, shipped_mapping
from sitegen.schema.types.given import shown
from sitegen.schema.values import Value, Values
from sitegen.text import fold_key, in_short, nearest, slug

ROLES = ("story", "edition", "section", "page")
WORKS = (
    "Article", "NewsArticle", "BlogPosting", "ScholarlyArticle", "Report", "CreativeWork", "Book", "PublicationIssue",
    "Collection", "WebPage", "AboutPage", "CollectionPage",
)  # fmt: skip
"""The types of schema.org that have what pages say of a text."""

_FOLDER = "content/kinds/"
_KIND = Schema("kind", (
    Field("name", "text", "Name", "What one of them is called.", required=True, example="Research group"),
    Field("plural", "text", "Plural", "What several are called.", example="Research groups"),
    Field("help", "paragraph", "Help", "What authors are told about it.", example="What a group tried out."),
    Field("role", "choice", "Role", "What it is on the site.", choices=ROLES, default="story", example="story"),
    Field("numbered", "yes/no", "Numbered", "no for stories without a number.", default="yes", example="no"),
    Field("questions", "yes/no", "Questions", "yes where its headings are questions.", default="no", example="yes"),
    Field("card", "list", "Card", "The fields of the profile card, in order.", example="[theme, hub]"),
    Field("required", "list", "Required", "The fields that none may lack.", example="[theme]"),
    Field("expected", "list", "Expected", "Fields beside the card that the readiness board asks for.",
          example="[summary, evidence]"),
    Field("template", "text", "Template", "The layout that shows it.", example="story"),
    Field("body", "lines", "Beginning", "The text that a new one begins with, with notes to its author.",
          example="## What was done"),
    Field("schema_org", "choice", "Type for machines", "Its type at schema.org.", choices=WORKS, default="Article",
          example="Report"),
    map_of_fields("fields", "Fields", "Its own fields, beside those that every kind has."),
))  # fmt: skip


def load_kinds(tree: Tree) -> Checked[Mapping[str, Kind]]:
    """Every kind by its id: the shipped ones, with those of content/kinds/ added or put in their place.

    The id is the file's name. A kind whose file has mistakes is still there, made of what is good in it and marked as
    not whole, so that its stories are not reported for them. Of two files with one id the later is a problem.
    """
    kinds, problems, files = dict(shipped_kinds()), list[Problem](), dict[str, str]()
    for file in tree.files.values():
        if file.path.startswith(_FOLDER) and file.path.endswith((".yaml", ".yml")):
            id_ = slug(PurePosixPath(file.path).stem)
            first = files.setdefault(id_, file.path)
            if first != file.path:
                problems.append(_same_id(file.path, id_, first))
                continue
            made = _load(file, id_, kinds.get(id_))
            kinds[id_] = made.value
            problems.extend(made.problems)
    return Checked(kinds, tuple(problems))


@lru_cache(maxsize=1)
def shipped_kinds() -> Mapping[str, Kind]:
    """The kinds of the package by id."""
    return {id_: read_kind(id_, shipped_mapping(f"kinds/{id_}.yaml")).value for id_ in shipped_kind_ids()}


@lru_cache(maxsize=1)
def kind_schema() -> Schema:
    """What the file of a kind may say."""
    return _KIND


def _load(file: SourceFile, id_: str, before: Kind | None) -> Checked[Kind]:
    node = load_yaml(file.text, file.path)
    made = read_kind(id_, _fields_of(node.value, file.path), before)
    problems = node.problems + (_not_fields(node.value) if node.value else ()) + made.problems
    if node.value is None:
        problems = node.problems or made.problems
    whole = not any(p.is_error for p in problems)
    return Checked(replace(made.value, whole=whole), problems)


def _same_id(path: str, id_: str, first: str) -> Problem:
    what = f'Two files describe the kind "{id_}": this one and {PurePosixPath(first).name}.'
    return Problem(Where(path), "duplicate-id", what, "Keep one of the two, or rename one.", also=(Where(first),))


def _fields_of(node: Node | None, path: str) -> Mapping_:
    return node if isinstance(node, Mapping_) else Mapping_((), Where(path))


def _not_fields(node: Node) -> tuple[Problem, ...]:
    if isinstance(node, Mapping_):
        return ()
    what = "This file does not describe a kind: it holds no fields."
    return (
        Problem(node.where, "not-a-mapping", what, "Write each property as `name: value`, beginning with `name:`."),
    )


def read_kind(id_: str, node: Mapping_, before: Kind | None = None) -> Checked[Kind]:
    """A kind from what its file says. `before` is the kind of the same id that it takes the place of."""
    read = check(_KIND, node)
    says = read.value
    role = says["role"].value if "role" in says else before.role if before else "story"
    fields = _fields(role, says)
    required = _named("required", says, fields.value)
    card = _named("card", says, fields.value)
    expected = _named("expected", says, fields.value)
    schema = Schema(
        _in_a_sentence(_word(says, "name", id_)), tuple(_needed(f, required.value) for f in fields.value.fields)
    )
    problems = read.problems + fields.problems + required.problems + card.problems + expected.problems
    made = _kind(id_, says, role, schema, card.value)
    return Checked(replace(made, expected=expected.value), problems)


def _kind(id_: str, says: Values, role: str, schema: Schema, card: tuple[str, ...]) -> Kind:
    name = _word(says, "name", id_.replace("-", " ").capitalize())
    return Kind(
        id=id_,
        name=name,
        plural=_word(says, "plural", name + "s"),
        role=role,
        schema=schema,
        card=card,
        numbered=bool(says["numbered"].value) if "numbered" in says else role == "story",
        questions="questions" in says and bool(says["questions"].value),
        template=_word(says, "template", role),
        schema_org=_word(says, "schema_org", "Article" if role == "story" else "WebPage"),
        help=_word(says, "help", ""),
        template_where=_own_place(says.get("template")),
        body=says["body"].value if "body" in says else "",
    )


def _own_place(value: Value | None) -> Where | None:
    """Where a site's own file says it; None for a kind that ships."""
    return value.where if value and value.where.file.startswith(_FOLDER) else None


def _word(says: Values, key: str, otherwise: str) -> str:
    return says[key].text if key in says else otherwise


def _in_a_sentence(name: str) -> str:
    return name.lower() if name == name.capitalize() else name


def _fields(role: str, says: Values) -> Checked[Schema]:
    common = {f.key: f for f in common_fields(role)}
    own = declared_fields(says["fields"].value if "fields" in says else {}, common)
    both = {**common, **{f.key: f for f in own.value}}
    return Checked(Schema("kind", tuple(both.values())), own.problems)


@lru_cache(maxsize=len(ROLES))
def common_fields(role: str) -> tuple[Field, ...]:
    """The fields that every kind of a role has: for a story with the facts of schools and hubs."""
    names = ("page", "profile", "story") if role == "story" else ("page",)
    return tuple(field for name in names for field in common_groups()[name])


@lru_cache(maxsize=1)
def common_groups() -> Mapping[str, tuple[Field, ...]]:
    """The fields that kinds share, by group: `page` for all of them, `story` and `profile` for stories."""
    return {e.key.text: read_declarations(e.value).value for e in shipped_mapping("common.yaml")}


def _needed(field: Field, required: tuple[str, ...]) -> Field:
    return replace(field, required=True) if field.key in required and not field.required else field


def _named(key: str, says: Values, schema: Schema) -> Checked[tuple[str, ...]]:
    """The fields that a card, or a list of required or expected fields, names, by their keys."""
    spelt = spellings(schema)
    parts = says[key].parts if key in says else ()
    found = [(part, spelt.get(fold_key(part.text))) for part in parts]
    problems = tuple(_unknown_name(key, part, schema) for part, field in found if field is None)
    return Checked(tuple(dict.fromkeys(field.key for _, field in found if field)), problems)


def _unknown_name(key: str, part: Value, schema: Schema) -> Problem:
    near = nearest(part.text, [f.key for f in schema.fields])
    list_ = "The card" if key == "card" else f"The list of {key} fields"
    fix = f"Did you mean `{near}`?" if near else (
        f"Declare it under `fields:`, or name one of these: {in_short([f'`{f.key}`' for f in schema.fields])}."
    )  # fmt: skip
    what = f"{list_} names {shown(part.text)}, which this kind does not have."
    return Problem(part.where, "unknown-card-field", what, fix, suggestion=near)
