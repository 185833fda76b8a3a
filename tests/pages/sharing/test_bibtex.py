"""Citations for reference managers."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from sitegen.pages.citing import Citation
from sitegen.pages.sharing.bibtex import as_file, as_link, bibtex, key

PLAIN = Citation("2022-23/primary/a", ("Test network",), "2023", "Talk first", "Taught together", "NFER", "", "")


def test_a_story_stands_in_its_edition():
    assert bibtex(PLAIN) == (
        "@incollection{2022-23:primary:a,\n  author = {{Test network}},\n  title = {{Talk first}},\n"
        "  booktitle = {{Taught together}},\n  publisher = {{NFER}},\n  year = {2023}\n}\n"
    )


def test_an_edition_is_a_book_with_its_isbn_and_address():
    made = bibtex(Citation("2022-23", ("A", "B"), "", "T", "", "P", "978-1", "https://e.org/a_b/é {x}"))
    assert made.startswith("@book{2022-23,\n  author = {{A} and {B}},")
    assert "isbn = {978-1}" in made
    assert "url = {https://e.org/a_b/%C3%A9%20%7Bx%7D}" in made
    assert "year" not in made


@pytest.mark.parametrize(("written", "set_"), [
    ("50% more & better", r"50\% more \& better"), ("Cost: $5 #1 a_b", r"Cost: \$5 \#1 a\_b"),
    ("a{b", r"a\textbraceleft{}b"), ("}", r"\textbraceright{}"), ("C:\\d", r"C:\textbackslash{}d"),
    ("a~b^c", r"a\textasciitilde{}b\textasciicircum{}c"), ("Tŷ Gwyn, Łódź", "Tŷ Gwyn, Łódź"),
    ("two\n lines", "two lines"),
])  # fmt: skip
def test_what_means_something_in_bibtex_is_escaped_and_braces_balance(written, set_):
    made = bibtex(Citation("a", ("O",), "", written))
    assert f"title = {{{{{set_}}}}}" in made
    assert made.count("{") == made.count("}")


@pytest.mark.parametrize(("name", "author"), [
    ("Okafor, A.", "{Okafor, A.}"), ("Jane Doe", "{{Jane Doe}}"),
    ("Department for Schools, Children and Families", "{{Department for Schools, Children and Families}}"),
])  # fmt: skip
def test_a_name_is_that_of_a_person_where_it_is_written_so(name, author):
    assert f"author = {author}," in bibtex(Citation("a", (name,), "", "T"))


def test_keys_are_apart_where_ids_are():
    ids = ["a-b/c", "a/b-c", "a/b/c", "a/ü", "a/ö", "a/字"]
    made = [key(id_) for id_ in ids]
    assert len(set(made)) == len(ids)
    assert all(k.isascii() and not set(k) & set(' ,{}#%"\\~()=') for k in made)


def test_as_a_link_it_says_the_same():
    entry = bibtex(Citation("a", ("O",), "", 'Łódź: "50%" & more'))
    link = as_link(entry)
    assert link.startswith("data:application/x-bibtex;charset=utf-8,")
    assert unquote(link.partition(",")[2]) == entry
    assert not set(link) & set(' "<>&\n')
    assert as_file([entry, entry]).decode() == f"{entry}\n{entry}"
