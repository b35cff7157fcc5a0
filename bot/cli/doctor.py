"""What `kmzero doctor` finds without Telegram: a row for each check, of the database, the key and the running bot.

Nothing is made or brought up to date by looking.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from bot.cli import screen
from bot.cli.whereabouts import is_missing, place
from bot.config import Settings
from bot.errors import BadConfig

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.health.signs import Signs
    from bot.health.trouble import What
    from bot.store.engine import Store

LONGEST = 8.0  # seconds that the database has
NOT_THERE = "start in the folder of the bot, or name it in database.url; `kmzero publish` founds a new network"
BRING_KEY = "bring back the key of this database, from where you keep it (privacy.key_file or KMZERO_PRIVACY__KEY)"
NEVER_LED = "no `kmzero run` has led on this database yet"
START_ONCE = "name where it is to be kept (privacy.key_file); the first start makes it"
START = "start `kmzero run`; with roles, `kmzero run --role sender`"

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """One check; what has a `cure` is wrong."""

    name: str
    said: str
    cure: str = ""


@dataclass(frozen=True)
class Looked:
    """What the database said: the rows of all that hangs on it, and what Telegram's answers are compared with."""

    rows: list[Row]
    username: str | None = None


def show(rows: Iterable[Row]) -> bool:
    """Print the rows and return whether all is well."""
    well = True
    for row in rows:
        well = well and not row.cure
        screen.line(
            f"{'WRONG' if row.cure else 'ok':<7}{row.name:<13}{row.said}{f' -> {row.cure}' if row.cure else ''}"
        )
    return well


def look(settings: Settings, now: datetime) -> Looked:
    """Look at the database and the key, within LONGEST seconds."""
    from sqlalchemy.exc import SQLAlchemyError

    try:
        return _bounded(lambda: _look(settings, now))
    except TimeoutError:
        return Looked([Row("database", f"{place(settings)}: does not answer", "see whether it runs, and is reached")])
    except BadConfig as error:
        return Looked([Row("database", "cannot be used", str(error))])
    except (SQLAlchemyError, ImportError, OSError) as error:
        said = " ".join(str(getattr(error, "orig", None) or error).split())[:200]
        cure = "see that it runs, and that database.url names it; docs/operations.md has the whole set-up"
        return Looked([Row("database", f"{place(settings)}: {said}", cure)])


def _bounded(work: Callable[[], T]) -> T:
    """Do something in a thread that may hang. Raises TimeoutError, and whatever `work` raises."""
    found: list[T] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            found.append(work())
        except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
            failed.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(LONGEST)
    if failed:
        raise failed[0]
    if not found:
        raise TimeoutError
    return found[0]


def _look(settings: Settings, now: datetime) -> Looked:
    from bot.store.engine import open_store
    from bot.store.migrate import HEAD, revision

    if is_missing(settings):
        return Looked([Row("database", f"{place(settings)}: is not there", NOT_THERE), _no_database(settings)])
    with closing(open_store(settings.database.url)) as store, store.read() as tx:
        there = revision(tx)
        if there != HEAD:
            said = f"{place(settings)}: its tables are {there or 'none'}, this kmzero's are {HEAD}"
            older = there is None or there < HEAD
            cure = "`kmzero run` brings it up to date" if older else "a newer kmzero wrote it: install that one"
            return Looked([Row("database", said, cure), _key(settings, None)])
        return _read(settings, store, tx, now)


def _no_database(settings: Settings) -> Row:
    from bot.assembly import key_file

    file = key_file(settings)
    return Row("key", "privacy.key" if settings.privacy.key else f"{file.absolute()}" if file else "none is named")


def _read(settings: Settings, store: "Store", tx: "Connection", now: datetime) -> Looked:
    from sqlalchemy import select

    from bot.catalogue import releases
    from bot.health import signs
    from bot.health.room import scarcest
    from bot.store import observations
    from bot.store.tables import installation

    fingerprint = tx.execute(select(installation.c.key_fingerprint)).scalar()
    number = releases.current_number(tx)
    live = Row("catalogue", f"release {number}") if number else Row("catalogue", "nothing is live", "`kmzero publish`")
    found = signs.read(tx, now, room=scarcest([store.file]))
    rows = [Row("database", place(settings)), _key(settings, fingerprint), live, *_running(found)]
    return Looked(rows, observations.bot_username(tx))


def _running(found: "Signs") -> Iterator[Row]:
    from bot.health.finding import troubles
    from bot.health.trouble import WHATS

    wrong = {one.what: one for one in troubles(found)}
    for what in WHATS:
        if one := wrong.get(what):
            yield Row(what, one.cause, one.cure)
        elif what == "leader" and found.led is None:
            yield Row(what, NEVER_LED, START)
        elif what in SAID:
            yield Row(what, SAID[what])


SAID: "dict[What, str]" = {
    "set_webhook": "no process says that Telegram refused to be told where updates go",
    "leader": "somebody leads",
    "inbox": "nobody has waited for an answer for a minute",
    "outbox": "no answer has waited to be sent for a minute",
    "disk": "there is room",
    "publish": "the last publish succeeded",
    "clock": "it agrees with the database",
}  # the others are asked of Telegram itself


def _key(settings: Settings, fingerprint: str | None) -> Row:
    from bot.assembly import key_file
    from bot.people.keys import load_keys, parse_secret

    file = key_file(settings)
    given = settings.privacy.key
    said = "privacy.key (or KMZERO_PRIVACY__KEY)" if given else f"{file and file.absolute()}"
    if given is None and (file is None or not file.is_file()):
        return Row(
            "key", f"{file}: is not there" if file else "none is named", BRING_KEY if fingerprint else START_ONCE
        )
    try:
        keys = parse_secret(given.get_secret_value()) if given else load_keys(file)  # type: ignore[arg-type]
    except ValueError:
        return Row("key", f"{said}: is no key: 64 hexadecimal digits are expected", BRING_KEY)
    except OSError as error:
        return Row("key", f"{said}: {error.strerror}", BRING_KEY)
    if fingerprint not in {None, keys.fingerprint}:
        return Row("key", f"{said}: the database was made with another one", BRING_KEY)
    return Row("key", said)
