"""`/imieidati`: all that is kept of a person, as a file that they can read (articles 15 and 20 of the GDPR)."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.catalogue.local_time import shown
from bot.conversation.effects.reminders import Kind
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Attachment, Choice, Message, Reply
from bot.conversation.talk import answers
from bot.people import roles
from bot.people.members import Membership
from bot.store.reminders import reminder
from bot.store.saved import saved
from bot.store.tables import voucher

# The names in the file, in Italian and English.
NAMES = {
    "made": ("fatto il", "made on"),
    "controller": ("chi risponde dei dati", "who answers for the data"),
    "memberships": ("iscrizioni", "memberships"),
    "company": ("azienda", "company"),
    "pseudonym": ("codice al posto del nome", "code in place of the name"),
    "language": ("lingua", "language"),
    "consent": ("testo a cui hai detto sì", "text you said yes to"),
    "since": ("dal", "since"),
    "ended": ("finita il", "ended on"),
    "vouchers": ("sconti presi", "discounts taken"),
    "service": ("servizio", "service"),
    "offer": ("sconto", "discount"),
    "code": ("codice", "code"),
    "taken": ("preso il", "taken on"),
    "saved on": ("messa da parte il", "put aside on"),
    "until": ("vale fino al", "good until"),
    "saved": ("schede tenute da parte", "services put aside"),
    "reminders": ("promemoria che hai chiesto", "reminders you asked for"),
    "due": ("entro il", "by"),
    "role": ("ruolo", "role"),
    "coordinator": ("chi cura il catalogo, numero", "keeps the catalogue, number"),
    "conversation": ("conversazione (24 ore)", "conversation (24 hours)"),
    "about": ("bisogni che il bot immagina", "needs that the bot guesses"),
    "also": ("teniamo anche", "we also keep"),
    "town": ("paese", "town"),
    "waits": ("aspetta il tuo sì o no per", "waits for your yes or no for"),
    "not kept": ("cosa non teniamo", "what we do not keep"),
}
ALSO = (
    (
        "numeri di messaggi e segni di bottoni premuti, per non rispondere due volte: 48 ore, senza di te",
        "segni a senso unico per i limiti degli sconti e per le segnalazioni: non si possono leggere al contrario",
        "per i totali del trimestre, segni che ti contano una volta sola (area, paese, luogo del link), ognuno diverso",
    ),
    (
        "numbers of messages and marks of pressed buttons, so as not to answer twice: 48 hours, without you",
        "one-way marks for the limits of discounts and for reports: they cannot be read backwards",
        "for the quarter's totals, marks that count you once (area, town, place of the link), each a different one",
    ),
)
NOT_KEPT = (
    (
        "il tuo nome e il tuo numero",
        "le parole che scrivi",
        "quando hai scritto, oltre alle 24 ore della conversazione",
    ),
    (
        "your name and your number",
        "the words you write",
        "when you wrote, beyond the conversation's 24 hours",
    ),
)


def send(visit: Visit) -> Step:
    """Answer with the file, or with the news that there is nothing."""
    words, mine = visit.world.words, visit.memberships
    choices = (Choice("forget", words.label("forget-button")), Choice("another", words.label("another-need")))
    if not mine and visit.state.company is None and roles.of(visit.tx, visit.keys, visit.user) is None:
        return visit.state, Reply((Message(words.say("mydata-none"), choices=choices[1:]),))
    content = json.dumps(_all(visit, mine), ensure_ascii=False, indent=2) + "\n"
    file = Attachment(words.label("mydata-file") + ".json", "application/json", content.encode())
    return visit.state, Reply((Message(words.say("mydata"), choices=choices, attachment=file),))


def _all(visit: Visit, mine: list[Membership]) -> dict[str, Any]:
    about = visit.world.catalogue.network.privacy
    return _named(
        visit,
        {
            "made": _moment(visit, visit.now),
            "controller": f"{about.controller}, {about.email}",
            "memberships": [_membership(visit, each) for each in mine],
            "vouchers": _vouchers(visit, mine),
            "saved": _saved(visit, mine),
            "reminders": _reminders(visit),
            **_role(visit),
            "conversation": _conversation(visit),
            "also": list(ALSO[visit.world.language == "en"]),
            "not kept": list(NOT_KEPT[visit.world.language == "en"]),
        },
    )


def _membership(visit: Visit, each: Membership) -> dict[str, Any]:
    values = {
        "company": visit.edition.companies[each.me.company],
        "pseudonym": each.me.id,
        "language": dict(answers.LANGUAGE_NAMES)[each.me.language],
        "consent": each.me.consent,
        "since": _moment(visit, each.joined_at),
    }
    return _named(visit, values | ({"ended": _moment(visit, each.ended_at)} if each.ended_at else {}))


def _vouchers(visit: Visit, mine: list[Membership]) -> list[dict[str, Any]]:
    query = select(voucher).where(voucher.c.person.in_([each.me.id for each in mine])).order_by(voucher.c.id)
    found = []
    for row in visit.tx.execute(query):
        place = visit.world.catalogue.offers.get(row.offer)
        service = {"service": place[0].service.name.of(visit.world.language)} if place else {}
        until = {"until": row.expires_on.isoformat()} if row.expires_on else {}
        values = {"offer": row.offer, "code": row.code, "taken": _moment(visit, row.claimed_at)}
        found.append(_named(visit, service | values | until))
    return found


def _saved(visit: Visit, mine: list[Membership]) -> list[dict[str, Any]]:
    query = select(saved).where(saved.c.person.in_([each.me.id for each in mine])).order_by(saved.c.service)
    entries, language = visit.world.catalogue.entries, visit.world.language
    found = []
    for row in visit.tx.execute(query):
        name = entries[row.service].service.name.of(language) if row.service in entries else row.service
        found.append(_named(visit, {"service": name, "saved on": row.saved_on.isoformat()}))
    return found


def _reminders(visit: Visit) -> list[dict[str, Any]]:
    query = select(reminder).where(reminder.c.mark == visit.keys.chat(visit.user)).order_by(reminder.c.id)
    return [_named(visit, _reminder(visit, row)) for row in visit.tx.execute(query)]


def _reminder(visit: Visit, row: Any) -> dict[str, str]:
    entry = visit.world.catalogue.entries.get(row.offer) if row.kind == Kind.RING else None
    about = {"service": entry.service.name.of(visit.world.language)} if entry else {"offer": row.offer}
    hour = "" if row.hour is None else f" {row.hour}:00"
    return about | {"due": f"{row.due_on.isoformat()}{hour}"}


def _role(visit: Visit) -> dict[str, Any]:
    me = roles.of(visit.tx, visit.keys, visit.user)
    if me is None:
        return {}
    return {"role": _named(visit, {"coordinator": me.number, "since": _moment(visit, me.since)})}


def _conversation(visit: Visit) -> dict[str, Any]:
    """Return where the talk stands, in words: needs by name, never a typed word, because none is there."""
    state, catalogue, language = visit.state, visit.world.catalogue, visit.world.language
    about = [need for need in state.belief or () if need in catalogue.needs]
    values: dict[str, Any] = {"about": [catalogue.need_name(need, language) for need in about]}
    if state.town in catalogue.towns:
        values["town"] = catalogue.towns[state.town].name
    if state.company:
        values["waits"] = visit.edition.companies[state.company]
    return _named(visit, values)


def _named(visit: Visit, values: dict[str, Any]) -> dict[str, Any]:
    return {NAMES[name][visit.world.language == "en"]: value for name, value in values.items()}


def _moment(visit: Visit, moment: datetime) -> str:
    return shown(moment, visit.world.catalogue.network.timezone)
