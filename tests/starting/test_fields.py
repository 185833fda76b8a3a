"""Front matter of new files: all that a kind knows, explained, as YAML."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.problems.problem import Checked
from sitegen.reading.document import read_document
from sitegen.reading.values import Document, Scalar, SourceFile
from sitegen.schema.declared import Field, Kind, Schema
from sitegen.schema.documents import check_document
from sitegen.schema.fieldtypes import FIELD_TYPES
from sitegen.schema.kinds import shipped_kinds
from sitegen.starting.fields import example, front_matter, scalar

KINDS = shipped_kinds()
KNOWN = {"kind": "", "title": "A title"}


def text_of(kind: Kind, **known: str) -> str:
    return front_matter(kind, {**KNOWN, "kind": kind.id, **known}, {})


def read(text: str) -> Checked[Document | None]:
    return read_document(SourceFile("content/a.md", f"{text}\nText.\n", ""))


def made(kind: Kind, text: str) -> Checked[tuple[Kind, object] | None]:
    document = read(text)
    assert document.problems == ()
    assert document.value
    return check_document(document.value, {kind.id: kind})


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_every_field_of_a_kind_stands_in_it_once_with_its_help(kind: Kind) -> None:
    text = text_of(kind)
    folded = " ".join(line.removeprefix("# ") for line in text.splitlines())
    for field in kind.schema.fields:
        assert len(re.findall(rf"^#?{field.key}:", text, re.MULTILINE)) == 1, field.key
        assert " ".join(field.help.split()) in folded


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_choices_and_wordings_are_named(kind: Kind) -> None:
    folded = " ".join(line.removeprefix("# ") for line in text_of(kind).splitlines())
    for field in kind.schema.fields:
        named = field.choices or FIELD_TYPES[field.type].wordings
        assert all(word in folded for word in named), field.key


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_what_is_needed_and_known_is_live_and_everything_else_a_comment(kind: Kind) -> None:
    document = read(text_of(kind, draft="yes")).value
    assert document
    live = [entry.key.text for entry in document.meta]
    assert live == [f.key for f in kind.schema.fields if f.required or f.key in (*KNOWN, "draft")]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_with_every_comment_mark_taken_away_it_still_is_right(kind: Kind) -> None:
    filled = text_of(kind, **{f.key: "x" for f in kind.schema.fields if f.required and f.key not in KNOWN})
    checked = made(kind, re.sub(r"^#(?=\w+:)", "", filled, flags=re.MULTILINE))
    assert checked.problems == ()
    assert checked.value
    assert set(checked.value[1]) == {f.key for f in kind.schema.fields}  # type: ignore[call-overload]


def test_only_what_is_needed_and_unknown_is_missing() -> None:
    checked = made(KINDS["research-group"], text_of(KINDS["research-group"]))
    assert [p.code for p in checked.problems] == ["empty-field"] * 3


def test_a_blank_line_and_a_remark_among_the_fields_do_not_end_them() -> None:
    document = read("---\nkind: page\ntitle: T\n\n# A remark\n#summary: S\n---\n")
    assert document.problems == ()
    assert document.value
    assert len(document.value.meta.entries) == 2


@pytest.mark.parametrize(
    "text",
    ["a: b", "# a", "a #b", "", "null", "~", "yes", "- a", "[a", "{a", '"', "'", "it's", '"a" b', "a\\b", "%a", "@a",
     "`a`", "!a", "&a", "*a", "? a", "|", ">", "---", "...", "a:", ":a", "2022-23", "🎉 party", "日本語: ü", "x" * 300],
)  # fmt: skip
def test_a_value_means_exactly_its_text(text: str) -> None:
    assert_means(text)


NO_LETTERS = ("Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Cn", "Co")


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=NO_LETTERS), min_size=1))
def test_any_text_is_a_value(text: str) -> None:
    assert_means(text)


def assert_means(text: str) -> None:
    document = read(f"---\ntitle: {scalar(text)}\n---\n")
    assert document.problems == ()
    assert document.value
    (entry,) = document.value.meta.entries
    assert isinstance(entry.value, Scalar)
    assert (entry.value.text, entry.value.is_empty) == (text, text == "")


def test_an_example_that_is_no_yaml_is_quoted() -> None:
    field = Field("reference", "text", "Reference", example="A book. Slough: NFER.")
    assert example(field) == '"A book. Slough: NFER."'


@pytest.mark.parametrize("name", [n for n, row in FIELD_TYPES.items() if row.wordings])
def test_a_wording_that_is_named_is_understood(name: str) -> None:
    row = FIELD_TYPES[name]
    schema = Schema("x", (Field("kind", "text", "Kind"), Field("fact", name, "Fact")))
    kind = Kind("x", "X", "Xs", "story", schema, (), True, False, "story", "Article")
    for wording in row.wordings:
        checked = made(kind, f"---\nkind: x\nfact: {wording}\n---\n")
        assert checked.problems == ()
        assert checked.value
        value = checked.value[1]["fact"].value  # type: ignore[index]
        told = getattr(value, "quantities", True) or getattr(value, "ages", None)
        assert told, wording
        if name == "engagement":
            assert value.ordinal or value.first


