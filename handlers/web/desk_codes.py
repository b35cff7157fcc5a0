"""Codes run low: an organization sees so and sends more, by paste or file, with a look at them before they come in.

What is sent lies sealed, in one row, from the look until the yes; it is read in a process of its own.
"""

from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from bot import apart
from bot.catalogue.catalogue import Entry
from bot.catalogue.local_time import local_day
from bot.catalogue.model import Offer
from bot.catalogue.text import LANGUAGES
from bot.editorial import pools
from bot.errors import WorkDied
from bot.partners import sent_codes
from bot.partners.sent_codes import Sent
from bot.vouchers import alarms, imports, wording
from bot.vouchers.finding import Understood
from bot.vouchers.imports import CameIn
from bot.vouchers.sheets import Unreadable
from handlers.web.desk import HOME, page
from handlers.web.visit import Answer, Missing, Page, Redirect, Row, Upload, Visit

HERE = f"{HOME}/codes"
LARGEST = 5_000_000  # bytes that are sent at once
MOST = 20_000  # codes; more take the minutes that a coordinator's job has
PASTED = "codici.txt"


@dataclass(frozen=True)
class Pool:
    """An offer of this organization whose codes are imported."""

    entry: Entry
    offer: Offer

    @property
    def whose(self) -> sent_codes.Whose:
        return self.entry.organization.id, self.offer.id


def pools_of(visit: Visit) -> list[Pool]:
    """Return the pools of the organization that are not over."""
    today = local_day(visit.now, visit.catalogue.network.timezone)
    offers = (found for found in visit.catalogue.offers.values() if found[0].organization.id == visit.owner)
    return [Pool(*one) for one in offers if one[1].voucher == "pool" and not _is_over(one[1], today)]


def _is_over(offer: Offer, today: Any) -> bool:
    return offer.valid.last is not None and offer.valid.last < today


def low(tx: Connection, visit: Visit) -> dict[str, int]:
    """Return which pools of the organization run low, and the level in percent that the coordinators were told."""
    return alarms.lowest(tx, [one.offer.id for one in pools_of(visit)])


def show(visit: Visit) -> Answer:
    """List the pools, and how each stands."""
    levels = low(visit.tx, visit)
    told = [{**_named(visit, one), "level": levels.get(one.offer.id)} for one in pools_of(visit)]
    return page(visit, "desk_codes.html", {"pools": told})


def one(visit: Visit) -> Answer:
    """Show where codes are pasted or a file is chosen."""
    return _form(visit, _pool(visit))


def send(visit: Visit) -> Answer:
    """Read what was sent, keep it sealed, and lead to the look at it."""
    pool, file = _pool(visit), visit.files.get("file")
    sent = file if file and file.content else Upload(PASTED, visit.form.get("codes", "").strip().encode())
    if not sent.content:
        return _form(visit, pool, visit.words.say("supply-nothing"))
    return _read(visit, pool, sent)


def choose(visit: Visit) -> Answer:
    """Read the file again, from the column that is meant."""
    pool, sent = _pool(visit), _sent(visit)
    if not sent.file:
        return Redirect(_address(visit))
    return _read(visit, pool, Upload(sent.name, b64decode(sent.file)), visit.form.get("column", ""))


def look(visit: Visit) -> Answer:
    """Show what was understood, or what came of it."""
    pool, sent = _pool(visit), _sent(visit)
    values = {**_named(visit, pool), "sent": sent, "here": _address(visit), "said": sent.said.get(visit.language, [])}
    if sent.codes:
        own = [one for entry, one in visit.catalogue.offers.values() if entry.organization.id == visit.owner]
        doubts = imports.weigh(visit.tx, pool.offer.id, sent.codes, own, only=True)
        values["said"] = [*values["said"], *wording.doubtful(doubts, visit.language)]
        values["known"] = imports.known(visit.tx, pool.offer.id, sent.codes)
    values["undo"] = sent.can_be_undone(visit.now)
    return page(visit, "desk_codes_sent.html", {"known": 0, **values})


def take(visit: Visit) -> Answer:
    """Take the codes in; pressed twice they came in once."""
    pool, sent, name, keys = _pool(visit), _sent(visit), visit.path["sent"], visit.web.house.keys
    store = visit.web.house.store
    if not sent.codes:
        return Redirect(_address(visit))
    with store.read() as tx:
        known = imports.known(tx, pool.offer.id, sent.codes)

    def tell(tx: Connection, came: CameIn) -> None:
        now = sent_codes.find(tx, keys, pool.whose, name, hold=True)
        if now and not now.import_at:  # else another press was faster
            sent_codes.change(tx, keys, pool.whose, name, now.came_in(came.number, known, visit.now))

    first, release = pool.offer.valid.first, visit.catalogue.number
    pools.take_in(
        store,
        pool.offer,
        sent.codes,
        visit.now,
        first=first,
        also=tell,
        role=None,
        organization=visit.owner,
        release=release,
    )
    return Redirect(_address(visit))


