"""The files of a package that lies in a folder, a zip or a single file; nothing else is opened, nothing too large."""

from collections.abc import Iterator
from pathlib import Path

from bot.editorial.folder.archive import MAX_OPENED, BadArchive, contents
from bot.editorial.folder.files import printable

KEPT = (".csv", ".json")
DESCRIPTION = "datapackage.json"
MOST_FILES = 10_000


class BadPackage(Exception):
    """A package, or a file of it, cannot be read: a variant of the phrase `unreadable`, and its values."""

    def __init__(self, variant: str, **values: str | int) -> None:
        super().__init__(variant)
        self.variant, self.values = variant, values


def files_of(path: Path) -> dict[str, bytes]:
    """Return the CSV and JSON files of a package by their names. Raises BadPackage; OSError passes."""
    if path.is_dir():
        return dict(_inside(path))
    if path.name == DESCRIPTION:
        return files_of(path.parent)
    if _size(path) > MAX_OPENED:
        raise _large(path.name)
    data = path.read_bytes()
    return _unpacked(data, path.name) if data.startswith(b"PK") else {path.name: data}


def _inside(folder: Path) -> Iterator[tuple[str, bytes]]:
    opened = 0
    for number, file in enumerate(sorted(folder.rglob("*"))):
        if number > MOST_FILES:
            raise BadPackage("many", limit=MOST_FILES)
        if file.suffix.lower() not in KEPT or file.is_symlink() or not file.is_file():
            continue
        opened += _size(file)
        if opened > MAX_OPENED:
            raise _large(str(file.relative_to(folder)))
        yield str(file.relative_to(folder)), file.read_bytes()


def _size(file: Path) -> int:
    return file.stat().st_size


def _large(name: str) -> BadPackage:
    return BadPackage("large", file=printable(name), limit=MAX_OPENED // 1_000_000)


def _unpacked(data: bytes, name: str) -> dict[str, bytes]:
    try:
        found = contents(data, name, KEPT)
    except BadArchive as error:
        raise BadPackage("archive", file=printable(name)) from error
    return {str(path): content for path, content in found.items() if content is not None}
