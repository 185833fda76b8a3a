"""What can be printed, by whatever people may call it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.paper.subjects import Subject, subject, subjects
from sitegen.writing.errors import EnvironmentProblem
from tests.pages import sites


@pytest.fixture(scope="module")
def known() -> tuple[Subject, ...]:
    return tuple(subjects(sites.report()))


@pytest.mark.parametrize(
    ("named", "address", "file"),
    [
        ("2022-23", "2022-23/print/index.html", "2022-23.pdf"),
        ("./output/2022-23/print/index.html", "2022-23/print/index.html", "2022-23.pdf"),
        ("2022-23/primary/", "2022-23/primary/print/index.html", "2022-23-primary.pdf"),
        ("Goldfinch", "2022-23/primary/goldfinch/print/index.html", "2022-23-primary-goldfinch.pdf"),
        ("london-south-west", "hubs/london-south-west/print/index.html", "london-south-west.pdf"),
        ("London South West", "hubs/london-south-west/print/index.html", "london-south-west.pdf"),
        ("hubs\\london-south-west", "hubs/london-south-west/print/index.html", "london-south-west.pdf"),
    ],
)
def test_it_is_found_by_address_id_or_last_step(
    known: tuple[Subject, ...], named: str, address: str, file: str
) -> None:
    found = subject(named, known)
    assert (found.address, found.file) == (address, file)


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("2022-32", 'No edition, section, hub or story is called "2022-32". Did you mean "2022-23"?'),
        ("goldfnch", 'Did you mean "2022-23/primary/goldfinch"?'),
        ("Londn South West", 'Did you mean "hubs/london-south-west"?'),
        ("zzz", "Write its address, as "),
    ],
)
def test_of_what_is_not_there_the_nearest_is_named(known: tuple[Subject, ...], named: str, said: str) -> None:
    with pytest.raises(EnvironmentProblem) as told:
        subject(named, known)
    assert said in str(told.value)


def test_of_two_with_one_name_neither_is_taken(known: tuple[Subject, ...]) -> None:
    other = replace(known[0], place="other/goldfinch")
    with pytest.raises(EnvironmentProblem, match="Several pages are called"):
        subject("goldfinch", (*known, other))


def test_what_is_for_the_screen_alone_is_not_printed() -> None:
    with pytest.raises(EnvironmentProblem, match="can be printed"):
        subject("a", (Subject("A", "2022-23/a", (), is_printed=False),))