def undo(visit: Visit) -> Answer:
    """Take the import back."""
    pool, name, keys = _pool(visit), visit.path["sent"], visit.web.house.keys
    sent = sent_codes.find(visit.tx, keys, pool.whose, name, hold=True)
    if sent and sent.number and sent.can_be_undone(visit.now):
        release = visit.catalogue.number
        with suppress(imports.NotUndone):  # a coordinator was faster
            pools.take_back(visit.tx, sent.number, visit.now, release=release, role=None, organization=visit.owner)
        sent_codes.change(visit.tx, keys, pool.whose, name, replace(sent, undone=True))
    return Redirect(_address(visit))


def drop(visit: Visit) -> Answer:
    """Forget what was sent."""
    pool = _pool(visit)
    sent_codes.drop(visit.tx, pool.whose, visit.path["sent"])
    return Redirect(f"{HERE}/{pool.offer.id}")


def _read(visit: Visit, pool: Pool, file: Upload, column: str = "") -> Answer:
    today, house = local_day(visit.now, visit.catalogue.network.timezone), visit.web.house
    try:
        found: Understood = apart.call("bot.vouchers.finding:understood", file.name, file.content, today, column)
    except Unreadable as error:
        return _form(visit, pool, wording.unreadable(error, visit.language))
    except WorkDied:
        return _form(visit, pool, visit.words.say("supply-died"))
    if len(found.codes) > MOST:
        return _form(visit, pool, visit.words.say("supply-many", most=MOST))
    with house.store.write() as tx:
        sent_codes.drop(tx, pool.whose, visit.path.get("sent", ""))  # which had no column yet
        name = sent_codes.keep(tx, house.keys, pool.whose, _understood(file, found), visit.now)
    return Redirect(f"{HERE}/{pool.offer.id}/{name}")


def _understood(file: Upload, found: Understood) -> Sent:
    said = {to: [*wording.what(found, to), *wording.doubtful(found.doubts, to)] for to in LANGUAGES}
    columns = tuple(found.columns)
    content = b64encode(file.content).decode() if columns else ""
    return Sent(file.name[:255], () if columns else tuple(found.codes), said, len(found.bad), columns, content)


def _form(visit: Visit, pool: Pool, problem: str = "") -> Page:
    shown = page(visit, "desk_codes_offer.html", {**_named(visit, pool), "problem": problem, "here": _offer(visit)})
    return replace(shown, status=422) if problem else shown


def _pool(visit: Visit) -> Pool:
    """Return the pool that an address names, where it is this organization's. Raises Missing."""
    found = next((one for one in pools_of(visit) if one.offer.id == visit.path["offer"]), None)
    if found is None:
        raise Missing
    return found


def _sent(visit: Visit) -> Sent:
    keys, whose = visit.web.house.keys, _pool(visit).whose
    with visit.web.house.store.read() as tx:
        found = sent_codes.find(tx, keys, whose, visit.path["sent"])
    if found is None:
        raise Missing
    return found


def _named(visit: Visit, pool: Pool) -> dict[str, Any]:
    return {"service": pool.entry.service.name.of(visit.language), "offer": pool.offer.id}


def _offer(visit: Visit) -> str:
    return f"{HERE}/{visit.path['offer']}"


def _address(visit: Visit) -> str:
    return f"{_offer(visit)}/{visit.path['sent']}"


ROWS = (
    Row("GET", HERE, show, role="partner"),
    Row("GET", f"{HERE}/{{offer}}", one, role="partner"),
    Row("POST", f"{HERE}/{{offer}}", send, "none", "partner", LARGEST, slow=True),
    Row("GET", f"{HERE}/{{offer}}/{{sent}}", look, role="partner"),
    Row("POST", f"{HERE}/{{offer}}/{{sent}}/column", choose, "none", "partner", slow=True),
    Row("POST", f"{HERE}/{{offer}}/{{sent}}/take", take, "none", "partner", slow=True),
    Row("POST", f"{HERE}/{{offer}}/{{sent}}/undo", undo, "write", "partner"),
    Row("POST", f"{HERE}/{{offer}}/{{sent}}/drop", drop, "write", "partner"),
)
