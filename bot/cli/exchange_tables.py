"""A spreadsheet on its way into a folder: what it is read with, and what its owner is asked on the terminal."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.app import open_archive, open_house, settings
from bot.cli.asking import answered_yes
from bot.cli.whereabouts import is_missing
from bot.errors import CannotRun

if TYPE_CHECKING:  # imported by the functions: no other command waits for them
    from bot.editorial.folder.files import Files
    from bot.editorial.spreadsheets.any_table import Asking
    from bot.editorial.spreadsheets.columns import Column
    from bot.editorial.spreadsheets.importing import Folder
    from bot.editorial.spreadsheets.outcome import Outcome
    from bot.editorial.spreadsheets.proposing import Propose
    from bot.editorial.spreadsheets.tables import Table
    from bot.understanding.reading import Reader
    from bot.vouchers.sheets import Sheet


LONG = 300_000  # bytes of a file whose reading takes seconds


def say(phrase: str, language: Language, **values: str | int) -> str:
    """Return a phrase about spreadsheets."""
    from bot.editorial.spreadsheets.wording import say

    return say(phrase, language, "", **values)


@dataclass(frozen=True)
class Incoming:
    """A spreadsheet on its way into a folder, and who is asked about it."""

    context: typer.Context
    file: Path
    into: Path
    sheets: "list[Sheet]"
    files: "Files"
    language: Language

    def taken(self, *, asks: bool) -> "Outcome":
        """Return what becomes of it, perhaps after questions. Raises CannotRun."""
        from bot.editorial.spreadsheets import ours
        from bot.editorial.spreadsheets.any_table import Asking, NoNetwork, NoTable
        from bot.editorial.spreadsheets.importing import BrokenFolder, folder_of

        where = {"file": str(self.file), "folder": str(self.into)}
        try:
            folder = folder_of(self.files, self.sheets)
            known = bool(ours.known(self.sheets)) or folder.knowledge.network is None
            asking = Asking() if known else Asking(_proposer(self.context, folder))
            return self._asked(folder, asking) if asks and not known else self._take(folder, asking)
        except BrokenFolder:
            raise CannotRun(say("broken-folder", self.language, **where)) from None
        except NoNetwork:
            raise CannotRun(say("no-network", self.language, **where)) from None
        except NoTable:
            raise CannotRun(say("no-table", self.language, **where)) from None

    def _take(self, folder: "Folder", asking: "Asking") -> "Outcome":
        from bot.cli.checking import bar
        from bot.editorial.spreadsheets.any_table import take

        with bar() as progress:
            return take(folder, self.sheets, self.language, asking, progress)

    def _asked(self, folder: "Folder", asking: "Asking") -> "Outcome":
        """Ask about columns, then about rows whose need is not sure."""
        asking = replace(asking, columns=dict(self._columns(folder, asking)))
        found = self._take(folder, asking)
        needs = dict(self._needs(found))
        return self._take(folder, replace(asking, needs=needs)) if needs else found

    def _columns(self, folder: "Folder", asking: "Asking") -> Iterator[tuple[tuple[str, int], str]]:
        from bot.editorial.spreadsheets.any_table import NAMES, understood
        from bot.editorial.spreadsheets.layout import Field
        from bot.editorial.spreadsheets.wording import short

        for table, columns in understood(folder, self.sheets, self.language, asking)[0]:
            if not NAMES & {one.field for one in columns}:
                yield from self._named(table, columns)
            for one in columns:
                if one.asked:
                    values = {"column": short(one.name), "example": short(one.example)}
                    field = say(Field(one.field).phrase, self.language)
                    screen.line(say("ask-column", self.language, field=field, **values), end=" ")
                    yield (table.name, one.place), one.field if answered_yes() else ""

    def _named(self, table: "Table", columns: "list[Column]") -> Iterator[tuple[tuple[str, int], str]]:
        """Ask which columns name the organization and the service, where nothing says so."""
        from bot.editorial.spreadsheets.layout import Field
        from bot.editorial.spreadsheets.wording import short
        from bot.vouchers.columns import letters

        free = {letters(one.place): one for one in columns if not one.field and one.example}
        for letter, one in free.items():
            heading = f"{one.heading}: " if one.heading else ""
            screen.line(f"  {letter}  {heading}{short(one.example)}")
        for name in ("organization", "name"):
            field = say(Field(name).phrase, self.language)
            screen.line(say("ask-which", self.language, field=field), end=" ")
            if chosen := free.get(sys.stdin.readline().strip().upper()):
                yield (table.name, chosen.place), name

    def _needs(self, found: "Outcome") -> Iterator[tuple[tuple[str, int], str]]:
        from bot.editorial.spreadsheets.wording import short

        for one in found.refused:
            if one.why == "need" and one.likely:
                said = "  ".join(f"{place} {name}" for place, name in enumerate(one.likely.values(), start=1))
                screen.line(
                    say("ask-need", self.language, row=str(one.row), shown=short(one.shown), likely=said), end=" "
                )
                answer, needs = sys.stdin.readline().strip(), list(one.likely)
                if answer.isdecimal() and 0 < int(answer) <= len(needs):
                    yield (one.sheet, one.row), needs[int(answer) - 1]


def _proposer(context: typer.Context, folder: "Folder") -> "Propose":
    """Return what proposes needs: the reader of the live release, else one that learns from the folder itself."""
    from bot.editorial.spreadsheets.proposing import proposer

    known = frozenset(need.id for area in folder.knowledge.areas for need in area.model.types)
    return proposer(_reader(context), known)


def _reader(context: typer.Context) -> "Reader":
    with open_house(context) as house, house.store.read() as tx:
        return house.concierge.live.edition(tx).reader


def base(context: typer.Context, sheets: "list[Sheet]", into: Path) -> "Files":
    """Return the files that a spreadsheet changes: those of the folder.

    Where it has none, they are those of the live release, for a workbook of that.
    """
    from bot.editorial.folder.files import files_of
    from bot.editorial.publishing.release_texts import texts_of
    from bot.editorial.spreadsheets import ours

    files, known = _files(into), ours.known(sheets)
    if files.yaml or not known or is_missing(settings(context)):
        return files
    with open_archive(context, deed="reads") as (store, catalogue), store.read() as tx:
        here = catalogue.entries.keys() & ours.services_in(known)
        return files_of(texts_of(tx, catalogue.number)) if here else files


def sheets_of(file: Path, language: Language) -> "list[Sheet]":
    """Return what a file shows. Raises CannotRun."""
    from bot.store.plain_files import read_up_to
    from bot.vouchers.code_files import read
    from bot.vouchers.sheets import LARGEST, Unreadable
    from bot.vouchers.wording import unreadable

    try:
        content = read_up_to(file, LARGEST + 1)
        if len(content) > LONG and sys.stderr.isatty():
            screen.to_stderr(say("reading", language, file=str(file)))
        return read(file.name, content)
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None
    except Unreadable as error:
        raise CannotRun(f"{file}: {unreadable(error, language)}") from None


def _files(folder: Path) -> "Files":
    """Return the files of a folder, none where it is not there yet. Raises CannotRun."""
    from bot.editorial.folder.files import NoFolder, files_of, load

    try:
        return load(folder) if folder.exists() else files_of({})
    except NoFolder as error:
        raise CannotRun(str(error)) from None
