"""The files of a knowledge folder, taken once: nothing from outside it, nothing that hangs.

What is checked, learned, published and kept is made of this one value; the folder's path is then only a name.
"""

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath, PurePosixPath
from typing import Literal

from bot.editorial.folder.names import passed_over
from bot.editorial.problem import Position, Problem
from bot.editorial.tree import MAX_BYTES

Kind = Literal[
    "network",
    "companies",
    "outside",
    "concepts",
    "golden",
    "situations",
    "evaluation",
    "needs",
    "organizations",
    "stray",
]
SINGLE: dict[str, Kind] = {
    "network.yaml": "network",
    "companies.yaml": "companies",
    "outside.yaml": "outside",
    "concepts.yaml": "concepts",
    "golden.yaml": "golden",
    "situations.yaml": "situations",
    "evaluation.yaml": "evaluation",
}
FOLDERS: dict[str, Kind] = {"needs": "needs", "organizations": "organizations"}
KEYS = {  # where a file belongs -> the keys that no other kind of file has
    "network.yaml": {"municipalities", "doors"},
    "companies.yaml": {"companies"},
    "concepts.yaml": {"concepts"},
    "golden.yaml": {"questions"},
    "situations.yaml": {"situations", "places"},
    "evaluation.yaml": {"targets", "forms"},
    "outside.yaml": {"harmless", "greetings", "danger"},
    "needs": {"types"},
    "organizations": {"services", "locations", "contact"},
}
POOLS = "pools"
YAML = (".yaml", ".yml")
CODES = (".csv",)
BESIDE = ".."  # where a folder of ours lies that should be inside
OWN = "schema"  # made by `kmzero schema`, for editors
STRANGE = 20  # files of a folder that is not ours that are named
Contents = Mapping[str, bytes | Problem]


class NoFolder(Exception):
    """There is no such folder, or it may not be read; the message is one line for the operator."""


@dataclass(frozen=True)
class Files:
    """What lies in a knowledge folder: by its name there, with slashes, its bytes or why they may not be read.

    `yaml` are the files that are read, in the order of their names; `pools` are files of codes; `unread` are the names
    of all the others. `root` is what the folder is called in problems, nothing where a file's name in it says enough.
    """

    yaml: Contents
    pools: Contents
    root: str = ""
    unread: tuple[str, ...] = ()

    def place(self, name: str) -> str:
        """Return what a file is called in problems."""
        return shown(PurePosixPath(self.root, name))

    @property
    def texts(self) -> dict[str, str]:
        """What the files say; where they were checked, it is UTF-8."""
        said = self.yaml.items()
        return {name: data.decode("utf-8-sig", "replace") for name, data in said if isinstance(data, bytes)}


def load(folder: Path) -> Files:
    """Take the files of a folder, each once. Raises NoFolder."""
    names = list(_names(folder))
    read, codes, unread = _sorted_out(names)
    return Files(_take(folder, read), _take(folder, codes), str(folder), unread)


def files_of(contents: Mapping[str, str | bytes], unread: Iterable[str] = ()) -> Files:
    """Return the files of a folder that is none on disk: what was kept with a release, or came as a zip."""
    found = {name: data.encode() if isinstance(data, str) else data for name, data in sorted(contents.items())}
    read, codes, others = _sorted_out([*found, *unread])
    return Files({name: found[name] for name in read}, {name: found[name] for name in codes}, unread=others)


def _sorted_out(names: Iterable[str]) -> tuple[list[str], list[str], tuple[str, ...]]:
    """Return the names of what is read, of the files of codes, and of all the others."""
    read: list[str] = []
    codes: list[str] = []
    others: list[str] = []
    for name in names:
        ours = name.endswith(CODES) and str(PurePath(name).parent) == POOLS
        (codes if ours else others if kind_of(name) == "stray" else read).append(name)
    return read, codes, tuple(others)


def kind_of(name: str) -> Kind:
    """Return what a YAML file should hold, by its name in the folder."""
    parent, _, entry = name.rpartition("/")
    if not parent:
        return SINGLE.get(entry, "stray")
    return FOLDERS.get(parent, "stray") if entry.endswith(".yaml") else "stray"


def place_said(keys: Collection[str], here: str = "") -> str:
    """Return the file or folder where such keys belong, by what it has at its top; `here` where they may be there."""
    places = [place for place, own in KEYS.items() if not own.isdisjoint(keys)]
    return here if here in places else next(iter(places), "")


def _names(folder: Path) -> Iterator[str]:
    try:
        entries = sorted(os.listdir(folder))  # noqa: PTH208 - names are wanted, not paths
    except OSError as error:
        raise NoFolder(f"{shown(folder)}: {os.strerror(error.errno or 0)}") from None
    for entry in entries:
        ours = entry in FOLDERS or entry == POOLS
        if passed_over(entry) or entry == OWN:
            continue
        if not _leads_on(folder / entry, ours=ours):
            yield entry
        elif ours:
            yield from _inside(folder, entry)
        else:
            yield from islice(_below(folder, entry), STRANGE)
    for name in FOLDERS:
        yield from islice(_below(folder, f"{BESIDE}/{name}"), STRANGE)


def _inside(folder: Path, entry: str) -> Iterator[str]:
    """Yield all files of one of our folders, and some of what is deeper."""
    for name in _entries(folder / entry):
        path = f"{entry}/{name}"
        if _leads_on(folder / path):
            yield from islice(_below(folder, path), STRANGE)
        else:
            yield path


def _below(folder: Path, entry: str) -> Iterator[str]:
    for name in _entries(folder / entry):
        path = f"{entry}/{name}"
        yield from _below(folder, path) if _leads_on(folder / path) else [path]


def _leads_on(path: Path, *, ours: bool = False) -> bool:
    return path.is_dir() and not path.name.endswith(YAML) and (ours or not path.is_symlink())


def _entries(folder: Path) -> list[str]:
    try:
        return sorted(entry for entry in os.listdir(folder) if not passed_over(entry))  # noqa: PTH208 - as above
    except OSError:
        return []


def _take(folder: Path, names: Iterable[str]) -> Contents:
    inside = os.path.realpath(folder) + os.sep
    return {name: _content(folder / name, inside) for name in names}


def _content(path: Path, inside: str) -> bytes | Problem:
    """Return the bytes of a regular file, at most MAX_BYTES + 1, or why they may not be read."""
    position = Position(shown(path))
    try:
        if not os.path.realpath(path, strict=True).startswith(inside):
            return Problem(position, "not-a-file", variant="outside")
        # O_NONBLOCK: opening a FIFO that nobody writes to would wait for ever.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            return file.read(MAX_BYTES + 1) if _is_regular(handle) else Problem(position, "not-a-file")
    except IsADirectoryError:
        return Problem(position, "not-a-file")
    except OSError as error:
        cause = os.strerror(error.errno or 0)
        return Problem(position, "not-a-file", variant="refused", values={"cause": cause})


def _is_regular(handle: int) -> bool:
    return stat.S_ISREG(os.fstat(handle).st_mode)


def shown(path: PurePath) -> str:
    """Return a path that any terminal can print."""
    return printable(os.fsencode(path).decode("utf-8", "replace"))


def printable(text: str) -> str:
    """Replace the signs that would act on a terminal instead of being seen."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
