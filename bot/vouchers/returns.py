"""A voucher given back: its code, its use or its turn is free again. A code that the bot made is never given again."""

import logging
from datetime import date

from sqlalchemy import Connection, delete, false, or_, select, true, update

from bot.people.keys import Keys
from bot.people.members import Person
from bot.store import journal
from bot.store.partners import redemption
from bot.store.tables import code_import, pool_code, shared_use, voucher
from bot.vouchers import claims
from bot.vouchers.one_code import is_no_code

UNDONE = select(code_import.c.number).where(code_import.c.undone_at.is_not(None))

log = logging.getLogger(__name__)


class NotGivenBack(Exception):
    """The code cannot be given back: `why` is a phrase, with these values."""

    def __init__(self, why: str, **values: str | int) -> None:
        super().__init__(why)
        self.why, self.values = why, values


def release(tx: Connection, keys: Keys, me: Person, offer: str, *, today: date) -> bool:
    """Take back the newest voucher of an offer that `me` holds and that is still good; False where there is none.

    A pool's code is free for another person, the use of a shared code too, and the person's turn. An expired voucher
    keeps its code: somebody may have used it; so does one that was used. Must run in a writing transaction.
    """
    claims.lock(tx, me)
    newest = select(voucher).where(*claims.good(me, offer, today)).order_by(*claims.NEWEST).limit(1)
    one = tx.execute(newest.with_for_update()).first()
    return one is not None and not was_used(tx, keys, offer, one.code) and undo(tx, one.id)


def release_code(tx: Connection, keys: Keys, code: str, *, offer: str | None = None, today: date) -> str:
    """Take back the one voucher with this code, say so in the log, and return its offer.

    `offer` tells apart two offers that have the same code. Raises NotGivenBack where nobody holds the code or more than
    one do, where it has expired, and where its organization has marked it as used. Must run in a writing transaction.
    """
    found = select(voucher).where(voucher.c.code == code).with_for_update()  # nobody marks it meanwhile
    held = tx.execute(found.where(voucher.c.offer == offer) if offer else found).all()
    offers = sorted({one.offer for one in held})
    if not held:
        raise NotGivenBack("back-nobody", code=code)
    if len(offers) > 1:
        raise NotGivenBack("back-offers", code=code, offers=", ".join(offers))
    one, *others = held
    if others:
        raise NotGivenBack("back-shared", code=code, count=len(held), offer=one.offer)
    if one.expires_on and one.expires_on < today:
        raise NotGivenBack("back-expired", code=code, day=str(one.expires_on))
    if was_used(tx, keys, one.offer, code):
        raise NotGivenBack("back-used", code=code)
    if not undo(tx, one.id):
        raise NotGivenBack("back-just-now", code=code)
    log.warning("%s: a code was given back by hand", one.offer)
    return str(one.offer)


def was_used(tx: Connection, keys: Keys, offer: str, code: str | None) -> bool:
    """Tell whether a code was marked as used at its organization's desk: it is never given to anybody else."""
    mark = keys.redemption(offer, code or "")
    return tx.execute(select(redemption.c.mark).where(redemption.c.mark == mark)).first() is not None


def undo(tx: Connection, number: int) -> bool:
    """Free what a voucher holds and remove it; False where another transaction has just done so.

    A generated code keeps its row, and so its key: it cannot be made a second time. What never was a code, or came with
    an import that was undone, is out of the pool.
    """
    given = tx.execute(select(voucher).where(voucher.c.id == number)).first()
    if given is None:
        return False
    journal.note(tx, {"returned": {"offer": given.offer, "mark": given.mark, "turn": given.turn}})
    tx.execute(delete(shared_use).where(shared_use.c.voucher == number))
    bad = or_(pool_code.c.import_number.in_(UNDONE), true() if is_no_code(given.code or "") else false())
    tx.execute(delete(pool_code).where(pool_code.c.voucher == number, ~pool_code.c.generated, bad))
    tx.execute(update(pool_code).where(pool_code.c.voucher == number).values(voucher=None))
    return tx.execute(delete(voucher).where(voucher.c.id == number)).rowcount == 1
