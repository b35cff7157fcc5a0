"""Commands by which a catalogue goes out and comes in: export, import."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.app import Panel, app, open_archive
from bot.cli.arguments import Tongue, language_of
from bot.cli.exchange_hsds import export_hsds, folder_of, import_hsds
from bot.cli.exchange_reader import reader_of
from bot.cli.exchange_sheets import export_workbook, import_table
from bot.cli.exchange_tables import say
from bot.errors import CannotRun


@app.command("export", rich_help_panel=Panel.COORDINATORS)
def export_catalogue(
    context: typer.Context,
    xlsx: Annotated[Path | None, typer.Option(help="Write a workbook for people; it never has a code.")] = None,
    hsds: Annotated[Path | None, typer.Option(help="Write an HSDS 3.0 package into this folder.")] = None,
    lang: Tongue = None,
) -> None:
    """Write the live catalogue for others: a workbook for people, an HSDS package for directories."""
    language = language_of(context, lang)
    if xlsx is None and hsds is None:
        raise CannotRun(say("choose-one", language))
    with open_archive(context) as (_store, catalogue):
        release = catalogue.release
    if xlsx:
        export_workbook(release, xlsx, lang.value if lang else release.network.languages[0], language)
    if hsds:
        export_hsds(release, hsds, language)


@app.command("import", rich_help_panel=Panel.COORDINATORS)
def import_catalogue(  # noqa: PLR0917 - the options of a command, given by name
    context: typer.Context,
    into: Annotated[Path, typer.Option("--into", help="The knowledge folder that it goes into.")],
    file: Annotated[Path | None, typer.Argument(help="A spreadsheet: .xlsx, .ods or .csv.")] = None,
    hsds: Annotated[Path | None, typer.Option(help="An HSDS package, 3.0 or 1.1: a folder, a zip or a file.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask: take what is certain, list the rest.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say as JSON what was taken, asked and refused.")] = False,
    lang: Tongue = None,
) -> None:
    """Take a workbook, any table of services, or an HSDS package into a folder. Exit code 1: nothing was written."""
    language = language_of(context, lang)
    if (file is None) == (hsds is None):
        raise CannotRun(say("choose-one-in", language))
    if file:
        import_table(context, file, into, language, yes=yes, as_json=as_json)
    if hsds:
        there = folder_of(into, language)
        import_hsds(hsds, there, language, lambda: reader_of(there.knowledge), yes=yes, as_json=as_json)
