"""What a coordinator sent or changed, on its way to a release; a row is also the job of who works it off."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, or_, select, true, update

from bot.editorial.editing import Field
from bot.editorial.publishing.release_texts import Texts
from bot.store.coordination import draft

Stage = Literal["arrived", "examined", "publishing", "kit", "which-offer", "codes", "codes-asked", "codes-in", "table"]
TO_DO: tuple[Stage, ...] = ("arrived", "publishing", "kit", "codes", "codes-in", "table")
WORKING = timedelta(minutes=5)  # after which who took a job is taken to be gone


@dataclass(frozen=True)
class Edit:
    """One field of one service, its value as JSON: see bot.editorial.editing.changed."""

    service: str
    field: Field
    value: Any


@dataclass(frozen=True)
class Draft:
    """A file that was sent (`content`, or a `handle` to fetch it by; later `files`, all if `whole`), or an edit.

    An edit that an organization proposed has the number of its `proposal`; without a `role` it goes live by itself.
    """

    id: int
    role: int | None
    base: int
    stage: Stage
    name: str
    handle: str | None
    content: bytes | None
    whole: bool
    files: Texts
    edit: Edit | None
    engine: bytes | None
    proposal: int | None = None
    web: bool = False  # from the page: what comes of it is told there


def send(
    tx: Connection,
    role: int,
    base: int,
    name: str,
    *,
    content: bytes | None,
    handle: str,
    now: datetime,
    web: bool = False,
) -> int:
    """Keep a file that was sent, to be looked at."""
    values = {"name": name[:255], "content": content, "handle": handle or None, "web": web}
    return _add(tx, now, role=role, base=base, stage="arrived", **values)


def change(  # noqa: PLR0917 - as `send`
    tx: Connection,
    role: int | None,
    base: int,
    edit: Edit,
    now: datetime,
    proposal: int | None = None,
    *,
    web: bool = False,
) -> int:
    """Keep a change of one field, to be published."""
    values = {"service": edit.service, "field": edit.field, "value": edit.value}
    more = {"name": edit.service, "edit": values, "proposal": proposal, "web": web}
    return _add(tx, now, role=role, base=base, stage="publishing", **more)


def order_kit(tx: Connection, role: int, base: int, company: str, now: datetime, *, web: bool = False) -> int:
    """Keep the wish for a company's kit: drawing takes too long for an answer."""
    return _add(tx, now, role=role, base=base, stage="kit", name=company, web=web)


def send_codes(  # noqa: PLR0917 - as `send`
    tx: Connection,
    role: int,
    base: int,
    name: str,
    sealed: bytes | None,
    handle: str,
    now: datetime,
    *,
    web: bool = False,
) -> int:
    """Keep a spreadsheet; it waits for the offer whose codes it has, or to be told a table of services."""
    values = {"role": role, "base": base, "name": name[:255], "content": sealed, "handle": handle or None, "web": web}
    return _add(tx, now, stage="which-offer", **values)


def set_codes(tx: Connection, number: int, stage: Stage, files: Texts) -> None:
    """Keep how far a spreadsheet of codes has come; once it was looked at, only its codes, sealed."""
    gone = {"content": None, "handle": None} if stage == "codes-asked" else {}
    tx.execute(update(draft).where(draft.c.id == number).values(stage=stage, files=files, taken_at=None, **gone))


def press_codes(tx: Connection, number: int, role: int) -> bool:
    """Order that codes come in; False where they are gone, another's, or ordered already."""
    mine = draft.c.id == number, draft.c.role == role, draft.c.stage == "codes-asked"
    return tx.execute(update(draft).where(*mine).values(stage="codes-in", taken_at=None)).rowcount == 1


def find(tx: Connection, number: int) -> Draft | None:
    row = tx.execute(select(draft).where(draft.c.id == number)).first()
    return _draft(row) if row else None


