"""A backup that may be restored: no code is given twice with it, and nobody who asked to be forgotten comes back."""

import secrets
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from bot.catalogue import releases
from bot.catalogue.local_time import local_day
from bot.people import erasure, retention
from bot.people.kept import Whose
from bot.people.keys import Keys
from bot.people.register import REGISTER, of_people
from bot.store import copying
from bot.store.address import BEGINS
from bot.store.columns import random_id
from bot.store.companies import known_company
from bot.store.coordination import draft
from bot.store.engine import Store, open_file
from bot.store.inserts import insert_missing
from bot.store.journal import KEPT, Entry, Journal
from bot.store.migrate import migrate
from bot.store.partners import redemption
from bot.store.plain_files import read_up_to
from bot.store.private_files import close_to_others
from bot.store.tables import installation, person, pool_code, shared_use, voucher
from bot.vouchers import claims, imports, pools, returns
from bot.vouchers.voucher import OWN_CODES

PASSING = [kept.table for kept in REGISTER if not kept.backed_up]


class NotRestored(Exception):
    """The backup cannot be written or restored; the message is one line for the operator."""


@dataclass
class Restored:
    """What came back: `codes` of each offer that were given since, `erased` and `withdrawn` people since."""

    people: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    erased: int = 0
    withdrawn: int = 0
    set_aside: dict[str, int] = field(default_factory=dict)


def back_up(store: Store, file: Path, now: datetime) -> None:
    """Write a backup, of one moment, while the bot runs; at every moment the old file is there or the new one.

    What is over before a backup comes back is not in it: messages, conversations. Raises NotRestored where FILE is
    something else; OSError.
    """
    if file.exists() and not _is_backup(file):
        raise NotRestored(f"{file}: is there already and is no backup of kmzero; choose another name")
    name = secrets.token_hex(16)
    fresh = file.with_name(f".{file.name}.{name[:8]}")
    try:
        target = open_file(fresh)
        migrate(target)
        if store.journal:
            store.journal.append([{"backup": name}])
        with store.snapshot() as source, target.write() as tx:
            copying.copy(source, tx, PASSING)
            # Who brings it up elsewhere must not take the webhook away from the network that it is a copy of.
            tx.execute(update(installation).values(backup=name, clock=now, webhook_url=None))
        target.close()  # the last to close empties the log of writes into the file
        close_to_others(fresh)
        fresh.replace(file)
    finally:
        for left in file.parent.glob(f"{fresh.name}*"):
            left.unlink()


def _is_backup(file: Path) -> bool:
    if read_up_to(file, len(BEGINS)) != BEGINS:
        return False
    try:
        reader = sqlite3.connect(f"file:{file.resolve()}?mode=ro&immutable=1", uri=True)
        with closing(reader):
            return bool(reader.execute("SELECT backup FROM installation WHERE backup IS NOT NULL").fetchone())
    except sqlite3.Error:
        return False


def restore(
    store: Store, keys: Keys, file: Path, journals: Sequence[Journal], *, now: datetime, without_people: bool = False
) -> Restored:
    """Put a backup in the place of all that is in the database, and do again what the journal says of since.

    Without a journal that knows the backup only `without_people`: nobody comes back, and no code that was free.
    Raises NotRestored, and then nothing has changed; NewerDatabase; OSError.
    """
    with _opened(file) as source, source.read() as old:
        about = old.execute(select(installation)).first()
        if about is None or about.backup is None:
            raise NotRestored(f"{file}: this is no backup of kmzero")
        if about.key_fingerprint not in (None, keys.fingerprint):
            raise NotRestored(f"{file}: was made with another key; bring that one, with --key")
        since = _since(journals, about.backup, about.clock.date())
        if not without_people and since is None:
            raise NotRestored(f"{file}: {UNKNOWN}")
        if not without_people and now - about.clock > KEPT:
            raise NotRestored(f"{file}: is older than {KEPT.days} days, and so are the erasures that are known; {ONLY}")
        with store.write() as tx:
            copying.clear(tx)
            copying.copy(old, tx)
            tx.execute(update(installation).values(backup=None, clock=now))
            tx.execute(delete(draft))  # what came of them since is not known: an import may have been undone
            return _without_people(tx, now) if without_people else _again(tx, keys, since or [], now)


ONLY = "only --without-people is possible: nobody comes back, and no code that was free"
UNKNOWN = f"no journal knows it, so nobody knows what was erased and given since; name one with --journal, or {ONLY}"


@contextmanager
def _opened(file: Path) -> Iterator[Store]:
    """Open a copy of the backup, brought up to date: an older kmzero may have made it."""
    if read_up_to(file, len(BEGINS)) != BEGINS:
        raise NotRestored(f"{file}: this is no backup of kmzero")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "backup.db"
        shutil.copyfile(file, copy)
        store = open_file(copy)
        try:
            migrate(store)
            yield store
        finally:
            store.close()


