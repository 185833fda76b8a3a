"""RFC 8493 read once more, from the text of the standard alone: nothing here is shared with the program.

The library `bagit` does the same from outside; it was left out of the tests' extras, as it reads folders only, ignores
what the standard says of zip files, and would be one more thing to install for sixty lines.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path


def problems(path: Path) -> list[str]:
    """What the archive does otherwise than sections 2 and 4 of RFC 8493 ask for."""
    with zipfile.ZipFile(path) as archive:
        files = {member.filename: archive.read(member) for member in archive.infolist() if not member.is_dir()}
    tops = {name.split("/")[0] for name in files}
    if len(tops) != 1 or any("/" not in name for name in files):
        return [f"4.2: one folder at the top, not {sorted(tops)}"]
    top = tops.pop()
    bag = {name[len(top) + 1 :]: content for name, content in files.items()}
    return [*_declaration(bag), *_payload(bag), *_tags(bag), *_info(bag)]


def _declaration(bag: dict[str, bytes]) -> list[str]:
    wanted = rb"BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?"
    return [] if re.fullmatch(wanted, bag.get("bagit.txt", b"")) else ["2.1.1: bagit.txt"]


def _manifest(bag: dict[str, bytes], name: str) -> dict[str, str]:
    found = {}
    for line in bag[name].decode("utf-8").split("\n")[:-1]:
        match = re.fullmatch(r"([0-9a-f]{128})[ \t]+([^\r\n]+)", line)
        assert match, f"2.1.3: {line!r}"
        path = re.sub("%0D|%0A|%25", lambda m: {"%0D": "\r", "%0A": "\n", "%25": "%"}[m[0]], match[2])
        assert path not in found, f"2.1.3: {path} twice"
        found[path] = match[1]
    return found


def _payload(bag: dict[str, bytes]) -> list[str]:
    listed = _manifest(bag, "manifest-sha512.txt")
    payload = {name for name in bag if name.startswith("data/")}
    differing = [p for p in payload & listed.keys() if hashlib.sha512(bag[p]).hexdigest() != listed[p]]
    return [f"2.1.3: {path}" for path in sorted((payload ^ listed.keys()) | set(differing))]


def _tags(bag: dict[str, bytes]) -> list[str]:
    listed = _manifest(bag, "tagmanifest-sha512.txt")
    tags = {name for name in bag if not name.startswith("data/") and name != "tagmanifest-sha512.txt"}
    differing = [p for p in tags & listed.keys() if hashlib.sha512(bag[p]).hexdigest() != listed[p]]
    return [f"2.2.1: {path}" for path in sorted((tags ^ listed.keys()) | set(differing))]


def _info(bag: dict[str, bytes]) -> list[str]:
    text = bag["bag-info.txt"].decode("utf-8")
    lines = text.split("\n")[:-1]
    wrong = [f"2.2.2: {line!r}" for line in lines if not re.fullmatch(r"[^\s:][^:]*: \S.*", line)]
    payload = [content for name, content in bag.items() if name.startswith("data/")]
    oxum = f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}"
    return wrong + ([] if lines.count(oxum) == 1 else [f"2.2.2: not {oxum}"])
