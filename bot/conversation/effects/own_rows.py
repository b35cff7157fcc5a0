"""How the rows that a person has in each table are said in the file of `/imieidati`."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.conversation.effects.own_rows_words import COUNTED, OUTCOMES, QUESTIONS, named
from bot.conversation.effects.reminders import PROMISED
from bot.conversation.effects.visit import Visit
from bot.conversation.talk import answers
from bot.insight import wrong
from bot.insight.content import row_name
from bot.people import wishes
from bot.people.wishes import Kind, Wish

Rows = Sequence[Row[Any]]
Shown = dict[str, Any]


def _people(visit: Visit, rows: Rows) -> Shown:
    return {
        "memberships": [_membership(visit, row) for row in sorted(rows, key=lambda row: row.joined_at, reverse=True)]
    }


def _membership(visit: Visit, row: Row[Any]) -> Shown:
    values = {
        "company": visit.edition.companies[row.company],
        "pseudonym": row.id,
        "language": dict(answers.LANGUAGE_NAMES)[row.language],
        "consent": row.consent,
        "since": _day(row.joined_at),
    }
    return _named(visit, values | ({"ended": _day(row.ended_at)} if row.ended_at else {}))


def _vouchers(visit: Visit, rows: Rows) -> Shown:
    mine = sorted((row for row in rows if row.person), key=lambda row: (row.claimed_at, row.offer, row.turn))
    before = sorted({row.offer for row in rows if not row.person})
    return {
        "vouchers": [_voucher(visit, row) for row in mine],
        "limits": [_named(visit, _offer(visit, offer)) for offer in before],
    }


def _voucher(visit: Visit, row: Row[Any]) -> Shown:
    until = {"until": row.expires_on.isoformat()} if row.expires_on else {}
    values = {"code": row.code, "taken": _day(row.claimed_at)}
    return _named(visit, _offer(visit, row.offer) | values | until)


def _offer(visit: Visit, offer: str) -> Shown:
    place = visit.offer(offer)
    service = {"service": place[0].service.name.of(visit.world.language)} if place else {}
    return service | {"offer": offer}


def _saved(visit: Visit, rows: Rows) -> Shown:
    found = sorted((_service(visit, *visit.keys.unpack(row.service)), row.saved_on.isoformat()) for row in rows)
    return {"saved": [_named(visit, {"service": name, "saved on": day}) for name, day in found]}


def _reminders(visit: Visit, rows: Rows) -> Shown:
    mine = [wish for row in rows if (wish := wishes.opened(visit.keys, row))]
    mine.sort(key=lambda wish: (wish.due_on, wish.kind, wish.about))
    return {
        "reminders": [_named(visit, _reminder(visit, wish)) for wish in mine if wish.kind in PROMISED],
        "questions": [_named(visit, _question(visit, wish)) for wish in mine if wish.kind not in PROMISED],
    }


def _reminder(visit: Visit, wish: Wish) -> Shown:
    hour = "" if wish.hour is None else f" {wish.hour}:00"
    what = {"service": _service(visit, wish.about)} if wish.kind is Kind.RING else _offer(visit, wish.about)
    return what | {"due": f"{wish.due_on.isoformat()}{hour}"}


def _question(visit: Visit, wish: Wish) -> Shown:
    """Say what the bot will ask, has asked, or must not."""
    asked, about = (wish.kind, wish.about)
    if wish.kind is Kind.ASKED:
        asked, about = Kind(wish.about.split(":")[0]), wish.about.split(":")[1]
    said: Shown = {"what": QUESTIONS[asked][visit.world.language == "en"]}
    said |= {"service": _service(visit, about)} if asked in {Kind.HEARD, Kind.LAST} and about else {}
    said |= {"evaluation": about} if asked is Kind.FORM else {}
    if wish.kind in {Kind.HEARD, Kind.WHY, Kind.FORM}:
        return said | {"due": wish.due_on.isoformat()}
    return said | {"since" if wish.kind is Kind.NEVER else "asked": wish.asked_on.isoformat()}


def _counted(visit: Visit, rows: Rows) -> Shown:
    found = sorted((row.quarter, *visit.keys.unpack(row.content)[1:]) for row in rows)
    return {"counted": [_named(visit, _count(visit, *cell)) for cell in found]}


def _count(visit: Visit, quarter: str, kind: str, value: str) -> Shown:
    said = COUNTED[kind][visit.world.language == "en"]
    name = row_name(kind, value, visit.world.catalogue, visit.world.language) if value else ""
    return {"quarter": quarter, "counted for": f"{said}: {name}" if name else said}


def _outcomes(visit: Visit, rows: Rows) -> Shown:
    found = sorted((row.evaluation, *visit.keys.unpack(row.content)[1:]) for row in rows)
    return {"outcomes": [_named(visit, _outcome(visit, *each)) for each in found]}


def _outcome(visit: Visit, evaluation: str, kind: str, value: str) -> Shown:
    what, _, named_by = kind.partition("-")
    said = OUTCOMES[what][visit.world.language == "en"]
    table = {"in": "need", "of": "shown"}.get(named_by)
    name = row_name(table, value, visit.world.catalogue, visit.world.language) if table else value
    return {"evaluation": evaluation, "counted for": f"{said}: {name}" if name else said}


def _unmet(visit: Visit, rows: Rows) -> Shown:
    found = sorted({(row.month, *visit.keys.unpack(row.content)[:2]) for row in rows})
    return {"unmet": [_named(visit, _gap(visit, *cell)) for cell in found]}


def _gap(visit: Visit, month: Any, need: str, town: str) -> Shown:
    catalogue, language = visit.world.catalogue, visit.world.language
    name = (
        catalogue.need_name(need, language) if need in catalogue.needs else row_name("need", need, catalogue, language)
    )
    where = {"town": catalogue.towns[town].name} if town in catalogue.towns else {}
    return {"month": f"{month:%Y-%m}", "need": name} | where


def _reports(visit: Visit, rows: Rows) -> Shown:
    found = sorted(rows, key=lambda row: (row.reported_at, row.service, row.kind))
    return {"reports": [_named(visit, _report(visit, row)) for row in found]}


def _report(visit: Visit, row: Row[Any]) -> Shown:
    what = visit.world.words.label(f"wrong-{row.kind}")
    when = {"day": str(wrong.day_of(row, visit.keys))} if row.content else {"month": f"{row.reported_at:%Y-%m}"}
    return {"service": _service(visit, row.service), "what": what} | when


def _role(visit: Visit, rows: Rows) -> Shown:
    mine = [_named(visit, {"coordinator": row.number, "since": _day(row.since)}) for row in rows]
    return {"role": mine[0]} if mine else {}


def _conversation(visit: Visit, rows: Rows) -> Shown:
    """Say where the talk stands, in words: needs by name, never a typed word, because none is there."""
    if not rows:
        return {}
    state, catalogue, language = visit.state, visit.world.catalogue, visit.world.language
    about = [need for need in state.belief or () if need in catalogue.needs]
    values: Shown = {"about": [catalogue.need_name(need, language) for need in about]}
    if state.town in catalogue.towns:
        values["town"] = catalogue.towns[state.town].name
    if state.company:
        values["waits"] = visit.edition.companies[state.company]
    return {"conversation": _named(visit, values)}


def _how_many(name: str) -> Callable[[Visit, Rows], Shown]:
    return lambda _, rows: {name: len(rows)}


def _blocked(_: Visit, rows: Rows) -> Shown:
    return {"blocked": _day(rows[0].since)} if rows else {}


def _service(visit: Visit, service: str) -> str:
    entries = visit.world.catalogue.entries
    return entries[service].service.name.of(visit.world.language) if service in entries else service


def _day(moment: datetime) -> str:
    return moment.date().isoformat()  # kept as a day


def _named(visit: Visit, values: Shown) -> Shown:
    return named(values, visit.world.language)


# By the name of the table; every table of bot.people.register.of_people has its row.
SHOWN: dict[str, Callable[[Visit, Rows], Shown]] = {
    "person": _people,
    "conversation": _conversation,
    "voucher": _vouchers,
    "saved": _saved,
    "reminder": _reminders,
    "notice": _how_many("notices"),
    "counted": _counted,
    "outcome": _outcomes,
    "unmet": _unmet,
    "wrong_entry": _reports,
    "blocked": _blocked,
    "draft": _how_many("drafts"),
    "web_message": _how_many("page-messages"),
    "role": _role,
    "inbox": _how_many("incoming"),
    "outbox": _how_many("outgoing"),
}
