"""Organizations mark codes as used, in the order in which people took them: no dump may say whose they were."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import StatisticsError, correlation
from typing import Any

from sqlalchemy import Connection, Row, select

from bot.assembly import House
from bot.conversation.messages import Chose
from bot.partners import desk as desks
from bot.partners.codes import State
from bot.partners.desk import Desk, Seen
from bot.store.partners import redemption
from bot.store.tables import voucher
from tests.cast import NOON


@dataclass(frozen=True)
class Used:
    """A code that was marked: the mark of its row, and what only the key can tell."""

    mark: str
    user: str
    voucher: int


def at_desks(house: House, users: Iterable[str], dice: random.Random) -> list[Used]:
    """Let each take a code, and organizations mark six of ten, a day after they were taken."""
    with house.store.read() as tx:
        edition = house.concierge.live.edition(tx)
    own = [offer.id for _, offer in edition.catalogue.offers.values() if offer.voucher == "generated"]
    for minutes, user in enumerate(users):
        with house.store.write() as tx:
            moment = NOON + timedelta(minutes=minutes)
            house.concierge.handle(tx, user, Chose(f"take:{dice.choice(own)}"), moment)
    with house.store.read() as tx:
        rows = tx.execute(select(voucher).where(voucher.c.code.is_not(None)).order_by(voucher.c.claimed_at)).all()
    people = {house.keys.person(company, user): user for user in users for company in edition.companies}
    chosen = [row for row in rows if row.person in people and dice.random() < 0.6]
    return [Used(mark, people[row.person], row.id) for row in chosen if (mark := _one(house, row))]


def _one(house: House, row: Row[Any]) -> str:
    """Look at a code and mark it; return the mark, or nothing for a code that is the same for everybody."""
    moment = row.claimed_at + timedelta(days=1, hours=10)
    with house.store.write() as tx:
        catalogue = house.concierge.live.edition(tx).catalogue
        organization = catalogue.offers[row.offer][0].organization.id
        desk = Desk(house.keys, catalogue, organization, f"at {organization}", moment.date(), moment)
        seen = desks.look(tx, desk, row.code)
        assert isinstance(seen, Seen)
        done = desks.mark(tx, desk, desks.ticket(desk, seen.verdicts[0]))
    return house.keys.redemption(row.offer, row.code) if done.state is State.MARKED else ""


def in_step(tx: Connection, used: Sequence[Used]) -> float:
    """Return how far the order of used codes follows that of vouchers, as a backup has both: 0 not at all, 1 wholly."""
    marks = list(tx.execute(select(redemption.c.mark).order_by(redemption.c.mark)).scalars())
    ids = list(tx.execute(select(voucher.c.id).order_by(voucher.c.id)).scalars())
    places = [(marks.index(one.mark), ids.index(one.voucher)) for one in used]
    try:
        return abs(correlation(*zip(*places, strict=True)))
    except (StatisticsError, TypeError):
        return 0.0  # fewer than two