def _since(journals: Sequence[Journal], backup: str, day: date) -> list[Entry] | None:
    """Return what happened after a backup, in other machines' journals from its day on; None where none knows it."""
    found: list[Entry] = []
    known = False
    for journal in journals:
        lines = journal.read()
        mark = next((number for number, line in enumerate(lines) if line.entry.get("backup") == backup), None)
        known = known or mark is not None
        found += [line.entry for line in (lines[mark + 1 :] if mark is not None else lines) if line.day >= day]
    return found if known else None


def _without_people(tx: Connection, now: datetime) -> Restored:
    tx.execute(update(voucher).values(person=None))
    for kept in of_people():
        if kept.table is not voucher:
            tx.execute(delete(kept.table))
    return Restored(set_aside=pools.set_aside(tx, local_day(now, releases.timezone(tx))))


def _again(tx: Connection, keys: Keys, entries: Iterable[Entry], now: datetime) -> Restored:
    done = Restored()
    companies = tuple(tx.execute(select(known_company.c.id)).scalars())
    for entry in entries:
        if "given" in entry:
            done.codes[entry["given"]["offer"]] += _give(tx, entry["given"], now)
        elif "returned" in entry:
            for number in tx.execute(select(voucher.c.id).where(*_this(entry["returned"]))).scalars().all():
                returns.undo(tx, number)
        elif "undone" in entry:
            imports.undo_again(tx, entry["undone"], now)
        elif "redeemed" in entry:
            insert_missing(tx, redemption, [entry["redeemed"]])
        elif "unredeemed" in entry:
            tx.execute(delete(redemption).where(redemption.c.mark == entry["unredeemed"]))
        elif "forgotten" in entry:
            erasure.forget(tx, Whose(keys, entry["forgotten"], companies), now)
            done.erased += 1
        elif "withdrawn" in entry:
            erasure.withdraw(tx, Whose(keys, entry["withdrawn"], companies), now)
            done.withdrawn += 1
    done.people = tx.execute(select(func.count()).select_from(person)).scalar_one()
    return done


def _give(tx: Connection, told: Entry, now: datetime) -> int:
    """Write a voucher that was given since; who came since is not here, so it may be nobody's. 0 where it is there."""
    given, use, kind = dict(told), told["use"], told["kind"]
    first = given.pop("first", None)  # a kmzero before 0.3 had no seasons
    del given["use"], given["kind"]
    there = tx.execute(select(voucher.c.id, voucher.c.code, voucher.c.claimed_at).where(*_this(given))).first()
    if there and first and there.claimed_at.date() < date.fromisoformat(first):
        retention.end_mark(tx, there.id)  # as it was when its turn was given anew
    elif there:
        if kind in OWN_CODES and there.code != given["code"]:  # one of the two was never given: nobody knows which
            _set_aside(tx, given["offer"], given["code"], now)
        return 0
    number, known = random_id(), tx.execute(select(person.c.id).where(person.c.id == given["person"])).scalar()
    days = {
        "claimed_at": datetime.fromisoformat(given["claimed_at"]).replace(tzinfo=UTC),
        "expires_on": date.fromisoformat(given["expires_on"]) if given["expires_on"] else None,
    }
    if kind in OWN_CODES:
        _loosen(tx, given)
    tx.execute(insert(voucher).values(given | days | {"id": number, "person": known}))
    if kind in OWN_CODES:
        of_season = {"valid_from": date.fromisoformat(first)} if first and kind == "pool" else {}
        _hand_over(tx, given, number, now, {"generated": kind == "generated"} | of_season)
    if use:
        insert_missing(tx, shared_use, [{"offer": given["offer"], "turn": use, "voucher": number}])
    return 1


def _this(given: Entry) -> tuple[ColumnElement[bool], ...]:
    return tuple(voucher.c[name] == given[name] for name in ("offer", "mark", "turn"))


def _code(offer: str, code: str) -> tuple[ColumnElement[bool], ...]:
    return pool_code.c.offer == offer, pool_code.c.code == code


def _loosen(tx: Connection, given: Entry) -> None:
    """Take a code from the voucher that a line told of before: of two lines of one code the last came true."""
    holder = tx.execute(select(pool_code.c.voucher).where(*_code(given["offer"], given["code"]))).scalar()
    if holder is not None:
        returns.undo(tx, holder)


def _hand_over(tx: Connection, given: Entry, number: int, now: datetime, more: dict[str, Any]) -> None:
    """Write whose a code is; one that was imported or made after the backup is not there yet."""
    mine = _code(given["offer"], given["code"])
    if tx.execute(update(pool_code).where(*mine).values(voucher=number)).rowcount == 0:
        row = {"offer": given["offer"], "code": given["code"], "imported_at": now} | more
        own = {"id": claims.number_of_chance()} if more["generated"] else {}
        tx.execute(insert(pool_code).values(row | own | {"voucher": number}))


def _set_aside(tx: Connection, offer: str, code: str, now: datetime) -> None:
    free = *_code(offer, code), pool_code.c.voucher.is_(None)
    tx.execute(update(pool_code).where(*free).values(set_aside_on=local_day(now, releases.timezone(tx))))
