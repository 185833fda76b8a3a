from __future__ import annotations

import pytest

from sitegen.writing.addresses import above, check_addresses
from sitegen.writing.errors import EnvironmentProblem
from sitegen.writing.write import write_tree


@pytest.mark.parametrize(
    "addresses",
    [["About/index.html", "about/index.html"], ["straße.html", "STRASSE.html"], ["caf\u00e9.html", "cafe\u0301.html"]],
)
def test_two_files_that_are_one_on_many_disks_are_refused(tmp_path, addresses):
    with pytest.raises(EnvironmentProblem, match="would be one file on many computers") as refusal:
        write_tree(dict.fromkeys(addresses, b""), tmp_path / "output")
    assert all(address in str(refusal.value) for address in addresses)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("addresses", [["a", "a/b"], ["a/b/c", "a/B"]])
def test_a_file_cannot_be_a_folder_too(addresses):
    with pytest.raises(EnvironmentProblem, match="a file and a folder at once"):
        check_addresses(addresses)


@pytest.mark.parametrize("address", ["", "/etc/passwd", "../x", "a/../x", "a//b", "a/", "a\\b", "a\0b", ".", "a/./b"])
def test_an_address_that_leads_out_or_means_nothing_is_refused(tmp_path, address):
    with pytest.raises(EnvironmentProblem, match="cannot be the address"):
        write_tree({address: b""}, tmp_path / "output")
    assert not list(tmp_path.iterdir())


def test_the_list_s_own_address_is_refused(tmp_path):
    with pytest.raises(EnvironmentProblem, match="cannot be the address"):
        write_tree({".sitegen-output.json": b""}, tmp_path / "output")


def test_above_names_every_folder_on_the_way():
    assert above(["a/b/c", "a/d", "e"]) == {"a", "a/b"}
