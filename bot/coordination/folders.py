"""The files of a release on disk again, for as long as they are looked at, perhaps with a sent file among them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.text import Language
from bot.editorial.archive import unpack
from bot.editorial.check import check
from bot.editorial.files import NoFolder
from bot.editorial.problem import Problem
from bot.editorial.release_texts import Texts, gather, texts_of
from bot.editorial.wording import line

ZIP = b"PK\x03\x04"


class NoSources(Exception):
    """The live release was published before its files were kept, and the folder on disk is another."""


@dataclass(frozen=True)
class Folder:
    """A knowledge folder for a moment. `whole` tells that it came as a zip; `touched` are the paths that were sent."""

    path: Path
    whole: bool = False
    touched: tuple[str, ...] = ()

    def line(self, problem: Problem, language: Language) -> str:
        """Return a problem as it is said to people: its place inside the folder."""
        return line(problem, language).replace(f"{self.path}/", "")


def live_texts(tx: Connection, number: int, knowledge: Path, today: date) -> Texts:
    """Return the files of the live release; of one from before they were kept, those of the folder if it is just this.

    Raises NoSources.
    """
    kept = texts_of(tx, number)
    if kept:
        return kept
    try:
        found = check(knowledge, today)
    except NoFolder:
        raise NoSources from None
    if found.release is None or found.release != releases.load(tx, number)[0].release:
        raise NoSources
    return gather(knowledge)


@contextmanager
def opened(texts: Texts) -> Iterator[Folder]:
    """Write texts into a folder, and remove it afterwards."""
    with TemporaryDirectory(prefix="kmzero-") as name:
        _write(Path(name), texts)
        yield Folder(Path(name))


@contextmanager
def with_sent(name: str, content: bytes, texts: Texts) -> Iterator[Folder]:
    """Write what was sent into a folder: a zip is all of it, a file takes its place among `texts`.

    Raises bot.editorial.archive.BadArchive.
    """
    from bot.coordination.placing import place  # noqa: PLC0415 - a zip needs no place

    with TemporaryDirectory(prefix="kmzero-") as made:
        folder = Path(made)
        if content.startswith(ZIP):
            yield Folder(unpack(content, folder, name), whole=True)
            return
        path = place(name, content, texts)
        _write(folder, texts)
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)
        yield Folder(folder, touched=(path,))


def _write(folder: Path, texts: Texts) -> None:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")
