"""PDFs as the installed browser makes them, read by pypdf, and by poppler where that is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from sitegen.commands import main
from tests.browser.test_paper import close
from tests.sites import folder, story

pytestmark = pytest.mark.browser

LONG = "\n\n".join(["Every child has a way to show what the numbers mean, and says why it works out so. " * 6] * 9)
IMAGE = "{file: wall.jpg, alt: A wall of number lines, shows: no people}"
TITLES = ("Oak counts in tens and shows every step", "Elm talks", "Ash draws", "Yew asks", "Fir tells", "Bay plays")
GREW = "| When | Pupils |\n|---|--:|\n| 2021 | 31 |\n| 2022 | 60 |"
BASE = "https://example.org/report/"
DAY = "2024-01-15"


def files(photo: bytes) -> dict[str, str | bytes]:
    sections = {
        f"content/2022-23/{n:02}-{name}/index.md": f"---\nkind: section\ntitle: {name.title()} years\n---\nAbout.\n"
        for n, name in enumerate(("early", "later"), 1)
    }
    body = f"See [more](https://example.com/more) and [Yew](../02-later/04-yew.md).\n\n{LONG}"
    chart = f"::: chart Depth grew\ntype: column\nsource: School\n\n{GREW}\n:::\n"
    stories = {
        f"content/2022-23/{('01-early', '02-later')[n > 3]}/{n:02}-{title.split()[0].lower()}.md": story(
            title=title, kind="case-study", hub="Great North", image=IMAGE if n == 1 else "",
            body=body if n == 1 else chart if n == 2 else LONG,
        )
        for n, title in enumerate(TITLES, 1)
    }  # fmt: skip
    hubs = {"content/hubs.yaml": "- {id: great-north, name: Great North, region: North East}\n"}
    return {**sections, **stories, **hubs, "content/2022-23/01-early/wall.jpg": photo}


@dataclass(frozen=True)
class Made:
    """A PDF that was made, and what a reader shows of it."""

    file: Path
    reader: PdfReader

    def texts(self) -> list[str]:
        return [close(page.extract_text()) for page in self.reader.pages]

    def outline(self) -> list[tuple[int, str, int]]:
        """Depth, title and page of every bookmark."""

        def below(entries: list[Any], depth: int) -> Iterator[tuple[int, str, int]]:
            for entry in entries:
                if isinstance(entry, Destination):
                    page = self.reader.get_destination_page_number(entry)
                    yield depth, str(entry.title), (-1 if page is None else page) + 1
                else:
                    yield from below(entry, depth + 1)

        return list(below(self.reader.outline, 0))

    def tags(self) -> Iterator[Any]:
        """Every element of the tree of tags."""
        left = [self.reader.trailer["/Root"]["/StructTreeRoot"]]
        while left:
            each = left.pop().get_object()
            if isinstance(each, list):
                left += each
            elif isinstance(each, dict):
                yield each
                left += [each["/K"]] if "/K" in each else []

    def links(self) -> Iterator[tuple[int, Any]]:
        """Every link with the number of its page."""
        for number, page in enumerate(self.reader.pages, 1):
            for each in page.get("/Annots", ()):
                yield number, each.get_object()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import io

    from PIL import Image

    photo = io.BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(photo, "JPEG")
    return folder(tmp_path_factory.mktemp("pdf") / "a site", files(photo.getvalue()))


def printed(site: Path, named: str, *more: str) -> Made:
    file = site.parent / f"{named.replace('/', '-')}.pdf"
    assert main(["pdf", named, str(file), "--site", str(site), "--today", DAY, *more]) == 0
    return Made(file, PdfReader(file))


@pytest.fixture(scope="module")
def year(site: Path) -> Made:
    return printed(site, "2022-23", "--base-url", BASE)


@pytest.fixture(scope="module")
def alone(site: Path) -> Made:
    return printed(site, "2022-23/early/oak")


def test_the_numbers_in_the_contents_are_those_of_the_pages(year: Made) -> None:
    texts = year.texts()
    contents = texts[1]
    begins = {title: page for depth, title, page in year.outline() if depth in (1, 2)}
    for title in ("Early years", "Later years", *TITLES):
        assert f"{close(title)}{begins[title]}" in contents, title
        assert close(title) in texts[begins[title] - 1]
    assert sorted(begins[title] for title in TITLES) == [begins[title] for title in TITLES]
    assert begins[TITLES[-1]] > 6


def test_the_bookmarks_are_the_sections_with_their_stories(year: Made) -> None:
    found = [(depth, title) for depth, title, _ in year.outline()]
    wanted = [(1, "Early years"), *((2, t) for t in TITLES[:3]), (1, "Later years"), *((2, t) for t in TITLES[3:])]
    assert [entry for entry in found if entry in wanted] == wanted
    assert found[:2] == [(0, "Annual report Annual report 2022/23"), (1, "Contents")]


def test_pages_are_numbered_and_name_their_section_above(year: Made) -> None:
    texts = year.texts()
    assert "of" + str(len(texts)) not in texts[0]
    begins = {title: page for _, title, page in year.outline()}
    for number, text in enumerate(texts[1:], 2):
        assert f"{number}of{len(texts)}" in text
        last = number == len(texts)  # on which the imprint stands
        section = "earlyyears" if number < begins["Later years"] else "lateryears"
        assert (section in text) or number < begins["Early years"] or last


@pytest.mark.parametrize(("named", "title"), [("2022-23/early", "Early years"), ("hubs/great-north", "2022/23")])
def test_a_section_and_a_hub_are_named_above_on_every_sheet_but_the_first(site: Path, named: str, title: str) -> None:
    first, *others = printed(site, named).texts()
    assert others
    assert all(text.startswith(close(title)) or close(title) in text[:60] for text in others)
    assert not first.startswith(close(title))


def test_a_story_of_several_sheets_names_its_section_above_from_the_second_on(alone: Made) -> None:
    _, *others = alone.texts()
    assert others
    assert all("earlyyears" in text[:60] or "earlyyears" in text[-60:] for text in others)


def test_it_has_a_title_a_language_and_no_trace_of_the_machine(year: Made, site: Path) -> None:
    root, about = year.reader.trailer["/Root"], year.reader.metadata
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert about is not None
    assert about.title == "Annual report 2022/23 – Test stories"
    assert about.creator == "sitegen"
    assert str(about["/CreationDate"]).startswith("D:20240115000000")
    assert str(site).encode() not in year.file.read_bytes()
    assert b"file:" not in year.file.read_bytes()


def test_it_is_tagged_and_every_picture_has_words_in_its_place(year: Made) -> None:
    assert year.reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    tags = list(year.tags())
    kinds = {each.get("/S") for each in tags}
    assert {"/H1", "/H2", "/H3", "/P", "/Link", "/Table", "/TH", "/TD", "/Figure"} <= kinds
    said = [str(each.get("/Alt", "")) for each in tags if each.get("/S") == "/Figure"]
    assert {"A wall of number lines", "Depth grew"} <= set(said)
    assert "" not in said


def test_links_lead_within_it_or_to_the_web(year: Made) -> None:
    led = [(page, each["/A"].get("/URI") if "/A" in each else None, each.get("/Dest")) for page, each in year.links()]
    addresses = {str(uri) for _, uri, _ in led if uri}
    assert "https://example.com/more" in addresses
    assert f"{BASE}hubs/great-north/index.html" in addresses
    assert all(re.match(r"https://example\.(com|org/report)/", uri) for uri in addresses)
    named = year.reader.named_destinations
    within = {str(dest) for page, _, dest in led if dest is not None and page == 2}
    assert len(within) == 2 + len(TITLES)
    assert within <= set(named)


def test_without_an_address_on_the_web_other_pages_are_words(alone: Made) -> None:
    addresses = {str(each["/A"]["/URI"]) for _, each in alone.links() if "/A" in each and "/URI" in each["/A"]}
    assert addresses == {"https://example.com/more"}
    assert close(TITLES[0]) in alone.texts()[0]
    assert alone.outline()[0] == (0, TITLES[0], 1)


def test_every_font_is_in_it_and_ours_are(year: Made) -> None:
    program = shutil.which("pdffonts")
    if not program:
        return
    rows = subprocess.run([program, str(year.file)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert rows
    assert [row for row in rows if row.split()[-5] != "yes"] == []
    assert sum("Type 3" in row for row in rows) > 5, "variable fonts are drawn, so that they have no names"


def test_poppler_reads_it_without_complaint(year: Made) -> None:
    for program in ("pdfinfo", "pdftotext"):
        if found := shutil.which(program):
            done = subprocess.run([found, str(year.file), *(["-"] * (program == "pdftotext"))], capture_output=True,
                                  text=True, check=True)  # fmt: skip
            assert done.stderr == ""
            assert (TITLES[1] in done.stdout) or re.search(r"Tagged:\s+yes", done.stdout)


def test_a_hub_has_a_cover_and_all_its_stories(site: Path) -> None:
    made = printed(site, "hubs/great-north")
    texts = made.texts()
    assert "mathshub" in texts[0]
    assert "greatnorth" in texts[0]
    found = {title: page for _, title, page in made.outline()}
    assert [title for _, title, _ in made.outline() if title in TITLES] == list(TITLES)
    assert all(f"{close(title)}{found[title]}" in texts[1] for title in TITLES)


def test_the_same_site_gives_the_same_pdf(site: Path, alone: Made) -> None:
    before = alone.file.read_bytes()
    assert printed(site, "2022-23/early/oak").file.read_bytes() == before


@pytest.mark.full
def test_an_edition_of_400_stories_takes_less_than_a_minute(tmp_path: Path, record_property: Any) -> None:
    many = {
        f"content/2022-23/part-{n // 50}/story-{n}.md": story(title=f"Story {n}", kind="case-study", body=LONG)
        for n in range(400)
    }
    sections = {f"content/2022-23/part-{n}/index.md": f"---\nkind: section\ntitle: Part {n}\n---\n" for n in range(8)}
    start = time.monotonic()
    made = printed(folder(tmp_path / "site", {**many, **sections}), "2022-23")
    took = time.monotonic() - start
    record_property("measured", f"{len(made.reader.pages)} pages in {took:.1f} s")
    assert took < 60
