"""A file of very many codes comes in beside the answers: transactions are short; no code is given before all are in.

They come in set aside, some at a time; then the import is told to be whole, and they become free, some at a time. An
import that is broken off before that counts as undone, and none of its codes was free: whoever imports the file again
has them. What one that is whole has not freed yet `bot.upkeep` frees.
"""

import secrets
import time
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, func, or_, select, update

from bot.store.alone import Long, alone
from bot.store.engine import Store
from bot.store.inserts import insert_missing
from bot.store.tables import code_import, pool_code
from bot.vouchers import imports
from bot.vouchers.imports import CameIn

REST = 0.01  # seconds between two transactions
LARGE = 2_000  # codes; fewer come in at once
AT_ONCE = 400  # codes of one transaction: a hundredth of a second, and an answer waits for several
TIDY = 100  # transactions between two times that SQLite's log of writes is emptied
NOT_YET = date(1970, 1, 1)  # set aside on this day: the import is not whole

T = TypeVar("T")


def come_in(  # noqa: PLR0917 - as bot.vouchers.imports.come_in
    store: Store, offer: str, codes: Sequence[str], now: datetime, valid_from: date | None, role: int | None
) -> CameIn:
    """Keep the codes that the pool does not have yet, as `imports.come_in` does in one transaction."""
    wanted = list(dict.fromkeys(codes))
    secrets.SystemRandom().shuffle(wanted)
    with alone(store, Long.CODES):
        with store.write() as tx:
            number = imports.numbered(tx, offer, now, role, 0)
            tx.execute(update(code_import).where(code_import.c.number == number).values(undone_at=now))
        mine = {"offer": offer, "imported_at": now, "import_number": number, "valid_from": valid_from}
        for n, part in enumerate(_parts(wanted)):
            with store.write() as tx:
                insert_missing(tx, pool_code, [{**mine, "code": code, "set_aside_on": NOT_YET} for code in part])
            _rest(store, n)
        came, moved = _weighed(store, offer, wanted, number, valid_from)
        with store.write() as tx:
            _told_whole(tx, came, number)
        for part in _parts(moved):
            with store.write() as tx:
                imports.move(tx, offer, part, {"import_number": number, "valid_from": valid_from})
        free(store)
    return came


def _weighed(
    store: Store, offer: str, wanted: Sequence[str], number: int, valid_from: date | None
) -> tuple[CameIn, list[str]]:
    """Return what came in, and which codes were there before and belong to this import now."""
    of_others = or_(pool_code.c.import_number.is_(None), pool_code.c.import_number != number)
    columns = pool_code.c.code, pool_code.c.voucher, pool_code.c.set_aside_on, pool_code.c.valid_from
    with store.read() as tx:
        before = {row.code: row for row in tx.execute(select(*columns).where(pool_code.c.offer == offer, of_others))}
        mine = pool_code.c.import_number == number
        fresh = tx.execute(select(func.count()).select_from(pool_code).where(mine)).scalar_one()
    idle = [before[code] for code in wanted if code in before and before[code].voucher is None]
    broken = [row.code for row in idle if row.set_aside_on == NOT_YET]  # of an import that was broken off
    aside = [row.code for row in idle if row.set_aside_on not in {None, NOT_YET}]
    older = [row.code for row in idle if row.set_aside_on is None and row.valid_from != valid_from]
    moved = [*broken, *aside, *older]
    count = int(fresh) + len(moved)
    came = CameIn(number if count else None, int(fresh) + len(broken), len(older), len(aside), len(wanted) - count)
    return came, moved


def _told_whole(tx: Connection, came: CameIn, number: int) -> None:
    mine = code_import.c.number == number
    if came.number is None:
        tx.execute(delete(code_import).where(mine))
    else:
        tx.execute(update(code_import).where(mine).values(codes=came.all, undone_at=None))


def free(store: Store) -> int:
    """Let the codes of whole imports be given that are still set aside, perhaps by a process that was killed."""
    whole = select(code_import.c.number).where(code_import.c.undone_at.is_(None))
    waiting: Any = pool_code.c.import_number.in_(whole), pool_code.c.set_aside_on == NOT_YET
    with store.read() as tx:
        places = list(tx.execute(select(pool_code.c.id).where(*waiting).order_by(pool_code.c.id)).scalars())
    for n, part in enumerate(_parts(places)):
        with store.write() as tx:
            near = pool_code.c.id.between(part[0], part[-1])
            tx.execute(update(pool_code).where(near, *waiting).values(set_aside_on=None))
        _rest(store, n)
    return len(places)


def _rest(store: Store, part: int) -> None:
    """Let answers be written, and empty SQLite's log of writes now and then: on the command line nobody else does."""
    time.sleep(REST)
    if part % TIDY == TIDY - 1:
        store.tidy()


def _parts(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[start : start + AT_ONCE] for start in range(0, len(things), AT_ONCE))
