from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.problems.problem import Problem, Where
from sitegen.reading.located import load_yaml
from sitegen.reading.parsing import LOADERS
from sitegen.reading.values import Mapping_, Node, Scalar, Sequence

JARGON = ("mapping", "scalar", "token", "anchor", "sequence", "block ", "flow ", "stream", "parser", "node", "YAML")


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest) -> Any:
    """Each parser that this machine has: the one in C and the one in Python."""
    return request.param


def plain(node: Node | None) -> object:
    """A node as plain lists and dictionaries of text."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else {entry.key.text: plain(entry.value) for entry in node}


def at(problem: Problem) -> str:
    return f"{problem.code} {problem.where.line}:{problem.where.column}+{problem.where.width}"


SLIPS = {
    "title: Maths: a story": (["yaml-colon 1:8+14"], {"title": "Maths: a story"}),
    "title: A story:": (["yaml-colon 1:8+8"], {"title": "A story:"}),
    "title: A # B: c": ([], {"title": "A"}),
    "- a\n- b: c: d": (["yaml-colon 2:6+4"], ["a", {"b": "c: d"}]),
    "image: {file: a.jpg, alt: Two: a, credit: x}": (
        ["yaml-colon 1:27+6"], {"image": {"file": "a.jpg", "alt": "Two: a", "credit": "x"}},
    ),
    "summary: We did it.\n  Result: it worked\nhub: X": (
        ["yaml-colon 2:3+17"], {"summary": "We did it. Result: it worked", "hub": "X"},
    ),
    "title: “Maths: a story”": (["yaml-smart-quote 1:8+16"], {"title": "“Maths: a story”"}),
    "title: “Story #1 of 2”": (["yaml-smart-quote 1:8+15"], {"title": "“Story #1 of 2”"}),
    "themes: [“A, B”, C]": (["yaml-smart-quote 1:10+6"], {"themes": ["“A, B”", "C"]}),
    "image: {alt: “Two, smiling”, file: a.jpg}": (
        ["yaml-smart-quote 1:14+14"], {"image": {"alt": "“Two, smiling”", "file": "a.jpg"}},
    ),
    "title: “Maths”": ([], {"title": "“Maths”"}),
    'title: "Maths\nhub: X': (["yaml-unclosed-quote 1:8+6"], {"title": "Maths", "hub": "X"}),
    'title: "Maths\nsummary: "x"\nhub: y': (
        ["yaml-unclosed-quote 1:8+6"], {"title": "Maths", "summary": "x", "hub": "y"},
    ),
    'title: "Maths”\nhub: X': (["yaml-unclosed-quote 1:8+7"], {"title": "Maths", "hub": "X"}),
    "title: 'Tis so\nhub: X": (["yaml-unclosed-quote 1:8+7"], {"title": "Tis so", "hub": "X"}),
    'themes: [A, "B]\nhub: X': (["yaml-unclosed-quote 1:13+2"], {"themes": ["A", "B"], "hub": "X"}),
    'title: "A long\n  title"': ([], {"title": "A long title"}),
    "title: 'Don't stop'": (["yaml-syntax 1:13+7"], {"title": "Don't stop"}),
    'title: "Yes" she said': (["yaml-syntax 1:14+8"], {"title": '"Yes" she said'}),
    'summary: "one\n  two" three': (["yaml-syntax 2:8+5"], {"summary": "one two"}),
    'title: "C:\\data"': (["yaml-syntax 1:11+1"], {"title": "C:\\data"}),
    "themes: [A, B\nhub: X": (["yaml-unclosed-bracket 1:9+5"], {"themes": ["A", "B"], "hub": "X"}),
    "themes: [A,\n  B\nhub: X": (["yaml-unclosed-bracket 1:9+3"], {"themes": ["A", "B"], "hub": "X"}),
    "themes: [A, B # why\nhub: X": (["yaml-unclosed-bracket 1:9+5"], {"themes": ["A", "B"], "hub": "X"}),
    "people: [{name: A, role: B]\nhub: X": (
        ["yaml-unclosed-bracket 1:10+18"], {"people": [{"name": "A", "role": "B"}], "hub": "X"},
    ),
    "themes: [A, B}": (["yaml-unclosed-bracket 1:9+6"], {"themes": ["A", "B"]}),
    "themes: [A, B]]": (["yaml-syntax 1:15+1"], {"themes": ["A", "B"]}),
    "themes: [a, , b]": (["yaml-syntax 1:13+1"], {"themes": ["a", "b"]}),
    "people:\n\t- name: A\n\t  role: B": (["yaml-tab 2:1+1"], {"people": [{"name": "A", "role": "B"}]}),
    "title:\tMaths\thub": ([], {"title": "Maths hub"}),
    "title:\u00a0Maths": ([], {"title": "Maths"}),
    "title: A\n summary: B\nhub: X": (["yaml-indent 2:2+10"], {"title": "A", "summary": "B", "hub": "X"}),
    "title: A\n  hub: B\n  kind: C": (["yaml-indent 2:3+6"], {"title": "A", "hub": "B", "kind": "C"}),
    "people:\n  - name: A\n   role: B": (["yaml-indent 3:4+7"], {"people": [{"name": "A", "role": "B"}]}),
    "people:\n- name: A\n - name: B": (["yaml-indent 3:2+9"], {"people": [{"name": "A"}, {"name": "B"}]}),
    "  title: A\nhub: B": (["yaml-indent 1:3+8"], {"title": "A", "hub": "B"}),
    "title: A\n- b\n- c\nhub: D": (["yaml-indent 2:1+3"], {"title": "A", "hub": "D"}),
    "title: A\n  - b\nhub: D": (["yaml-indent 2:3+3"], {"title": "A - b", "hub": "D"}),
    "- a\nb: c": (["yaml-indent 2:1+4"], ["a"]),
    "title: @maths": (["yaml-reserved 1:8+6"], {"title": "@maths"}),
    "title: `maths`": (["yaml-reserved 1:8+7"], {"title": "`maths`"}),
    "title: %maths": (["yaml-reserved 1:8+6"], {"title": "%maths"}),
    "title: *Great* news": (["yaml-reserved 1:8+12"], {"title": "*Great* news"}),
    "title: & more": (["yaml-reserved 1:8+6"], {"title": "& more"}),
    "disadvantage: >40% PP\nhub: X": (["yaml-reserved 1:15+7"], {"disadvantage": ">40% PP", "hub": "X"}),
    "title: >#1 place": (["yaml-reserved 1:8+9"], {"title": ">#1 place"}),
    "title: [Draft] A story": (["yaml-reserved 1:8+15"], {"title": "[Draft] A story"}),
    "title: - a dash": (["yaml-reserved 1:8+8"], {"title": "- a dash"}),
    "themes: [@a, b]": (["yaml-reserved 1:10+2"], {"themes": ["@a", "b"]}),
    "title: A\n%maths\nhub: X": (["yaml-reserved 2:1+6"], {"title": "A", "hub": "X"}),
    "themes:\n* A\n* B": (["yaml-syntax 2:1+3", "yaml-syntax 3:1+3"], {"themes": ["A", "B"]}),
    "summary: >- All of it\nhub: X": (["yaml-syntax 1:13+9"], {"summary": "All of it", "hub": "X"}),
    "title: &t Hello": (["yaml-alias 1:8+2"], {"title": "Hello"}),
    "title: *t\nhub: X": (["yaml-alias 1:8+2"], {"title": "*t", "hub": "X"}),
    "<<: {a: b}\nhub: X": (["yaml-alias 1:1+2"], {"hub": "X"}),
    "title: !important news": (["yaml-tag 1:8+10"], {"title": "news"}),
    "year: !!int 3": (["yaml-tag 1:7+5"], {"year": "3"}),
    "title: A\ntitle: B": (["duplicate-key 2:1+5"], {"title": "A"}),
    "people:\n  - {name: A, name: B}": (["duplicate-key 2:15+4"], {"people": [{"name": "A"}]}),
    "[a]: b\nhub: X": (["yaml-key 1:1+6"], {"hub": "X"}),
    ": b\nhub: X": (["yaml-key 1:1+3"], {"hub": "X"}),
    "title: A\n---\nhub: X": (["yaml-second-document 2:1+3"], {"title": "A"}),
    "---\ntitle: A\n---\n": ([], {"title": "A"}),
    "---\ntitle: A\n...\n# the end\n": ([], {"title": "A"}),
    "title:Maths\nhub: X": (["yaml-syntax 1:6+1"], {"title": "Maths", "hub": "X"}),
    "title:Maths\nhub:X": (["yaml-syntax 1:6+1", "yaml-syntax 2:4+1"], {"title": "Maths", "hub": "X"}),
    "title = Maths": (["yaml-syntax 1:7+1"], {"title": "Maths"}),
    "title: A\njust text\nand more\nhub: X": (["yaml-syntax 2:1+9"], {"title": "A", "hub": "X"}),
    "colour: #123456": (["yaml-hash 1:9+7"], {"colour": "#123456"}),
    "title: Year 7 #1": (["yaml-hash 1:15+2"], {"title": "Year 7 #1"}),
    "title: Two #1 in  all # a remark": (["yaml-hash 1:12+21"], {"title": "Two #1 in  all # a remark"}),
    "people:\n  - name: A\n\trole: B\n  - name: C": (
        ["yaml-tab 3:1+1"], {"people": [{"name": "A", "role": "B"}, {"name": "C"}]},
    ),
    "people:\n\t- name: A\n\t\trole: B\n\t- name: C": (
        ["yaml-tab 2:1+1"], {"people": [{"name": "A", "role": "B"}, {"name": "C"}]},
    ),
    "kind: a\n\ttitle: b\nhub: c": (["yaml-tab 2:1+1"], {"kind": "a", "title": "b", "hub": "c"}),
    "people:\n  -{name: A, role: B}\n  -{name: C}": (
        ["yaml-syntax 2:3+1"], {"people": [{"name": "A", "role": "B"}, {"name": "C"}]},
    ),
    "people:\n  - name: A\n    role: B\n  -name: C\n    role: D": (
        ["yaml-syntax 4:3+1"], {"people": [{"name": "A", "role": "B"}, {"name": "C", "role": "D"}]},
    ),
    "tags:\n  -Play\n  -Talk\n  -Time": (["yaml-syntax 2:3+1"], {"tags": ["Play", "Talk", "Time"]}),
    "summary: |\n  Dear all:\n  -Jo": ([], {"summary": "Dear all:\n-Jo"}),
    "summary: Cold:\n": (["yaml-colon 1:10+5"], {"summary": "Cold:"}),
    "summary:\n  -5 degrees": ([], {"summary": "-5 degrees"}),
    "title: A # a remark": ([], {"title": "A"}),
    "title: A\x07B": (["control-character 1:9+1"], {"title": "A B"}),
    "title: A\u2028B": ([], {"title": "A B"}),
    "title: 😀 x: y": (["yaml-colon 1:8+6"], {"title": "😀 x: y"}),
}  # fmt: skip


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_named_at_its_place_and_read_as_it_was_meant(text, loader):
    read = load_yaml(text, "f.yaml", loader=loader)
    places, value = SLIPS[text]
    assert [at(p) for p in read.problems] == places
    assert plain(read.value) == value


@pytest.mark.parametrize("text", [text for text, (places, _) in SLIPS.items() if places])
def test_messages_hold_no_words_of_the_parser(text):
    for problem in load_yaml(text, "f.yaml").problems:
        said = problem.what + problem.fix + problem.why
        assert problem.what.endswith("."), problem.what
        assert problem.fix
        assert not [word for word in JARGON if word in said.replace(text, "")], said


def test_every_parser_says_the_same_of_every_slip():
    for text in SLIPS:
        assert len({repr(load_yaml(text, "f.yaml", loader=each)) for each in LOADERS}) == 1, text


def test_all_slips_of_a_file_are_said_at_once(loader):
    text = 'title: A: b\npeople:\n  - name: "C\n    role: d: e\nhub: @x\nthemes: [f, g\n just text\ntitle: again\n'
    read = load_yaml(text, "f.yaml", loader=loader)
    assert [p.where.line for p in read.problems] == [1, 3, 4, 5, 6, 8]
    assert plain(read.value) == {
        "title": "A: b", "people": [{"name": "C", "role": "d: e"}], "hub": "@x", "themes": ["f", "g just text"],
    }  # fmt: skip


def test_the_fix_of_a_colon_shows_the_line_as_it_should_be():
    (problem,) = load_yaml('- name: A "b": c', "f.yaml").problems
    assert problem.fix.endswith("""- name: 'A "b": c'""")
    assert problem.suggestion == """'A "b": c'"""


def test_a_duplicate_names_the_first_line_too(loader):
    (problem,) = load_yaml("title: A\nhub: X\ntitle: B", "f.yaml", 5, loader=loader).problems
    assert problem.where == Where("f.yaml", 7, 1, 5)
    assert problem.also == (Where("f.yaml", 5, 1, 5),)
    assert "line 5" in problem.what


def test_places_count_from_the_first_line_of_the_file(loader):
    read = load_yaml("# a remark\nhub:   London \nthemes: [A, 'B c']\n", "f.md", 2, loader=loader)
    hub, themes = read.value
    assert hub.key.where == Where("f.md", 3, 1, 3)
    assert hub.value.where == Where("f.md", 3, 8, 6)
    assert themes.value.where == Where("f.md", 4, 9, 10)
    assert [item.where for item in themes.value.items] == [Where("f.md", 4, 10, 1), Where("f.md", 4, 13, 5)]


def test_columns_count_characters_and_not_bytes(loader):
    (entry,) = load_yaml("é😀: 𝔘 x", "f", loader=loader).value
    assert entry.value.where == Where("f", 1, 5, 3)


def test_a_place_is_right_on_a_repaired_line(loader):
    read = load_yaml('people: [{name: "A, role: x: y}, {role: z}]\ntitle:A', "f", loader=loader)
    people, title = read.value
    assert title.value.where == Where("f", 2, 7, 1)
    first, second = people.value.items
    assert [e.value.where.column for e in (*first, *second)] == [18, 27, 41]


OTHER_TYPES = ["NO", "yes", "0123", "12:30", "1_240", "2024-13-45", "~", "null", "1e3", "0x1F", "=", ".inf"]


@pytest.mark.parametrize("written", OTHER_TYPES)
def test_text_stays_text(written, loader):
    (entry,) = load_yaml(f"a: {written}", "f", loader=loader).value
    assert entry.value.text == written


def test_nothing_written_differs_from_an_empty_text(loader):
    nothing, empty, tilde = load_yaml("a:\nb: ''\nc: ~", "f", loader=loader).value
    assert nothing.value.is_empty
    assert not empty.value.is_empty
    assert empty.value.quoted
    assert tilde.value.is_empty
    assert nothing.value.where == Where("f", 1, 3, 1)


@pytest.mark.parametrize("text", ["", "\n\n", "# a remark", "---", "---\n...\n", "\ufeff"])
def test_a_text_without_fields_is_nothing(text, loader):
    read = load_yaml(text, "f", loader=loader)
    assert (read.value, read.problems) == (None, ())


def test_running_text_keeps_its_lines_or_folds_them(loader):
    kept, folded = load_yaml("a: |\n  x: y\n  # z\nb: >-\n  one\n  two\n", "f", loader=loader).value
    assert kept.value.text == "x: y\n# z\n"
    assert folded.value.text == "one two"


def test_twenty_levels_are_read_and_one_more_is_refused(loader):
    assert load_yaml("[" * 20 + "]" * 20, "f", loader=loader).problems == ()
    read = load_yaml("a: x\nb: " + "[" * 20 + "]" * 20, "f", loader=loader)
    assert read.value is None
    assert [at(p) for p in read.problems] == ["yaml-depth 2:23+1"]


@pytest.mark.parametrize("piece", ["[", "{", "- ", "? ", "{a: ", "[a, "])
def test_thirty_thousand_levels_do_no_harm(piece):
    code = (
        "from sitegen.reading.located import load_yaml; from sitegen.reading.parsing import LOADERS\n"
        f"for each in LOADERS: print(*(p.code for p in load_yaml({piece!r} * 30_000, 'f', loader=each).problems))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["yaml-depth"] * len(LOADERS)


def test_aliases_multiply_nothing(loader):
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    read = load_yaml(bomb, "f", loader=loader)
    assert len(read.problems) == 9 + 16
    assert {p.code for p in read.problems} == {"yaml-alias"}


def test_an_item_without_the_space_after_its_hyphen_is_told_so(loader):
    (problem,) = load_yaml("people:\n  -{name: Jo}\n  -{name: Al}", "f.yaml", loader=loader).problems
    assert problem.what == 'There is no space after the hyphen of "-{name: Jo}". One more line lacks it too.'
    assert problem.fix == "Put a space after the hyphen: - {name: Jo}"
    assert [(p.line, p.column) for p in problem.also] == [(3, 3)]


@pytest.mark.parametrize("line", ["-a\n", "\t-a\n", "a: b #c\n", "  -a\n\n\n", "-{\n"])
def test_a_file_full_of_a_slip_is_read_at_once(line):
    start = time.process_time()
    load_yaml("people:\n" + line * 40_000, "f.yaml")
    assert time.process_time() - start < 8


def test_a_hash_between_brackets_is_said_to_cut_the_text(loader):
    read = load_yaml("tags: [a #1\n, b]", "f.yaml", loader=loader)
    assert plain(read.value) == {"tags": ["a", "b"]}
    assert [p.what for p in read.problems] == [
        'What follows a "#" is a remark that nobody sees, so the value here is "a".'
    ]


def test_a_text_that_is_kept_with_its_hash_is_as_wide_as_it_is(loader):
    read = load_yaml("title: Year 7 #1", "f.yaml", loader=loader)
    assert isinstance(read.value, Mapping_)
    assert read.value.entries[0].value.where == Where("f.yaml", 1, 8, 9)


def test_tabs_are_reported_once_with_their_other_lines(loader):
    (problem,) = load_yaml("a:\n\t- b\n\t- c\n\t# remark\n\t- d", "f", loader=loader).problems
    assert "2 more" in problem.what
    assert [w.line for w in problem.also] == [3, 5]


def test_more_slips_than_can_be_repaired_leave_no_value(loader):
    read = load_yaml("".join(f"k{n}: a: b\n" for n in range(30)), "f", loader=loader)
    assert read.value is None
    assert [p.where.line for p in read.problems] == list(range(1, 22))


PIECES = [
    "title", ":", ": ", "\n", "\n  ", "\n- ", "- ", '"', "'", "[", "]", "{", "}", ",", "#", " #", "&a", "*a", "!t", "|",
    ">", ">-", "%", "@", "`", "“", "”", "\t", "---", "...", "hub: y", "\\", "? ", "é", "😀", "\u00a0", "\x00", "<<",
    "\u2028", "\ufeff", "\r", "=", "\ud800", "\x85",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
def test_no_text_raises_and_every_place_is_in_the_text(text):
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for each in LOADERS:
        for problem in load_yaml(text, "f", loader=each).problems:
            where = problem.where
            assert 1 <= where.line <= len(lines)
            assert 1 <= where.column <= len(lines[where.line - 1]) + 1


VISIBLE = st.text(st.characters(exclude_categories=["C", "Z"]))


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), VISIBLE))
def test_quoted_text_comes_back_as_it_was(fields):
    text = yaml.safe_dump(fields, allow_unicode=True, default_style="'", width=10_000)
    for each in LOADERS:
        read = load_yaml(text, "f", loader=each)
        assert read.problems == ()
        assert (plain(read.value) or {}) == fields
        assert fields == {} or isinstance(read.value, Mapping_)


LONG = [
    "a: b: c\n", 'a: "x\n', "  a\n", "a: [b\n", "[a, ", "'x' ", "@\n", "a:b\n", ' "', "a\n\tb: c\n", "- 'x\n", ": c\n",
    "* a\n", "a: “b\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(size: int) -> float:
        started = time.process_time()
        load_yaml(piece * (size // len(piece)), "f", loader=yaml.SafeLoader)
        return time.process_time() - started

    assert seconds(160_000) < 0.5 + 12 * seconds(20_000)
