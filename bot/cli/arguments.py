"""What the commands about the knowledge share: the folder, the language, the day, the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.catalogue.text import Language
from bot.cli.app import settings
from bot.cli.whereabouts import Deed, is_missing, say_where

# The commands import what they need when they run: `kmzero chat` must not wait for phone books and opening hours.
if TYPE_CHECKING:
    from bot.editorial.folder.files import Files
    from bot.store.engine import Store


MOST = 2**31


class Lang(StrEnum):
    IT = "it"
    EN = "en"


ClockIsRight = Annotated[
    bool,
    typer.Option("--yes-the-clock-is-right", help="Sweep and publish though the clock is behind, or days ahead."),
]
Folder = Annotated[Path | None, typer.Argument(metavar="[DIR]", help="The knowledge folder; else the configured one.")]
Tongue = Annotated[Lang | None, typer.Option("--lang", help="The language of the messages.")]


def folder_of(context: typer.Context, folder: Path | None) -> Path:
    """Return the folder that was named, or the configured one."""
    return folder or settings(context).knowledge


def language_of(context: typer.Context, lang: Lang | None) -> Language:
    return lang.value if lang else settings(context).language


def in_reach(number: int) -> int:
    """Return a number as databases know them: for one that is too large, one that nothing has."""
    return number if abs(number) < MOST else -1


def say(language: Language, phrase: str, **values: str | int) -> str:
    """Return a phrase of the commands."""
    from bot.editorial.wording import sentence

    return sentence(phrase, language, values)


def now() -> datetime:
    from bot import assembly

    return assembly.now()


def today_in(zone: str) -> date:
    """Return the day that it is in a time zone."""
    from bot.catalogue.local_time import local_day

    return local_day(now(), zone)


def today_of(files: "Files") -> date:
    """Return the day that it is in the network of a knowledge folder."""
    from bot.editorial.folder.zone import zone_of

    return today_in(zone_of(files))


@contextmanager
def open_database(context: typer.Context, deed: Deed = "reads") -> Iterator["Store"]:
    """Open the database for one command, with its schema up to date; nothing is published in it yet, perhaps.

    Who only reads makes no file.
    """
    from bot.store.engine import empty_store, open_store
    from bot.store.migrate import migrate

    chosen = settings(context)
    say_where(chosen, deed)
    store = empty_store() if deed == "reads" and is_missing(chosen) else open_store(chosen.database.url)
    try:
        migrate(store)
        yield store
    finally:
        store.close()
