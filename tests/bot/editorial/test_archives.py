"""A zip of the folder is unpacked without trusting it, and refused with its cause."""

import io
import resource
import stat
import time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import pytest

from bot.editorial import archive
from bot.editorial.archive import BadArchive, unpack
from bot.editorial.check import check
from bot.editorial.wording import line
from tests.bot.editorial.small_network import FILES, TODAY

Entry = tuple[str | ZipInfo, str | bytes]
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
def test_a_hostile_zip_is_refused_with_its_cause(tmp_path: Path, data: bytes, place: str, variant: str) -> None:
    start = time.process_time()

    with pytest.raises(BadArchive) as refused:
        unpack(data, tmp_path / "in")

    problem = refused.value.problem
    assert place in {"", problem.position.file}
    assert variant in {"", problem.variant}
    assert "bad-archive" in line(problem, "it")
    assert time.process_time() - start < 2
    assert not list(tmp_path.rglob("*fuori*"))


def test_a_zip_of_the_folder_is_the_folder(tmp_path: Path) -> None:
    data = _zip([*SMALL, ("README.md", "#"), ("__MACOSX/._network.yaml", "x"), (".git/config.yaml", "x")])

    root = unpack(data, tmp_path)

    assert check(root, TODAY).problems == ()
    assert not list(root.rglob("*MACOSX*"))


def test_a_zip_of_a_folder_in_a_folder_is_found(tmp_path: Path) -> None:
    root = unpack(_zip([(f"knowledge/{name}", text) for name, text in FILES.items()]), tmp_path)

    assert root == tmp_path / "knowledge"
    assert check(root, TODAY).release is not None


def test_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    data = _zip([(f"needs/{n}.yaml", b"#" * 99_000) for n in range(700)])

    with pytest.raises(BadArchive):
        unpack(data, tmp_path)

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kilobytes