def examined(tx: Connection, number: int, files: Texts, *, whole: bool, base: int, engine: bytes) -> None:
    """Keep what was found good, until its coordinator publishes or drops it."""
    values = {"stage": "examined", "files": files, "whole": whole, "base": base, "engine": engine}
    tx.execute(update(draft).where(draft.c.id == number).values(content=None, handle=None, taken_at=None, **values))


def press_publish(tx: Connection, number: int, role: int) -> bool:
    """Order that a draft be published; False where it is gone, another's, or ordered already."""
    mine = draft.c.id == number, draft.c.role == role, draft.c.stage == "examined"
    return tx.execute(update(draft).where(*mine).values(stage="publishing", taken_at=None)).rowcount == 1


def waits(tx: Connection, number: int, role: int) -> bool:
    """Tell whether a draft waits for its coordinator to publish or drop it."""
    mine = draft.c.id == number, draft.c.role == role, draft.c.stage == "examined"
    return tx.execute(select(draft.c.id).where(*mine)).first() is not None


def drop(tx: Connection, number: int, role: int | None = None) -> bool:
    """Forget a draft, perhaps only where it is this coordinator's; False where it was gone."""
    mine = [] if role is None else [draft.c.role == role]
    return tx.execute(delete(draft).where(draft.c.id == number, *mine)).rowcount == 1


def drop_proposed(tx: Connection, proposal: int) -> None:
    """Forget the draft that should make a proposal true: another one has."""
    tx.execute(delete(draft).where(draft.c.proposal == proposal))


def first(tx: Connection, now: datetime, *, fetches: bool) -> int | None:
    """Return the oldest draft with work to do that nobody does; those to be fetched only for who `fetches`."""
    return tx.execute(select(draft.c.id).where(_waits(now, fetches=fetches)).order_by(draft.c.id).limit(1)).scalar()


def take(tx: Connection, now: datetime, *, fetches: bool) -> Draft | None:
    """Take that draft: nobody else gets it for five minutes. What lies in it, perhaps a million codes, is not read."""
    number = first(tx, now, fetches=fetches)
    taking = update(draft).where(draft.c.id == number, _waits(now, fetches=fetches)).values(taken_at=now)
    if number is None or tx.execute(taking).rowcount == 0:
        return None
    named = draft.c.id, draft.c.role, draft.c.base, draft.c.stage, draft.c.name, draft.c.handle
    light = *named, draft.c.whole, draft.c.proposal, draft.c.web
    row = tx.execute(select(*light).where(draft.c.id == number)).one()
    more = {"proposal": row.proposal, "web": row.web}
    return Draft(*row[:6], content=None, whole=row.whole, files={}, edit=None, engine=None, **more)


def _waits(now: datetime, *, fetches: bool) -> ColumnElement[bool]:
    free = or_(draft.c.taken_at.is_(None), ~draft.c.taken_at.between(now - WORKING, now + WORKING))
    here = true() if fetches else draft.c.handle.is_(None)
    return and_(draft.c.stage.in_(TO_DO), free, here)


def of_page(tx: Connection, role: int) -> dict[int, Stage]:
    """Return the drafts that a coordinator has on their page, each with how far it has come."""
    mine = draft.c.role == role, draft.c.web.is_(True)
    return {row.id: row.stage for row in tx.execute(select(draft.c.id, draft.c.stage).where(*mine))}


def sweep(tx: Connection, before: datetime) -> int:
    """Forget the drafts made before `before` and return how many they were."""
    return tx.execute(delete(draft).where(draft.c.made_at < before)).rowcount


def _add(tx: Connection, now: datetime, **values: Any) -> int:
    made = tx.execute(insert(draft).values(made_at=now, **({"files": {}} | values)).returning(draft.c.id))
    return int(made.scalar_one())


def _draft(row: Any) -> Draft:
    edit = Edit(**row.edit) if row.edit else None
    light = row.id, row.role, row.base, row.stage, row.name, row.handle
    return Draft(*light, row.content, row.whole, row.files, edit, row.engine, row.proposal, row.web)
