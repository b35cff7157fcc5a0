"""A zip of the folder is unpacked without trusting it, and refused with its cause."""

import io
import resource
import stat
import time
from dataclasses import replace
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import pytest

from bot.editorial.check import check
from bot.editorial.folder import archive
from bot.editorial.folder.archive import BadArchive, unpack
from bot.editorial.wording import line
from tests.bot.editorial.small_network import FILES, TODAY, Folder

Entry = tuple[str | ZipInfo, str | bytes]
POOL = "pools/casa-sicura-soci.csv"
SMALL: list[Entry] = list(FILES.items())


def _zip(entries: list[Entry], method: int = ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", method) as made:
        for name, content in entries:
            made.writestr(name, content)
    return out.getvalue()


def _link(name: str, target: str) -> Entry:
    info = ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, target


def _locked() -> bytes:
    data = bytearray(_zip([("network.yaml", "id: a")]))
    for head, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(head) + at] |= 1
    return bytes(data)


def _lying() -> bytes:
    """Say that a file of 60 MB is small: what comes out is counted, not what was promised."""
    data = bytearray(_zip([("needs/a.yaml", b"#" * 60_000_000)]))
    for head, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(head) + at
        data[start : start + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


HOSTILE: list[tuple[str, bytes, str, str]] = [
    ("no zip at all", b"ciao", "zip", "broken"),
    ("nothing", b"", "zip", "broken"),
    ("half a zip", _zip(SMALL)[:-30], "zip", "broken"),
    ("a wrong sum", _zip([("a.yaml", "id: a")], ZIP_STORED).replace(b"id: a", b"id: b"), "zip", "broken"),
    ("a way up", _zip([("../fuori.yaml", "id: a")]), "../fuori.yaml", "outside"),
    ("a way up inside", _zip([("needs/../../fuori.yaml", "id: a")]), "needs/../../fuori.yaml", "outside"),
    ("an absolute name", _zip([("/etc/fuori.yaml", "id: a")]), "/etc/fuori.yaml", "outside"),
    ("a Windows way up", _zip([("..\\fuori.yaml", "id: a")]), "..\\fuori.yaml", "outside"),
    ("a drive", _zip([("C:fuori.yaml", "id: a")]), "C:fuori.yaml", "outside"),
    ("a link", _zip([_link("needs/a.yaml", "/etc/passwd")]), "needs/a.yaml", "link"),
    ("a password", _locked(), "network.yaml", "locked"),
    ("the same name twice", _zip([("needs/a.yaml", "id: a"), ("needs/A.yaml", "id: b")]), "needs/A.yaml", "twice"),
    ("a bomb", _zip([("needs/a.yaml", b"#" * 60_000_000)]), "needs/a.yaml", "packed"),
    ("a bomb of many", _zip([(f"needs/{n}.yaml", b"#" * 99_000) for n in range(700)]), "zip", "big"),
    ("many files", _zip([(f"needs/{n}.yaml", "") for n in range(archive.MAX_FILES + 1)]), "zip", "many"),
    ("a strange packing", _zip([("network.yaml", "id: a")], ZIP_LZMA), "network.yaml", "broken"),
    ("a lie about its size", _lying(), "", ""),
]


@pytest.mark.parametrize(
    ("data", "place", "variant"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE]
)
def test_a_hostile_zip_is_refused_with_its_cause(data: bytes, place: str, variant: str) -> None:
    start = time.process_time()

    with pytest.raises(BadArchive) as refused:
        unpack(data)

    problem = refused.value.problem
    assert place in {"", problem.position.file}
    assert variant in {"", problem.variant}
    assert "bad-archive" in line(problem, "it")
    assert time.process_time() - start < 2


def test_a_zip_of_the_folder_is_the_folder(folder: Folder) -> None:
    folder.write(POOL, "AAA-1\n")
    more: list[Entry] = [(POOL, "AAA-1\n"), ("README.md", "#")]
    hidden: list[Entry] = [("__MACOSX/._network.yaml", "x"), (".git/config.yaml", "x")]

    files = unpack(_zip([*SMALL, *more, *hidden]))

    assert files == replace(folder.files, root="")
    assert check(files, TODAY).problems == ()


@pytest.mark.parametrize("beside", [[], [("altro.yaml", "x"), ("organizations/altro.yaml", "x")]])
def test_a_zip_of_a_folder_in_a_folder_is_found_and_what_lies_beside_is_named(
    folder: Folder, beside: list[Entry]
) -> None:
    files = unpack(_zip([*((f"knowledge/{name}", text) for name, text in FILES.items()), *beside]))

    assert files == replace(folder.files, root="", unread=tuple(f"../{name}" for name, _ in beside))


def test_a_zip_of_a_folder_without_its_network_says_what_is_missing() -> None:
    files = unpack(_zip([("carpi/needs/anziani.yaml", FILES["needs/anziani.yaml"])]))

    problems = check(files, TODAY).problems
    assert list(files.yaml) == ["needs/anziani.yaml"]
    assert [one.position.file for one in problems if one.rule == "missing-file"] == ["companies.yaml", "network.yaml"]


def test_a_bomb_takes_no_memory() -> None:
    data = _zip([(f"needs/{n}.yaml", b"#" * 99_000) for n in range(700)])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    with pytest.raises(BadArchive):
        unpack(data)

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kilobytes
