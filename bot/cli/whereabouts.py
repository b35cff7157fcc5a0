"""Which database and key a command speaks of: beside a service they may be others than the service has."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from bot.cli import screen
from bot.cli.asking import agreed, somebody_is_there
from bot.config import Settings
from bot.errors import BadConfig, CannotRun

if TYPE_CHECKING:
    from bot.assembly import Admit
    from bot.store.engine import Store

# What a command does to a network; nothing where it only talks or measures. Who serves says it in the log.
Deed = Literal["", "reads", "writes", "serves"]
NAME_IT = "where a bot runs already, name its database as its service does (database.url, KMZERO_DATABASE__URL)"
NEW_NETWORK = f"this will be a new network, and links, codes and roles are good in one network only; {NAME_IT}"
NOT_THERE = f"database {{place}}: there is none; {NAME_IT}"


def say_where(chosen: Settings, deed: Deed) -> None:
    """Say which database and key these are, where it is not plain."""
    unnamed = "url" not in chosen.database.model_fields_set
    if deed == "serves":
        return
    if is_missing(chosen) or deed == "writes" or (deed == "reads" and (unnamed or sys.stderr.isatty())):
        screen.to_stderr(whereabouts(chosen))


def admitting(chosen: Settings, deed: Deed, admit: "Admit | None") -> "Admit":
    """Say where a command works, and return what looks at the database before a network is made in it.

    Who writes to a network that is not there is warned, or asked: the one of the service may be meant.
    """
    say_where(chosen, deed)
    missing = is_missing(chosen)
    if missing:
        if deed == "reads":
            must_be_there(chosen)
        _has_a_folder(chosen)
        if admit:
            _try_on_nothing(chosen, admit)
        if deed == "writes":
            _warn()

    def look(chosen: Settings, store: "Store") -> None:
        if admit:
            admit(chosen, store)
        if not missing and deed == "writes" and not _has_release(store):
            _warn()

    return look


def whereabouts(chosen: Settings) -> str:
    """Return the line that says where database and key are, and which of them is not there yet."""
    from bot.assembly import key_file

    file = key_file(chosen)
    database = f"database {place(chosen)}{_new(is_missing(chosen))}"
    if chosen.privacy.key:
        return f"{database}, key from privacy.key"
    return f"{database}, key {file.absolute()}{_new(not file.exists())}" if file else database


def is_missing(chosen: Settings) -> bool:
    """Tell whether the database is a file that is not there, or empty. Raises BadConfig."""
    from bot.store.address import parse

    address = parse(chosen.database.url)
    file = Path(address.database or "")
    return address.get_backend_name() == "sqlite" and not (file.exists() and file.stat().st_size)


def must_be_there(chosen: Settings) -> None:
    """Raise CannotRun where there is no database: for what makes no sense with a new one."""
    if is_missing(chosen):
        raise CannotRun(NOT_THERE.format(place=place(chosen)))


def place(chosen: Settings) -> str:
    """Return where the database is, without its password. Raises BadConfig."""
    from bot.store import address

    return address.place(address.parse(chosen.database.url))


def _new(is_new: bool) -> str:
    return " (new)" if is_new else ""


def _has_a_folder(chosen: Settings) -> None:
    """Raise BadConfig where a network could not be published: before anything is made."""
    from bot.editorial.folder.files import NoFolder, load

    try:
        load(chosen.knowledge)
    except NoFolder as error:
        raise BadConfig(f"knowledge: {error}") from None


def _try_on_nothing(chosen: Settings, admit: "Admit") -> None:
    """Refuse what a new network would refuse before it is made: no empty database is left behind."""
    from tempfile import TemporaryDirectory

    from bot.store.engine import open_store
    from bot.store.migrate import migrate

    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/nothing.db")
        try:
            migrate(store)
            admit(chosen, store)
        finally:
            store.close()


def _warn() -> None:
    if not somebody_is_there():
        screen.to_stderr(NEW_NETWORK)
    elif not agreed(f"{NEW_NETWORK}. Go on? [y/N]", "nothing was made"):
        raise typer.Exit(1)


def _has_release(store: "Store") -> bool:
    from bot.catalogue.releases import current_number

    with store.read() as tx:
        return current_number(tx) is not None
