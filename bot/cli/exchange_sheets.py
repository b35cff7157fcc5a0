"""The catalogue as a workbook, and tables of services: what `kmzero export` and `import` do with spreadsheets."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.asking import agreed, somebody_is_there
from bot.cli.exchange_tables import Incoming, base, say, sheets_of
from bot.cli.exchange_writing import write
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.catalogue.model import Release
    from bot.editorial.folder.files import Files
    from bot.editorial.spreadsheets.outcome import Outcome, Remark


def export_workbook(release: "Release", file: Path, headings: Language, language: Language) -> None:
    """Write the workbook of a release. Raises CannotRun."""
    from bot.editorial.spreadsheets.workbook import workbook

    try:
        file.write_bytes(workbook(release, headings))
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None
    offers = sum(len(service.offers) for one in release.organizations for service in one.services)
    services = sum(len(one.services) for one in release.organizations)
    screen.line(say("exported", language, file=str(file), services=services, offers=offers))


def import_table(
    context: typer.Context, file: Path, into: Path, language: Language, *, yes: bool, as_json: bool
) -> None:
    """Take a workbook of ours, or any table of services, into a folder. Raises Exit where nothing was written."""
    sheets = sheets_of(file, language)
    files = base(context, sheets, into)
    incoming = Incoming(context, file, into, sheets, files, language)
    found = incoming.taken(asks=not yes and somebody_is_there())
    if not as_json:
        _show(found, language)
    agreed_to = _decide(found, into, language, yes=yes)
    if agreed_to:
        _write({**_missing(files, into), **found.texts}, into, language, quiet=as_json)
    if as_json:
        screen.block(json.dumps(_as_json(found, language), ensure_ascii=False, indent=1))
    if not agreed_to:
        raise typer.Exit(1)


def _missing(files: "Files", into: Path) -> "dict[str, str]":
    """Return the files of the live release that a folder without any does not have yet."""
    return {name: text for name, text in files.texts.items() if not (into / name).exists()}


def _show(found: "Outcome", language: Language) -> None:
    from bot.editorial.spreadsheets.wording import told

    for said in told(found, language):
        screen.line(said)


def _decide(found: "Outcome", into: Path, language: Language, *, yes: bool) -> bool:
    """Tell whether the files are to be written; where nothing changes there is nothing to ask."""
    if yes or not found.texts:
        return yes or not (found.asked or found.refused)
    if not somebody_is_there():
        screen.to_stderr(say("needs-yes", language))
        return False
    return agreed(say("ask-write", language, folder=str(into)), say("not-written", language))


def _write(texts: "dict[str, str]", into: Path, language: Language, *, quiet: bool) -> None:
    """Write the files, and say what `check` has to say of the folder. Raises CannotRun."""
    write(texts, into)
    if texts and not quiet:
        screen.line(say("written", language, folder=str(into), files=len(texts)))
    if texts:
        _check(into, language)


def _check(into: Path, language: Language) -> None:
    from bot.cli.checking import look
    from bot.editorial.report import report

    problems = look(into).problems
    for said in report([one for one in problems if one.level == "error"], "text", language):
        screen.to_stderr(said)
    if warnings := sum(one.level == "warning" for one in problems):
        screen.to_stderr(say("warnings", language, count=warnings, folder=str(into)))


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
