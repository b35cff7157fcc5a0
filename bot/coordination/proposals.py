"""What organizations want to change of their services: one proposal of a field is open until it is live or dropped.

Where the network lets it, a proposal goes live by itself; else a coordinator publishes or drops it. Both are a draft
that has the proposal's number: as long as there is one, it is on its way.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Select, delete, exists, func, insert, select, update

from bot.coordination import drafts
from bot.coordination.drafts import Edit
from bot.store.coordination import draft
from bot.store.partners import proposal

State = Literal["open", "published", "dropped", "replaced"]
CONFIRMED = "checked_on"  # the field by which all of a service is confirmed
MOST_A_DAY = 30  # of one organization: each is a message to every coordinator, or a release
ON_ITS_WAY = exists().where(draft.c.proposal == proposal.c.id)


@dataclass(frozen=True)
class Proposal:
    """`on_its_way`: it is being published."""

    id: int
    organization: str
    edit: Edit
    state: State
    made_at: datetime
    ended_at: datetime | None
    on_its_way: bool

    @property
    def waits(self) -> bool:
        """Whether a coordinator has to decide."""
        return self.state == "open" and not self.on_its_way


def propose(tx: Connection, organization: str, edit: Edit, now: datetime) -> tuple[Proposal, bool]:
    """Keep a proposal, and tell whether it is a new one: the same one stays, another one of the field gives way.

    The caller holds what is kept of the service (bot.partners.asks.note_answer): two tabs come one after the other.
    """
    mine = proposal.c.service == edit.service, proposal.c.field == edit.field, proposal.c.ended_at.is_(None)
    before = _first(tx, _all().where(*mine).with_for_update(of=proposal))
    if before and before.edit.value == edit.value:
        return before, False
    if before:
        end(tx, before.id, "replaced", now)
    row = {"organization": organization, "service": edit.service, "field": edit.field, "value": edit.value}
    made = tx.execute(insert(proposal).values(state="open", made_at=now, **row).returning(proposal.c.id))
    return Proposal(made.scalar_one(), organization, edit, "open", now, None, on_its_way=False), True


def publish(tx: Connection, one: Proposal, role: int | None, base: int, now: datetime) -> bool:
    """Order that a proposal be published, by a coordinator or by itself; False where it is no more, or on its way."""
    held = _first(tx, _all().where(proposal.c.id == one.id).with_for_update(of=proposal))
    if held is None or not held.waits:
        return False
    drafts.change(tx, role, base, held.edit, now, held.id)
    return True


def end(tx: Connection, number: int, state: State, now: datetime) -> bool:
    """Note how a proposal ended; False where it had."""
    still_open = proposal.c.id == number, proposal.c.ended_at.is_(None)
    return tx.execute(update(proposal).where(*still_open).values(state=state, ended_at=now)).rowcount == 1


def find(tx: Connection, number: int) -> Proposal | None:
    return _first(tx, _all().where(proposal.c.id == number))


def waiting(tx: Connection) -> list[Proposal]:
    """Return those that a coordinator has to decide, the oldest first."""
    found = tx.execute(_all().where(proposal.c.ended_at.is_(None), ~ON_ITS_WAY).order_by(proposal.c.id))
    return [_proposal(row) for row in found]


def confirmations(tx: Connection) -> list[Proposal]:
    """Return the confirmations that are on their way: one release takes all of them."""
    found = tx.execute(_all().where(proposal.c.ended_at.is_(None), proposal.c.field == CONFIRMED, ON_ITS_WAY))
    return [_proposal(row) for row in found]


def of(tx: Connection, organization: str) -> list[Proposal]:
    """Return what an organization has proposed, the newest first."""
    found = tx.execute(_all().where(proposal.c.organization == organization).order_by(proposal.c.id.desc()))
    return [_proposal(row) for row in found]


def too_many(tx: Connection, organization: str, now: datetime) -> bool:
    """Tell whether an organization has proposed so much today that it has to wait."""
    mine = (
        proposal.c.organization == organization,
        proposal.c.made_at > now - timedelta(days=1),
        proposal.c.field != CONFIRMED,
    )
    return tx.execute(select(func.count()).select_from(proposal).where(*mine)).scalar_one() >= MOST_A_DAY


def sweep(tx: Connection, before: datetime) -> int:
    """Forget the proposals that ended before `before` and return how many they were."""
    return tx.execute(delete(proposal).where(proposal.c.ended_at < before)).rowcount


def _all() -> Select[Any]:
    return select(*proposal.c, ON_ITS_WAY.label("on_its_way"))


def _first(tx: Connection, query: Select[Any]) -> Proposal | None:
    row = tx.execute(query).first()
    return _proposal(row) if row else None


def _proposal(row: Any) -> Proposal:
    edit = Edit(row.service, row.field, row.value)
    return Proposal(row.id, row.organization, edit, row.state, row.made_at, row.ended_at, row.on_its_way)
