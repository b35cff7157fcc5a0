"""Commands about needs: which there are and which are served, and which people asked for in vain."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli import screen
from bot.cli.app import Panel, app, open_archive, settings
from bot.cli.arguments import Folder, Tongue, folder_of, language_of, say, today_in
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.catalogue.model import Area, Service

needs_app = typer.Typer()
app.add_typer(needs_app, name="needs", rich_help_panel=Panel.COORDINATORS)


@needs_app.callback(invoke_without_command=True)
def unmet(
    context: typer.Context,
    weeks: Annotated[int, typer.Option("--weeks", min=1, max=52, help="How far back.")] = 13,
    lang: Tongue = None,
) -> None:
    """Show which needs were asked in vain, by town and week: people, never fewer than ten; else wider, else not.

    `needs list` lists all that there are.
    """
    if context.invoked_subcommand:
        return
    from bot.assembly import privacy_keys
    from bot.cli.console import console
    from bot.cli.figures import figures
    from bot.insight import gaps
    from bot.insight.wording import say as say_of_figures

    language = language_of(context, lang)
    with open_archive(context, deed="reads") as (store, catalogue):
        keys = privacy_keys(settings(context), store)
        with store.read() as tx:
            found = gaps.unmet_needs(tx, keys, weeks, today_in(catalogue.network.timezone))
    if not found:
        screen.line(say_of_figures("needs-none", language))
        return
    table = figures(say_of_figures("needs-title", language), say_of_figures("people", language))
    for name in ("need", "town", "when"):
        table.add_column(say_of_figures(f"needs-{name}", language))
    for each in found:
        table.add_row(str(each.people), *gaps.in_words(each, catalogue, language))
    console().print(table)


@needs_app.command("list")
def list_needs(
    context: typer.Context,
    folder: Folder = None,
    live: Annotated[bool, typer.Option("--live", help="Of what people see now, in the place of a folder.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For a program.")] = False,
    lang: Tongue = None,
) -> None:
    """List the areas and their needs, with the ids to write in the files, and how many services answer each."""
    import json

    language = language_of(context, lang)
    areas, services = _live(context) if live else _of_folder(context, folder)
    counts = Counter(need for service in services if not service.suspended for need in service.needs)
    if as_json:
        listed = [_as_data(area, counts, language) for area in areas]
        screen.block(json.dumps({"areas": listed}, ensure_ascii=False, indent=1))
    else:
        _show(areas, counts, language)


def _live(context: typer.Context) -> "tuple[Sequence[Area], Sequence[Service]]":
    with open_archive(context, deed="reads") as (_, catalogue):
        return catalogue.in_door_order, [entry.service for entry in catalogue.entries.values()]


def _of_folder(context: typer.Context, folder: Path | None) -> "tuple[Sequence[Area], Sequence[Service]]":
    """Return what a folder says, whatever else is wrong with it. Raises CannotRun where there is none."""
    from bot.editorial.folder.files import NoFolder, load
    from bot.editorial.reading import read

    try:
        found = read(load(folder_of(context, folder)))
    except NoFolder as error:
        raise CannotRun(str(error)) from None
    return [area.model for area in found.areas], [service for _, _, service in found.services()]


def _as_data(area: "Area", counts: Mapping[str, int], language: Language) -> dict[str, object]:
    needs = [{"id": need.id, "name": need.name.of(language), "services": counts[need.id]} for need in area.types]
    return {"id": area.id, "name": area.name.of(language), "needs": needs}


def _show(areas: "Sequence[Area]", counts: Mapping[str, int], language: Language) -> None:
    """List the needs below their areas, ids first: they are what is written in the files."""
    every = [need for area in areas for need in area.types]
    width = max((len(need.id) for need in every), default=0)
    for area in areas:
        screen.line(f"{area.id} · {area.name.of(language)}")
        for need in area.types:
            served = say(language, "needs-services", n=counts[need.id])
            screen.line(f"  {need.id:{width}}  {served:>10}  {need.name.of(language)}")
    told = say(language, "needs-listed", served=sum(counts[need.id] > 0 for need in every), all=len(every))
    screen.line(told)
