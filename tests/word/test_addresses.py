"""Where the links of a document lead: to what readers can follow, and without whom a link was sent to."""

from __future__ import annotations

import pytest
from docx.document import Document

from sitegen.word.addresses import public_address
from tests.word.documents import body, document, heading, put, told

SAFE = ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&data=05%7C01%7C"
        "ann%40school.example%7C1&reserved=0")  # fmt: skip
AROUND = "https://www.google.com/url?q=https://example.org/x&sa=D&source=editors"


def link(address: str) -> bytes:
    def write(made: Document) -> None:
        paragraph = made.add_paragraph()
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        id_ = made.part.relate_to(address, kind, is_external=True)
        put(paragraph, f'<w:hyperlink r:id="{id_}"><w:r><w:t>here</w:t></w:r></w:hyperlink>')

    return document(heading("S"), write)


@pytest.mark.parametrize(("written", "public"), [
    (SAFE, "https://example.org/a?b=1"),
    (AROUND, "https://example.org/x"),
    ("https://www.google.com/search?q=maths", "https://www.google.com/search?q=maths"),
    ("https://nosafelinks.protection.outlook.com.example.org/?url=x", "https://nosafelinks.protection.outlook.com.example.org/?url=x"),
    ("www.example.org/talk", "https://www.example.org/talk"),
    ("https://example.org/a b(c)", "https://example.org/a%20b(c)"),
    ("mailto:office@example.org", "mailto:office@example.org"),
    ("https://x.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)", ""),
    ("file:///C:/Users/ann/a.xlsx", ""), ("javascript:alert(1)", ""), ("https://[broken", "https://[broken"),
    ("www.", ""), ("", ""),
])  # fmt: skip
def test_an_address_is_what_readers_can_follow(written, public):
    assert public_address(written) == public


def test_a_link_through_outlook_names_nobody():
    assert body(link(SAFE)) == "## S\n\n[here](https://example.org/a?b=1)\n"


@pytest.mark.parametrize("host", ["school-my.sharepoint.com", "docs.google.com", "1drv.ms"])
def test_a_link_to_a_shared_file_is_to_be_looked_at(host):
    said = 'The link on the words "here" leads to a shared file: see whether it opens for everybody'
    assert said in told(link(f"https://{host}/a"))
    assert "shared file" not in told(link(f"https://{host}.example.org/a"))
