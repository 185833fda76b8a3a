"""Before and after, in plain words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.readiness.comparing import compare
from sitegen.readiness.values import Change, Passage, Words


def text(words: str, label: str = "", mark: str = "") -> Passage:
    return Passage(label, words, mark=mark)


def fact(label: str, words: str) -> Passage:
    return Passage(label, words, is_fact=True)


def said(words: tuple[Words, ...]) -> str:
    return " ".join(f"[{each.text}]" if each.changed else each.text for each in words)


def told(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [(change.label, said(change.before), said(change.after)) for change in changes]


def test_equal_pages_have_no_changes():
    assert compare([text("A"), fact("Size", "B")], [text("A"), fact("Size", "B")]) == ()


def test_the_words_of_a_fact_that_differ_are_marked():
    changes = compare([fact("Disadvantage", "7% Pupil Premium")], [fact("Disadvantage", "9% Pupil Premium")])
    assert told(changes) == [("Disadvantage", "[7%] Pupil Premium", "[9%] Pupil Premium")]


def test_a_fact_that_came_or_went_stands_on_one_side():
    assert told(compare([fact("Size", "Small")], [fact("Phase", "Primary")])) == [
        ("Phase", "", "[Primary]"), ("Size", "[Small]", ""),
    ]  # fmt: skip


def test_facts_of_one_label_are_compared_in_order():
    before, after = [fact("Size", "A"), fact("Size", "B")], [fact("Size", "A"), fact("Size", "C")]
    assert told(compare(before, after)) == [("Size", "[B]", "[C]")]


def test_a_paragraph_between_others_is_added_or_removed():
    one, two, three = text("First of all."), text("In the middle."), text("At the very end.")
    assert told(compare([one, three], [one, two, three])) == [("", "", "[In the middle.]")]
    assert told(compare([one, two, three], [one, three])) == [("", "[In the middle.]", "")]


def test_a_paragraph_that_was_rewritten_in_part_stands_beside_its_former_self():
    before = [text("Pupils explain before they write, to a partner first.")]
    after = [text("A new beginning stands here now."), text("Pupils explain before they draw, to a partner first.")]
    assert told(compare(before, after)) == [
        ("", "", "[A new beginning stands here now.]"),
        ("", "Pupils explain before they [write,] to a partner first.",
         "Pupils explain before they [draw,] to a partner first."),
    ]  # fmt: skip


def test_a_paragraph_with_nothing_in_common_is_one_removed_and_one_added():
    assert told(compare([text("Completely different words.")], [text("Nothing remains here.")])) == [
        ("", "[Completely different words.]", ""), ("", "", "[Nothing remains here.]"),
    ]  # fmt: skip


def test_a_title_stays_the_title_and_comes_first():
    before, after = [fact("Size", "A"), text("One", "Title")], [fact("Size", "B"), text("Two", "Title")]
    assert told(compare(before, after)) == [("Title", "[One]", "[Two]"), ("Size", "[A]", "[B]")]


def test_another_picture_with_the_same_words_is_told():
    (change,) = compare([text("A wall", "Picture", "a.1")], [text("A wall", "Picture", "b.2")])
    assert change.note == "Another picture, described in the same words."


def test_a_long_page_that_is_all_new_is_told_in_time():
    before = [text(f"old {n} {n}") for n in range(2_000)]
    assert len(compare(before, [text(f"new {n * n} words") for n in range(2_000)])) == 4_000


_PASSAGES = st.lists(st.builds(text, st.sampled_from(["a b c", "a b d", "x y", "a c", "z", "a b c d"])), max_size=7)


@given(_PASSAGES, _PASSAGES)
def test_what_is_told_turns_the_one_into_the_other(before, after):
    """Taking away what went and putting in what came leaves the passages of after, each as often as it stands there."""
    changes = compare(before, after)
    plain = [(" ".join(w.text for w in c.before), " ".join(w.text for w in c.after)) for c in changes]
    left = [passage.text for passage in before]
    for was, _ in plain:
        if was:
            left.remove(was)
    left += [now for _, now in plain if now]
    assert sorted(left) == sorted(passage.text for passage in after)
