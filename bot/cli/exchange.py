"""Commands by which a catalogue goes out and comes in: export, import."""

import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.app import Panel, app, open_archive, open_house, settings
from bot.cli.arguments import Tongue, language_of
from bot.cli.asking import agreed, answered_yes, somebody_is_there
from bot.cli.whereabouts import is_missing
from bot.errors import CannotRun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.editorial.folder.files import Files
    from bot.editorial.spreadsheets.any_table import Asking
    from bot.editorial.spreadsheets.importing import Folder
    from bot.editorial.spreadsheets.outcome import Outcome, Remark
    from bot.editorial.spreadsheets.proposing import Propose
    from bot.understanding.reading import Reader
    from bot.vouchers.sheets import Sheet


def _say(phrase: str, language: Language, **values: "str | int") -> str:
    from bot.editorial.spreadsheets.wording import say

    return say(phrase, language, "", **values)


@app.command("export", rich_help_panel=Panel.COORDINATORS)
def export_catalogue(
    context: typer.Context,
    xlsx: Annotated[Path | None, typer.Option(help="Write a workbook for people; it never has a code.")] = None,
    lang: Tongue = None,
) -> None:
    """Write the live catalogue as a workbook: organizations, places, services, offers, companies, and what they name."""
    from bot.editorial.spreadsheets.workbook import workbook

    language = language_of(context, lang)
    if xlsx is None:
        raise CannotRun(_say("choose-one", language))
    with open_archive(context, deed="reads") as (_store, catalogue):
        content = workbook(catalogue.release, lang.value if lang else catalogue.network.languages[0])
    try:
        xlsx.write_bytes(content)
    except OSError as error:
        raise CannotRun(f"{xlsx}: {error.strerror}") from None
    count = {"services": len(catalogue.entries), "offers": len(catalogue.offers)}
    screen.line(_say("exported", language, file=str(xlsx), **count))


@app.command("import", rich_help_panel=Panel.COORDINATORS)
def import_catalogue(  # noqa: PLR0917 - the options of a command, given by name
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A spreadsheet: .xlsx, .ods or .csv.")],
    into: Annotated[Path, typer.Option("--into", help="The knowledge folder that it goes into.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask: take what is certain, list the rest.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say as JSON what was taken, asked and refused.")] = False,
    lang: Tongue = None,
) -> None:
    """Take a workbook of ours, or any table of services, into a folder. Exit code 1 where nothing was written."""
    language = language_of(context, lang)
    sheets = _sheets(file, language)
    files = _base(context, sheets, into)
    table = _Table(context, file, into, sheets, files, language)
    found = table.taken(asks=not yes and somebody_is_there())
    if not as_json:
        _show(found, language)
    agreed_to = _decide(found, into, language, yes=yes)
    if agreed_to:
        _write({**_missing(files, into), **found.texts}, into, language, quiet=as_json)
    if as_json:
        screen.block(json.dumps(_as_json(found, language), ensure_ascii=False, indent=1))
    if not agreed_to:
        raise typer.Exit(1)


@dataclass(frozen=True)
class _Table:
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
            folder = folder_of(self.files)
            known = bool(ours.known(self.sheets)) or folder.knowledge.network is None
            asking = Asking() if known else Asking(_proposer(self.context, folder))
            return self._asked(folder, asking) if asks and not known else self._take(folder, asking)
        except BrokenFolder:
            raise CannotRun(_say("broken-folder", self.language, **where)) from None
        except NoNetwork:
            raise CannotRun(_say("no-network", self.language, **where)) from None
        except NoTable:
            raise CannotRun(_say("no-table", self.language, **where)) from None

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

    def _columns(self, folder: "Folder", asking: "Asking") -> "Iterator[tuple[tuple[str, int], str]]":
        from bot.editorial.spreadsheets.any_table import understood
        from bot.editorial.spreadsheets.layout import Field
        from bot.editorial.spreadsheets.wording import short

        for table, columns in understood(folder, self.sheets, self.language, asking)[0]:
            for one in columns:
                if one.asked:
                    values = {"column": short(one.name), "example": short(one.example)}
                    field = _say(Field(one.field).phrase, self.language)
                    screen.line(_say("ask-column", self.language, field=field, **values), end=" ")
                    yield (table.name, one.place), one.field if answered_yes() else ""

    def _needs(self, found: "Outcome") -> "Iterator[tuple[tuple[str, int], str]]":
        from bot.editorial.spreadsheets.wording import short

        for one in found.refused:
            if one.why == "need" and one.likely:
                said = "  ".join(f"{place} {name}" for place, name in enumerate(one.likely.values(), start=1))
                screen.line(
                    _say("ask-need", self.language, row=str(one.row), shown=short(one.shown), likely=said), end=" "
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


def _base(context: typer.Context, sheets: "list[Sheet]", into: Path) -> "Files":
    """Return the files that a spreadsheet changes: those of the folder; in one that has none, for a workbook of the
    live catalogue, those of the live release.
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


def _missing(files: "Files", into: Path) -> "dict[str, str]":
    """Return the files of the live release that a folder without any does not have yet."""
    return {name: text for name, text in files.texts.items() if not (into / name).exists()}


def _sheets(file: Path, language: Language) -> "list[Sheet]":
    """Return what a file shows. Raises CannotRun."""
    from bot.store.plain_files import read_up_to
    from bot.vouchers.code_files import read
    from bot.vouchers.sheets import LARGEST, Unreadable
    from bot.vouchers.wording import unreadable

    try:
        return read(file.name, read_up_to(file, LARGEST + 1))
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


def _show(found: "Outcome", language: Language) -> None:
    from bot.editorial.spreadsheets.wording import told

    for said in told(found, language):
        screen.line(said)


def _decide(found: "Outcome", into: Path, language: Language, *, yes: bool) -> bool:
    """Tell whether the files are to be written; where nothing changes there is nothing to ask."""
    if yes or not found.texts:
        return yes or not (found.asked or found.refused)
    if not somebody_is_there():
        screen.to_stderr(_say("needs-yes", language))
        return False
    return agreed(_say("ask-write", language, folder=str(into)), _say("not-written", language))


def _write(texts: "dict[str, str]", into: Path, language: Language, *, quiet: bool) -> None:
    """Write the files, and say what `check` has to say of the folder. Raises CannotRun."""
    try:
        for name, text in texts.items():
            target = into / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise CannotRun(f"{error.filename}: {error.strerror}") from None
    if texts and not quiet:
        screen.line(_say("written", language, folder=str(into), files=len(texts)))
    if texts:
        _check(into, language)


def _check(into: Path, language: Language) -> None:
    from bot.cli.checking import look
    from bot.editorial.report import report

    for said in report(look(into).problems, "text", language):
        screen.to_stderr(said)


def _as_json(found: "Outcome", language: Language) -> "dict[str, object]":
    from bot.editorial.spreadsheets.wording import reason

    def rows(remarks: "tuple[Remark, ...]") -> "list[dict[str, object]]":
        return [
            {
                "id": one.id,
                "sheet": one.sheet,
                "row": one.row,
                "column": one.column,
                "shown": one.shown,
                "reason": reason(one, language),
            }
            for one in remarks
        ]

    return {
        "taken": found.taken,
        "asked": rows(found.asked),
        "refused": rows(found.refused),
        "left": list(found.left),
        "files": list(found.texts),
    }
