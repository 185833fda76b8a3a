"""A field that is put into somebody's file can be read back, and nothing else of the file is another."""

from __future__ import annotations

from hypothesis import assume, example, given
from hypothesis import strategies as st

from sitegen.reading.document import read_document
from sitegen.reading.located import load_yaml
from sitegen.reading.marking import with_entry_field, with_field
from sitegen.reading.values import Mapping_, Node, Scalar, Sequence, SourceFile
from sitegen.text import fold_key
from tests.fuzz.budget import tries

DAY = "2024-01-15"
WORDS = st.sampled_from(["Ann", "a b", '"x: y"', "'it''s'", "\u2028b", "a\x85b", "é", "[a, b]", "{a: b}", "yes", ""])
KEYS = st.sampled_from(["title", "note", "summary", "Withdrawn", "withdrawn", "withdrawn_on", "with-drawn", "covers"])
VALUES = st.one_of(
    WORDS, WORDS, WORDS, st.just("|\n    one\n    two"), st.just(">\n    one\n    two"), st.just("one\n    two"),
    st.just("\n    - a\n    - b"), st.just("\n    a: b"), st.just('"one\n    two"'), st.just("yes  # a remark"),
)  # fmt: skip
NEW_LINES = st.sampled_from(["\n", "\r\n"])


def plain(node: Node | None) -> object:
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else {fold_key(entry.key.text): plain(entry.value) for entry in node}


def fields_of(text: str) -> dict[str, object] | None:
    """The fields of a story as a build reads them; None where there are problems."""
    read = read_document(SourceFile("content/a.md", text.replace("\r\n", "\n").removeprefix("\ufeff"), ""))
    found = None if read.value is None or read.problems else plain(read.value.meta)
    return found if isinstance(found, dict) else None


@st.composite
def stories(draw: st.DrawFn) -> str:
    fields = draw(st.lists(st.tuples(KEYS, VALUES), max_size=4, unique_by=lambda f: fold_key(f[0])))
    head = draw(st.sampled_from(["", "", "\ufeff", "\n", "\n\n", "  \n"]))
    opening, closing = draw(st.sampled_from(["---", "--- "])), draw(st.sampled_from(["---", "...", "---  "]))
    remark = draw(st.sampled_from(["", "# withdrawn: no\n", "\n"]))
    body = draw(st.sampled_from(["", "Text.", "withdrawn: no\n", "One.\n\n---\n\nTwo."]))
    meta = "".join(f"{key}: {value}\n" for key, value in fields)
    return f"{head}{opening}\n{remark}{meta}{closing}\n{body}".replace("\n", draw(NEW_LINES))


@tries(150)
@given(stories())
@example("---\ntitle: A\nwithdrawn: >\n    a reason\n    on two lines\n---\n")
@example("---\ntitle: A\nwithdrawn:\n- a\n- b\nsummary: B\n---\n")
@example("\n\n---\ntitle: A\n---\nText.")
@example("---\ntitle: A\u2028withdrawn: no\n---\n")
def test_a_story_s_field_is_as_it_was_set_and_all_others_are_as_they_were(text):
    before = fields_of(text)
    assume(before is not None)
    made = with_field(text, "withdrawn", DAY)
    assert made is not None
    assert fields_of(made) == {**before, "withdrawn": DAY}
    assert with_field(made, "withdrawn", DAY) == made
    lines = text.split("\n")
    assert [line for line in made.split("\n") if line not in lines] in ([], [f"withdrawn: {DAY}"],
                                                                       [f"withdrawn: {DAY}\r"])  # fmt: skip


IDS = st.sampled_from(["C-1", "c-2", '"C-3"', "'C-4'", "7"])


@st.composite
def entries(draw: st.DrawFn) -> str:
    fields = draw(st.lists(st.tuples(KEYS, VALUES), max_size=3, unique_by=lambda f: fold_key(f[0])))
    fields.insert(draw(st.integers(0, len(fields))), (draw(st.sampled_from(["id", "Id", '"id"'])), draw(IDS)))
    if draw(st.booleans()) and not any("\n" in v or "#" in v or v.startswith(("[", "{", "\u2028")) for _, v in fields):
        return "- {" + ", ".join(f"{key}: {value}" for key, value in fields) + "}\n"
    meta = "".join(f"  {key}: {value}\n" for key, value in fields)
    return f"- {meta[2:]}" if draw(st.booleans()) else f"-\n{meta}"


@st.composite
def registers(draw: st.DrawFn) -> str:
    head = draw(st.sampled_from(["", "", "# Consents\n", "---\n", "# a\u2028b\n", "\ufeff"]))
    text = head + draw(st.sampled_from(["", "\n"])).join(draw(st.lists(entries(), max_size=4)))
    return draw(st.sampled_from([text, text.rstrip("\n")])).replace("\n", draw(NEW_LINES))


def entries_of(text: str) -> list[dict[str, object]] | None:
    """The entries of a register as a build reads them; None where there are problems."""
    read = load_yaml(text.removeprefix("\ufeff"), "r")
    found = plain(read.value) if isinstance(read.value, Sequence) and not read.problems else None
    whole = isinstance(found, list) and all(isinstance(e, dict) for e in found)
    return found if whole else None  # type: ignore[return-value]


@tries(200)
@given(registers(), st.sampled_from(["C-1", "C-2", "c-3 ", "C-4", "7"]))
@example("- id: C-1\n  withdrawn_on:\n- id: C-2\n", "C-1")
@example("- id: C-1\n  withdrawn_on: >\n    2024\n", "C-1")
@example("- id: C-1\n  withdrawn_on: [a, b]\n", "C-1")
@example("# a\u2028b\n- id: C-1\n", "C-1")
@example("- id: C-1\n  note: \u2028b\n- id: C-2\n", "C-2")
@example("- {id: C-1, withdrawn_on: }\n", "C-1")
@example("- id: C-1\n  Withdrawn-On: 2020\n", "C-1")
def test_an_entry_s_field_is_as_it_was_set_and_all_others_are_as_they_were(text, wanted):
    before = entries_of(text)
    assume(before is not None)
    made = with_entry_field(text, wanted, "withdrawn_on", DAY)
    at = next((n for n, e in enumerate(before) if str(e.get("id")).casefold() == wanted.strip().casefold()), None)
    if at is None:
        assert made is None
        return
    assert made is not None
    assert entries_of(made) == [*before[:at], {**before[at], "withdrawn_on": DAY}, *before[at + 1 :]]
    assert isinstance(load_yaml(made.removeprefix("\ufeff"), "r").value, Sequence | Mapping_)
