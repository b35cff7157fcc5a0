"""Commands by which a catalogue goes out and comes in: export, import."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.app import Panel, app, open_archive
from bot.cli.arguments import Tongue, language_of
from bot.cli.asking import agreed, somebody_is_there
from bot.cli.exchange_tables import Incoming, base, say, sheets_of
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.editorial.folder.files import Files
    from bot.editorial.spreadsheets.outcome import Outcome, Remark


@app.command("export", rich_help_panel=Panel.COORDINATORS)
def export_catalogue(
    context: typer.Context,
    xlsx: Annotated[Path | None, typer.Option(help="Write a workbook for people; it never has a code.")] = None,
    lang: Tongue = None,
) -> None:
    """Write the live catalogue as a workbook: organizations, places, services, offers and companies."""
    from bot.editorial.spreadsheets.workbook import workbook

    language = language_of(context, lang)
    if xlsx is None:
        raise CannotRun(say("choose-one", language))
    with open_archive(context, deed="reads") as (_store, catalogue):
        content = workbook(catalogue.release, lang.value if lang else catalogue.network.languages[0])
    try:
        xlsx.write_bytes(content)
    except OSError as error:
        raise CannotRun(f"{xlsx}: {error.strerror}") from None
    count = {"services": len(catalogue.entries), "offers": len(catalogue.offers)}
    screen.line(say("exported", language, file=str(xlsx), **count))


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
    try:
        for name, text in texts.items():
            target = into / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise CannotRun(f"{error.filename}: {error.strerror}") from None
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
