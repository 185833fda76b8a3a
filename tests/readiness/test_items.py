"""What is open in a story, and who has to act."""

from __future__ import annotations

import re

import pytest

from sitegen.problems.codes import CODES
from sitegen.readiness.in_short import IN_SHORT
from sitegen.readiness.natures import ASKED, NATURES
from sitegen.readiness.values import DOUBTFUL, EDITOR, EXTRA, HUB, MISSING, OPEN, OWNER, SCHOOL, STOPS, Party
from tests.readiness.boards import EDITION, board, full, items, only, reviewed
from tests.sites import FRAME, story
from tests.word.documents import photo

ONE = f"{EDITION}/one.md"
STRICT = {"content/site.yaml": "title: T\norganisation: O\nrelease: {needs_approval: yes}\n"}


def test_every_code_of_a_problem_has_one_nature():
    assert NATURES.keys() == CODES.keys()
    assert set(NATURES.values()) <= ASKED.keys()


def test_every_code_of_a_problem_has_plain_words_for_a_short_line():
    assert IN_SHORT.keys() == CODES.keys()
    for words in IN_SHORT.values():
        assert 1 < len(words) <= 40
        assert not re.search(r"(?i)yaml|fence|alias|anchor|prose|field|front matter|acronym|slug|alt text", words)


def test_a_story_that_lacks_nothing_but_a_picture_is_ready_and_says_so_much(tmp_path):
    found = only(board(tmp_path, {ONE: full()}))
    assert found.ready
    assert [(item.short, item.weight) for item in found.items] == [("picture", EXTRA)]


@pytest.mark.parametrize("field", ["size", "disadvantage", "years_engaged", "school", "hub"])
def test_a_fact_that_the_card_lacks_is_missing(tmp_path, field):
    found = only(board(tmp_path, {ONE: full(without=(field,))}))
    item = items(found)[field.replace("_", " ")]
    assert (item.gap, item.weight) == (MISSING, OPEN)
    assert "the card says “Not stated”" in item.what
    assert not found.ready


@pytest.mark.parametrize("field", ["summary", "evidence", "phase", "people"])
def test_a_field_that_its_kind_expects_is_missing(tmp_path, field):
    assert items(only(board(tmp_path, {ONE: full(without=(field,))})))[field].gap == MISSING


def test_a_kind_is_asked_for_nothing_that_it_does_not_expect(tmp_path):
    assert only(board(tmp_path, {ONE: story(summary="Short.")})).items == ()


def test_a_kind_of_the_site_s_own_says_what_it_expects(tmp_path):
    kind = "name: Visit\nexpected: [date, evidence]\n"
    found = only(board(tmp_path, {"content/kinds/visit.yaml": kind, ONE: story(kind="visit", evidence="school data")}))
    assert list(items(found)) == ["date"]


def test_a_field_that_a_kind_expects_and_does_not_have_is_a_problem(tmp_path):
    kind = "name: Visit\nexpected: [evidense]\n"
    ((file, (item,)),) = board(tmp_path, {"content/kinds/visit.yaml": kind}).elsewhere
    assert (file, item.short) == ("content/kinds/visit.yaml", "card names an unknown fact")
    assert item.what == 'The list of expected fields names "evidense", which this kind does not have.'


def test_a_fact_of_one_of_several_schools_names_the_school(tmp_path):
    schools = "[{name: Oak, size: Two-form entry}, {name: Elm}]"
    found = only(board(tmp_path, {ONE: full(without=("school", "size"), schools=schools)}))
    assert items(found)["size"].what.startswith("Size of Elm:")


def test_an_error_stops_the_release_and_a_warning_is_open_each_with_its_line(tmp_path):
    found = only(board(tmp_path, {ONE: full(body="> Words without a name.", hub="Vael")}))
    error, warning = items(found)["unknown hub"], items(found)["quote without a name"]
    assert (error.weight, error.gap, error.where.line) == (STOPS, DOUBTFUL, 12)
    assert (warning.weight, warning.gap) == (OPEN, MISSING)
    assert found.mark == STOPS


def test_what_a_required_field_lacks_is_told_once(tmp_path):
    found = only(board(tmp_path, {ONE: story(kind="research-group", theme="Oracy", hub="Vale", summary="Short.",
                                             phase="Primary", evidence="school data")}))  # fmt: skip
    assert [item.short for item in found.items] == ["fact missing"]


def test_a_warning_that_is_allowed_is_not_open(tmp_path):
    body = "Write to ada.cole@oak.example for more."
    assert "contact details" in items(only(board(tmp_path / "a", {ONE: full(body=body)})))
    allowed = "[{problem: contact-details, reason: She asked for it.}]"
    assert only(board(tmp_path / "b", {ONE: full(body=body, overrides=allowed)})).ready


def test_a_problem_in_a_file_of_the_story_s_own_folder_is_its_own(tmp_path):
    chart = "::: chart Stages\ntype: bar\nunit: schools\nsource: Data\nperiod: 2022/23\ndata: stages.csv\n:::"
    files = {f"{EDITION}/one/index.md": full(body=chart), f"{EDITION}/one/stages.csv": "Stage,Schools\nA,many\n"}
    found = board(tmp_path, files)
    assert items(only(found))["chart cell is no number"].where.file == f"{EDITION}/one/stages.csv"
    assert found.elsewhere == ()


def test_a_missing_consent_is_asked_of_the_school(tmp_path):
    people = "[{name: Ada Cole, role: maths lead, consent: C-1}]"
    item = items(only(board(tmp_path, {ONE: full(people=people)})))["left out: no consent"]
    assert (item.gap, item.who) == (MISSING, Party(SCHOOL, "Oak Primary, Durham"))


