"""A knowledge folder that comes as a zip: unpacked without trusting a word of it.

What the archive says of itself (sizes, counts, names) is held against limits first, and again while its bytes come out.
"""

import io
import stat
import struct
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as BadStream  # noqa: N812 - zlib names its exception in small letters

from bot.editorial.folder.files import BESIDE, FOLDERS, OWN, POOLS, SINGLE, Files, files_of, printable
from bot.editorial.folder.foreign import form_of
from bot.editorial.folder.names import passed_over
from bot.editorial.problem import Position, Problem

MAX_ARCHIVE = 20_000_000  # bytes; what Telegram lets a bot download
MAX_FILES = 10_000
MAX_DIRECTORY = 3_000_000  # bytes of the list of contents: read whole by zipfile, so looked at before it is
MAX_OPENED = 64_000_000  # bytes of all files together
MAX_RATIO = 100  # times that a file may grow; YAML grows about ten times
SMALL = 100_000  # bytes up to which a file may grow as it likes
LONGEST = 200  # signs of a name
NAMED = 5  # files that are not read, where nothing else is in the zip
KEPT = {".yaml", ".yml", ".csv"}
END = b"PK\x05\x06"  # the end record (APPNOTE 4.3.16): … size of the directory at 12, offset at 16


class BadArchive(Exception):
    """The archive is refused; `problem` says what of it and why. Nothing of it may be used."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.position}: {problem.variant}")
        self.problem = problem


def unpack(data: bytes, name: str = "zip") -> Files:
    """Return the knowledge that is in a zip. Raises BadArchive.

    Only YAML and CSV files are opened, of the others their names are kept; what a computer adds by itself (hidden
    files, __MACOSX) is passed over.
    `name` is what the archive is called in problems about the whole of it.
    """
    named = _named(contents(data, name))
    texts = {path: data for path, data in named.items() if data is not None and not path.startswith(f"{BESIDE}/")}
    files = files_of(texts, (path for path in named if path not in texts))
    if not (files.yaml or files.pools):
        raise _nothing(name, files.unread)
    return files


def contents(data: bytes, name: str, kept: Collection[str] = KEPT) -> dict[PurePosixPath, bytes | None]:
    """Return the files of a zip by their paths: the bytes of those whose ending is `kept`, None for the others.

    Raises BadArchive.
    """
    _admit(data, name)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _take_all(archive, name, kept)
    except (BadZipFile, BadStream, NotImplementedError, EOFError, ValueError, struct.error):
        raise _refusal(name, "broken") from None


def _named(found: Mapping[PurePosixPath, bytes | None]) -> dict[str, bytes | None]:
    """Return what was found by its name in the folder; where there is no folder, YAML at the top is an organization."""
    root = _root_of(found)
    names = {
        path: str(path.relative_to(root) if path.is_relative_to(root) else PurePosixPath(BESIDE, path))
        for path in found
    }
    if not SINGLE.keys() & set(names.values()):
        bare = {path: name for path, name in names.items() if "/" not in name and name.endswith(".yaml")}
        names |= {path: f"organizations/{name}" for path, name in bare.items()}
    return {name: found[path] for path, name in names.items()}


def _nothing(name: str, unread: tuple[str, ...]) -> BadArchive:
    said = ", ".join(unread[:NAMED]) + (", …" if len(unread) > NAMED else "")
    return _refusal(name, "nothing" if unread else "empty", names=said)


def _root_of(paths: Collection[PurePosixPath]) -> PurePosixPath:
    """Return the folder that holds network.yaml, or the one folder that all is in, or the top."""
    found = sorted((len(path.parts), path) for path in paths if path.name == "network.yaml")
    if found:
        return found[0][1].parent
    tops = {path.parts[0] if len(path.parts) > 1 else "" for path in paths}
    top = tops.pop() if len(tops) == 1 else ""
    return PurePosixPath("" if top in {*FOLDERS, POOLS} else top)


def _admit(data: bytes, name: str) -> None:
    """Refuse what would be too much already to look at."""
    if len(data) > MAX_ARCHIVE:
        raise _refusal(name, "big", limit=MAX_ARCHIVE // 1_000_000)
    at = data.rfind(END)
    if at < 0 or len(data) < at + 22:
        raise _refusal(name, "other" if form_of(data) == "archive" and not data.startswith(b"PK") else "broken")
    if int.from_bytes(data[at + 12 : at + 16], "little") > MAX_DIRECTORY:
        raise _refusal(name, "many", limit=MAX_FILES)


def _take_all(archive: ZipFile, name: str, kept: Collection[str]) -> dict[PurePosixPath, bytes | None]:
    entries = archive.infolist()
    if len(entries) > MAX_FILES:
        raise _refusal(name, "many", limit=MAX_FILES)
    wanted = dict(_wanted(entries))
    if sum(entry.file_size for path, entry in wanted.items() if path.suffix in kept) > MAX_OPENED:
        raise _refusal(name, "big", limit=MAX_OPENED // 1_000_000)
    return {path: _take(archive, entry) if path.suffix in kept else None for path, entry in wanted.items()}


def _wanted(entries: list[ZipInfo]) -> Iterator[tuple[PurePosixPath, ZipInfo]]:
    """Yield what is no computer's own; a bad name is refused even where the file would be passed over."""
    seen: set[str] = set()
    for entry in entries:
        path = PurePosixPath(entry.filename)
        if _leads_out(entry.filename, path):
            raise _refusal(entry.filename, "outside")
        if entry.is_dir() or any(map(passed_over, path.parts)) or path.parent.name == OWN:
            continue
        plain = unicodedata.normalize("NFC", str(path)).casefold()
        if plain in seen:
            raise _refusal(entry.filename, "twice")
        seen.add(plain)
        yield path, entry


def _leads_out(name: str, path: PurePosixPath) -> bool:
    return (
        path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or len(name) > LONGEST or not path.name
    )


def _take(archive: ZipFile, entry: ZipInfo) -> bytes:
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _refusal(entry.filename, "link")
    if entry.flag_bits & 1:
        raise _refusal(entry.filename, "locked")
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:  # the others may ask for any amount of memory
        raise _refusal(entry.filename, "broken")
    if entry.file_size > max(SMALL, MAX_RATIO * entry.compress_size):
        raise _refusal(entry.filename, "packed", limit=MAX_RATIO)
    with archive.open(entry) as source:
        content = source.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise _refusal(entry.filename, "broken")
    return content


def _refusal(name: str, variant: str, **values: int | str) -> BadArchive:
    shown = printable(name)[:LONGEST]
    return BadArchive(Problem(Position(shown), "bad-archive", values=dict(values), variant=variant))
