"""Commands by which a catalogue goes out and comes in: export, import."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.app import Panel, app, open_archive, settings
from bot.cli.arguments import Tongue, language_of
from bot.cli.exchange_hsds import export_hsds, folder_of, import_hsds

if TYPE_CHECKING:
    from bot.editorial.hsds.inward.existing import Existing
    from bot.understanding.reading import Reader


@app.command("export", rich_help_panel=Panel.COORDINATORS)
def export_catalogue(
    context: typer.Context,
    hsds: Annotated[Path, typer.Option(help="Write an HSDS 3.0 package into this folder; it never has a code.")],
    lang: Tongue = None,
) -> None:
    """Write the live catalogue for others."""
    with open_archive(context) as (_store, catalogue):
        release = catalogue.release
    export_hsds(release, hsds, language_of(context, lang))


@app.command("import", rich_help_panel=Panel.COORDINATORS)
def import_catalogue(  # noqa: PLR0917 - the options of a command, given by name
    context: typer.Context,
    hsds: Annotated[Path, typer.Option(help="An HSDS package, 3.0 or 1.1: a folder, a zip or a file.")],
    into: Annotated[Path, typer.Option("--into", help="The knowledge folder that it goes into.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say as JSON what was taken and refused.")] = False,
    lang: Tongue = None,
) -> None:
    """Take what others publish into a folder. Exit code 1 where nothing was written."""
    language = language_of(context, lang)
    there = folder_of(into, settings(context).knowledge, language)
    import_hsds(hsds, there, language, lambda: reader_of(there), yes=yes, as_json=as_json)


def reader_of(there: "Existing") -> "Reader":
    """Return a reader that is taught the needs of a folder, in a process apart. Raises bot.errors.WorkDied."""
    from bot import apart
    from bot.catalogue.model import Outside
    from bot.understanding.engine import load
    from bot.understanding.learning.corpus import of_parts

    known = there.taught
    corpus = of_parts(
        [area.model for area in known.areas],
        known.outside.model if known.outside else Outside(),
        known.concepts.model.concepts if known.concepts else (),
    )
    engine: bytes = apart.call("bot.understanding.learning.training:of_corpus", corpus)
    return load(engine)