class TestWhoHasToAct:
    def test_is_the_owner_whatever_it_is_about(self, tmp_path):
        found = only(board(tmp_path, {ONE: full(owner="Anna Shah", hub="Vael", without=("size",))}))
        assert {item.who for item in found.items} == {Party(OWNER, "Anna Shah")}

    def test_is_the_school_for_a_fact(self, tmp_path):
        item = items(only(board(tmp_path, {ONE: full(without=("size",))})))["size"]
        assert item.who == Party(SCHOOL, "Oak Primary, Durham")

    def test_is_the_hub_where_no_school_is_named(self, tmp_path):
        item = items(only(board(tmp_path, {ONE: full(without=("size", "school"))})))["size"]
        assert item.who == Party(HUB, "Vale")

    def test_is_nobody_named_where_there_is_neither(self, tmp_path):
        item = items(only(board(tmp_path, {ONE: full(without=("size", "school", "hub"))})))["size"]
        assert item.who == Party(SCHOOL, "")

    def test_is_the_hub_for_figures(self, tmp_path):
        body = "::: chart Stages\nstatus: pending\n:::"
        found = items(only(board(tmp_path, {ONE: full(body=body)})))
        assert found["chart waits for its figures"].who == Party(HUB, "Vale")

    @pytest.mark.parametrize("owned", ["section", "edition"])
    def test_is_the_owner_of_what_is_around_it_for_wording(self, tmp_path, owned):
        def owner(role: str) -> str:
            return "owner: Ben Okoro\n" if role == owned else ""

        files = {
            f"{EDITION}/index.md": FRAME[f"{EDITION}/index.md"].replace("---\nkind", f"---\n{owner('edition')}kind"),
            f"{EDITION}/01-part/index.md": f"---\nkind: section\ntitle: Part\n{owner('section')}---\n",
            f"{EDITION}/01-part/one.md": full(without=("summary",)),
        }
        assert items(only(board(tmp_path, files)))["summary"].who == Party(EDITOR, "Ben Okoro")

    def test_is_the_editor_for_the_page_of_a_section(self, tmp_path):
        files = {f"{EDITION}/01-part/index.md": "---\nkind: section\ntitle: Part\n---\n> Words.\n"}
        (group,) = board(tmp_path, files).editions[0].groups
        assert items(group.own)["quote without a name"].who == Party(EDITOR, "")


class TestAStoryThatIsNotApproved:
    def test_is_open_where_the_site_asks_for_approval(self, tmp_path):
        found = only(board(tmp_path, {**STRICT, ONE: full()}))
        assert found.state == "Not approved"
        assert "only approved stories are released" in items(found)["not approved"].what
        assert items(found)["not approved"].who == Party(EDITOR, "")

    def test_is_open_where_it_says_so_itself(self, tmp_path):
        found = only(board(tmp_path, {ONE: full(status="with school")}))
        assert (found.state, found.status) == ("Published", "with school")
        assert items(found)["not approved"].who == Party(SCHOOL, "Oak Primary, Durham")

    def test_is_not_held_back_without_a_word_of_either(self, tmp_path):
        assert only(board(tmp_path, {ONE: full()})).ready
        assert only(board(tmp_path, {**STRICT, ONE: full(status="approved")})).ready


def test_a_draft_is_looked_through_as_if_it_were_shown(tmp_path):
    body = "Only 3 of the pupils passed. Email ada.cole@oak.example for more."
    shown = items(reviewed(board(tmp_path / "a", {ONE: full(body=body)}), "A story"))
    draft = items(reviewed(board(tmp_path / "b", {ONE: full(body=body, draft="yes")}), "A story"))
    assert "contact details" in shown
    assert draft.keys() == shown.keys() | {"still a draft"}


def test_what_was_taken_down_is_asked_for_nothing(tmp_path):
    found = only(board(tmp_path, {ONE: full(without=("size",), withdrawn="2024-01-02")}))
    assert (found.items, found.counts, found.ready) == ((), False, False)


class TestNotesOfAnImport:
    NOTES = f"{EDITION}/one/import-notes.txt"

    @pytest.mark.parametrize("fields", [{}, {"draft": "yes"}, {"image": "{file: hall.png, alt: A hall}"}])
    def test_are_open_until_they_are_deleted_and_are_told_once(self, tmp_path, fields):
        files = {f"{EDITION}/one/index.md": full(**fields), f"{EDITION}/one/hall.png": photo(), self.NOTES: "Notes.\n"}
        found = board(tmp_path / "a", files)
        item = items(only(found))["notes of the import"]
        assert (item.weight, item.who, item.where) == (OPEN, Party(EDITOR, ""), None)
        assert "work through import-notes.txt, then delete that file." in item.what
        used = "image" in fields
        assert ("file not used" in items(only(found))) is (not used and "draft" not in fields)  # of the picture alone
        assert [file for file, _ in found.elsewhere if file == self.NOTES] == []
        del files[self.NOTES]
        assert "notes of the import" not in items(only(board(tmp_path / "b", files)))

    def test_are_the_owner_s_where_there_is_one(self, tmp_path):
        files = {f"{EDITION}/one/index.md": full(owner="Ben Okoro"), self.NOTES: "Notes.\n"}
        assert items(only(board(tmp_path, files)))["notes of the import"].who == Party(OWNER, "Ben Okoro")

    def test_of_another_story_are_not_its_own(self, tmp_path):
        files = {f"{EDITION}/one/index.md": full("One"), self.NOTES: "Notes.\n", f"{EDITION}/two/index.md": full("Two")}
        assert "notes of the import" not in items(reviewed(board(tmp_path, files), "Two"))
