"""What is read of a PDF without a library, and what is changed in it."""

from __future__ import annotations

import datetime

from sitegen.paper.reading import Places, places_of, without_its_making

DAY = datetime.date(2024, 1, 15)


def pdf(*objects: str, trailer: str = "<</Size 9\n/Root 2 0 R\n/Info 1 0 R>>") -> bytes:
    """A PDF as Chromium writes one, of these objects in order."""
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\n"
    return made + f"{head}startxref\n{len(made)}\n%%EOF\n".encode()


INFO = (
    "<</Title (Gr\xf6\xdfe)\n/Creator (Mozilla/5.0 \\(X11; Linux\\) Chrome/156)\n/Producer (Skia/PDF m156)\n"
    "/CreationDate (D:20261201010407+00'00')\n/ModDate (D:20261201010407+00'00')>>"
)
NESTED = (
    INFO,
    "<</Type /Catalog\n/Pages 3 0 R\n/Dests 8 0 R>>",
    "<</Type /Pages\n/Kids [4 0 R 7 0 R]>>",
    "<</Type /Pages\n/Kids [6 0 R 5 0 R]>>",
    "<</Type /Page\n/Parent 4 0 R>>",
    "<</Type /Page\n/Parent 4 0 R>>",
    "<</Type /Page\n/Parent 3 0 R>>",
    "<</a [6 0 R /XYZ 0 1 0]\n/e--s#C3#A9 [7 0 R /XYZ 0 1 0]\n/gone [1 0 R /XYZ 0 1 0]>>",
)


def test_places_lie_on_the_pages_in_the_order_of_the_tree() -> None:
    assert places_of(pdf(*NESTED)) == Places(3, {"a": 1, "e--sé": 3})


def test_numbers_within_a_stream_are_no_objects() -> None:
    image = "<</Length 60>> stream\n5 0 obj <</Type /Page>> endobj 3 0 obj <</Kids []>> endobj\nendstream"
    assert places_of(pdf(*NESTED, image)) == Places(3, {"a": 1, "e--sé": 3})


def test_what_is_written_otherwise_is_not_known() -> None:
    made = pdf(*NESTED)
    assert places_of(b"") is None
    assert places_of(b"%PDF-1.7\nstartxref\n9\n%%EOF\n") is None
    assert places_of(made[:-40]) is None
    assert places_of(pdf(*NESTED, trailer="<</Root 77 0 R>>")) is None
    assert places_of(pdf("", "<</Pages 3 0 R>>", "<</Kids [3 0 R]>>")) is None


def test_its_making_is_dated_to_a_day_and_nothing_moves() -> None:
    made = pdf(*NESTED)
    plain = without_its_making(made, DAY)
    assert len(plain) == len(made)
    assert plain.count(b"Date (D:20240115000000+00'00')") == 2
    assert b"/Creator (sitegen) " in plain
    assert b"Mozilla" not in plain
    assert b"Producer (Skia/PDF m156)" in plain
    assert places_of(plain) == places_of(made)


def test_a_date_outside_of_it_stays() -> None:
    made = pdf(*NESTED, "<</CreationDate (D:20200101000000Z)>>")
    assert b"D:20200101000000Z" in without_its_making(made, DAY)
    assert without_its_making(b"%PDF-1.7", DAY) == b"%PDF-1.7"
