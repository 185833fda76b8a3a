from __future__ import annotations

from dataclasses import replace

from sitegen.schema.declarations import declared_fields, map_of_fields, read_declarations
from sitegen.schema.declared import Field
from tests.schema.given import node, read_one, short


def test_a_declaration_becomes_a_field() -> None:
    made = read_declarations(
        node("""size band:
  type: choice
  label: Size band
  help: How large it is.
  choices: [Small, Large]
  synonyms: {Small: [little, tiny]}
  required: yes
  facet: yes
  search: no
  example: Small
  default: Large
  aliases: [band]
""")
    )
    assert made.problems == ()
    assert made.value == (
        Field(
            "size_band", "choice", "Size band", "How large it is.", True, False, True, False, ("Small", "Large"),
            "Large",
            "Small", (), ("band",), (("little", "Small"), ("tiny", "Small")),
        ),
    )  # fmt: skip


def test_a_type_alone_is_enough() -> None:
    made = read_declarations(node("length: whole number"))
    assert (made.problems, made.value) == ((), (Field("length", "whole number", "Length"),))


def test_a_declaration_without_anything_is_text() -> None:
    made = read_declarations(node("length:\nwidth: {label: Width}"))
    assert made.problems == ()
    assert [(f.key, f.type, f.label) for f in made.value] == [("length", "text", "Length"), ("width", "text", "Width")]


def test_records_are_declared_inside_records() -> None:
    made = read_declarations(node("a: {type: record, fields: {b: {type: record, fields: {c: {type: date}}}}}"))
    assert made.problems == ()
    assert made.value[0].fields[0].fields[0] == Field("c", "date", "C")


def test_a_known_field_keeps_what_its_declaration_does_not_say() -> None:
    known = Field("hub", "hubs", "Hub", "Help.", facet=True, aliases=("maths_hub",))
    declared = read_one("fields: {hub: {label: Our hub}}", map_of_fields("fields", "Fields", "")).value
    assert declared is not None
    made = declared_fields(declared.value, {"hub": known})
    assert made.problems == ()
    assert made.value == (replace(known, label="Our hub"),)


def test_every_slip_is_said_at_once() -> None:
    made = read_declarations(node("a: {type: txet}\nb: {lable: B}\nc: {type: choices}\nd: {required: maybe}"))
    assert [short(p) for p in made.problems] == [
        ("unknown-field", 2, 5, 5), ("wrong-kind-of-value", 4, 15, 5), ("unknown-field-type", 1, 11, 4),
        ("missing-field", 3, 1, 1),
    ]  # fmt: skip
    assert [f.key for f in made.value] == ["b", "d"]
