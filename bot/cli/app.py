"""The application `kmzero` and what all its commands share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.config import Settings, load

if TYPE_CHECKING:
    from bot.assembly import House
    from bot.catalogue.catalogue import Catalogue
    from bot.store.engine import Store

CANNOT_RUN = 2

app = typer.Typer(
    name="kmzero",
    help="Find the right local service, and its discount code. `kmzero chat` opens the conversation here.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def _everywhere(
    context: typer.Context,
    config: Annotated[Path | None, typer.Option(help="Settings file; else config.yaml, else the defaults.")] = None,
) -> None:
    context.obj = config


def settings(context: typer.Context) -> Settings:
    """Return the settings of this call. Raises bot.errors.BadConfig."""
    return load(context.obj)


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
def open_house(context: typer.Context) -> Iterator["House"]:
    """Join the parts for one command, and close them. Raises what bot.assembly.assemble raises."""
    from bot.assembly import assemble

    house = assemble(settings(context), lambda text: typer.echo(text, err=True))
    try:
        yield house
    finally:
        house.close()


@contextmanager
def open_archive(context: typer.Context) -> Iterator["tuple[Store, Catalogue]"]:
    """Open the database and what is published, for a command that has nothing read or answered: half the start.

    Raises as `open_house`.
    """
    from bot.assembly import published_store
    from bot.catalogue import releases

    store = published_store(settings(context), lambda text: typer.echo(text, err=True))
    try:
        with store.read() as tx:
            catalogue, _ = releases.load(tx, releases.current_number(tx) or 0)
        yield store, catalogue
    finally:
        store.close()
