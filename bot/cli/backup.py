"""Commands for the night and for the bad day: a backup, and its way back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.app import Panel, app, settings
from bot.cli.screen import line, to_stderr
from bot.cli.whereabouts import must_be_there, say_where
from bot.errors import CannotRun

if TYPE_CHECKING:
    from bot.backup import Restored
    from bot.config import Settings
    from bot.people.keys import Keys
    from bot.store.engine import Store
    from bot.store.journal import Journal

TheFile = Annotated[Path, typer.Argument(metavar="FILE", help="The backup: one file, whatever the database is.")]


@app.command(rich_help_panel=Panel.OPERATORS)
def backup(context: typer.Context, file: TheFile) -> None:
    """Write a backup while the bot runs; a file that is there is replaced once the new one is whole."""
    from bot.assembly import now, prepared_store, privacy_keys
    from bot.backup import NotRestored, back_up

    chosen = settings(context)
    must_be_there(chosen)
    say_where(chosen, "writes")
    store = prepared_store(chosen)
    try:
        privacy_keys(chosen, store)
        back_up(store, file, now())
    except NotRestored as error:
        raise CannotRun(str(error)) from None
    except OSError as error:
        raise CannotRun(f"{file}: {error.strerror}") from None
    finally:
        store.close()
    line(f"{file}: written. The key is not in it: keep it elsewhere, and the journal too")
    if store.journal is None:
        to_stderr("there is no journal (privacy.journal_file): this backup can only come back --without-people")


@app.command(rich_help_panel=Panel.OPERATORS)
def restore(
    context: typer.Context,
    *,
    file: TheFile,
    key: Annotated[Path | None, typer.Option("--key", help="The key, where it is not in its place.")] = None,
    journal: Annotated[
        list[Path] | None, typer.Option("--journal", help="Another journal, as of a second machine; may be repeated.")
    ] = None,
    without_people: Annotated[
        bool, typer.Option("--without-people", help="Nobody comes back, and no code that was free.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before what is there is replaced.")] = False,
) -> None:
    """Put a backup in the place of what is in the database; stop the bot first."""
    from sqlalchemy.exc import DatabaseError

    from bot.assembly import now, prepared_store
    from bot.backup import NotRestored
    from bot.backup import restore as put_back
    from bot.store.file_locks import AlreadyRuns, running

    chosen = settings(context)
    if not file.exists():
        raise CannotRun(f"{file}: there is no such file")
    say_where(chosen, "writes")
    keys = keys_of(chosen, key)
    store = prepared_store(chosen)
    try:
        if not yes and _has_people(store) and not typer.confirm("what is in the database now is lost. Go on?"):
            raise typer.Exit(1)
        journals = [] if without_people else _journals(chosen, keys, journal or [])
        with running(store.file):
            done = put_back(store, keys, file, journals, now=now(), without_people=without_people)
        _keep(chosen, keys)
    except AlreadyRuns:
        raise CannotRun("`kmzero run` has this database: stop it first") from None
    except (NotRestored, ValueError) as error:
        raise CannotRun(str(error)) from None
    except DatabaseError as error:
        raise CannotRun(f"{file}: {str(error.orig).splitlines()[0]}") from None
    finally:
        store.close()
    for said in _told(done):
        line(said)


def keys_of(chosen: "Settings", brought: Path | None = None) -> "Keys":
    """Return the key that was brought, else that of the settings; none is made. Raises CannotRun."""
    from bot.assembly import MISSING_KEY, NOT_A_KEY, key_file
    from bot.people.keys import load_keys, parse_secret

    place = brought or (None if chosen.privacy.key else key_file(chosen))
    try:
        if place is None and chosen.privacy.key is not None:
            return parse_secret(chosen.privacy.key.get_secret_value())
        if place is None or not place.exists():
            raise CannotRun(MISSING_KEY.format(file=place or "the key"))
        return load_keys(place)
    except ValueError:
        raise CannotRun(NOT_A_KEY) from None


def _keep(chosen: "Settings", keys: "Keys") -> None:
    """Put the key of what was restored in its place, where there is none; another one's is not overwritten."""
    from bot.assembly import key_file
    from bot.people.keys import load_keys
    from bot.store.private_files import write_private

    place = None if chosen.privacy.key else key_file(chosen)
    if place is None:
        return
    if not place.exists():
        write_private(place, (keys.secret.hex() + "\n").encode())
    elif load_keys(place) != keys:
        raise CannotRun(f"restored; but {place} is another key: put the one that you brought in its place")


def _journals(chosen: "Settings", keys: "Keys", others: list[Path]) -> "list[Journal]":
    from bot.assembly import journal_of

    mine = journal_of(chosen, keys)
    return [*([mine] if mine else []), *(mine_of for file in others if (mine_of := journal_of(chosen, keys, file)))]


def _has_people(store: "Store") -> bool:
    from bot.people.binding import has_people

    with store.read() as tx:
        return has_people(tx)


def _told(done: "Restored") -> list[str]:
    codes = [
        f"{offer}: {count} codes were given since, and stay given"
        for offer, count in sorted(done.codes.items())
        if count
    ]
    aside = [
        f"{offer}: {count} codes set aside; ask which of them nobody has, and import those again"
        for offer, count in sorted(done.set_aside.items())
    ]
    people = f"{done.people} memberships; {done.erased} erasures and {done.withdrawn} withdrawals since done again"
    return [people, *codes, *aside]
