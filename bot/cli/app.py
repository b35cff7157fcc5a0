"""The application `kmzero` and what all its commands share."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from bot.cli import screen
from bot.cli.whereabouts import Deed, admitting
from bot.config import Settings, load

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.assembly import Admit, House
    from bot.catalogue.catalogue import Catalogue
    from bot.store.engine import Store

CANNOT_RUN = 2
NAME = "kmzero"  # the command, and the distribution that brings it


class Panel(StrEnum):
    """Who a command is for: the panels of `kmzero --help`, in their order."""

    FIRST = "To begin"
    COORDINATORS = "For coordinators"
    COMPANIES = "For companies"
    OPERATORS = "For operators"
    LABORATORY = "Laboratory"


class ByReader(TyperGroup):
    """Commands in the order of their panels; in one panel, as their files add them."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of all commands."""
        return sorted(super().list_commands(ctx), key=self._place)

    def _place(self, name: str) -> int:
        panels: list[object] = list(Panel)
        panel = getattr(self.commands[name], "rich_help_panel", None)
        return panels.index(panel) if panel in panels else len(panels)


app = typer.Typer(
    name=NAME,
    cls=ByReader,
    help="Find the right local service, and its discount code. `kmzero chat` opens the conversation here.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(asked: bool) -> None:
    if asked:
        screen.line(f"{NAME} {version(NAME)}")
        raise typer.Exit


@app.callback()
def _everywhere(
    context: typer.Context,
    config: Annotated[Path | None, typer.Option(help="Settings file; else config.yaml, else the defaults.")] = None,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Say which kmzero this is.")
    ] = False,
) -> None:
    context.obj = config


def settings(context: typer.Context) -> Settings:
    """Return the settings of this call, read once. Raises bot.errors.BadConfig."""
    found: Settings = context.meta.get(NAME) or context.meta.setdefault(NAME, load(context.find_root().obj))
    return found


def name_of_bot(tx: "Connection", chosen: Settings) -> str:
    """Return the bot's name for a link, and say on stderr where the settings name another. Raises CannotRun."""
    from bot.people import links

    if said := links.doubt(tx, chosen.telegram.username):
        screen.to_stderr(said)
    return links.username(tx, chosen.telegram.username)


def hoist_config(arguments: list[str]) -> list[str]:
    """Move `--config FILE` to the front, so that it may stand anywhere."""
    front: list[str] = []
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest += [word, *words]
        elif word == "--config":
            front += [word, *([value] if (value := next(words, None)) is not None else [])]
        elif word.startswith("--config="):
            front.append(word)
        else:
            rest.append(word)
    return front + rest


@contextmanager
def open_house(context: typer.Context, admit: "Admit | None" = None, deed: Deed = "") -> Iterator["House"]:
    """Join the parts for one command, and close them. Raises what bot.assembly.assemble raises."""
    from bot.assembly import assemble

    chosen = settings(context)
    house = assemble(chosen, screen.to_stderr, admitting(chosen, deed, admit))
    try:
        yield house
    finally:
        house.close()


@contextmanager
def open_archive(
    context: typer.Context, admit: "Admit | None" = None, deed: Deed = ""
) -> Iterator["tuple[Store, Catalogue]"]:
    """Open the database and what is published, for a command that has nothing read or answered: half the start.

    Raises as `open_house`.
    """
    from bot.assembly import published_store
    from bot.catalogue import releases

    chosen = settings(context)
    store = published_store(chosen, screen.to_stderr, admitting(chosen, deed, admit))
    try:
        with store.read() as tx:
            catalogue, _ = releases.load(tx, releases.current_number(tx) or 0)
        yield store, catalogue
    finally:
        store.close()
