"""What people and coordinators see while an offer is prolonged, renewed, emptied, taken out or suspended."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import delete, update

from bot.assembly import House
from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Release
from bot.conversation import notices
from bot.conversation.effects import reminders
from bot.conversation.markup import plain
from bot.conversation.messages import Chose
from bot.coordination import stock_alarms
from bot.editorial.folder.files import files_of, load
from bot.editorial.publishing.preview import preview
from bot.editorial.publishing.publish import Prepared, go_back, make_live, prepare
from bot.people import roles
from bot.store import origins
from bot.store.tables import pool_code
from bot.vouchers import pools
from tests.cast import NOON, CorePhone
from tests.conftest import KNOWLEDGE
from tests.learned import Learned

OFFER, SERVICE, ORGANIZATION = "dieci-film-carnet", "dieci-film", "sipario-di-nebbia"
PHONE = "059 000 1822"
S26, LONGER, S27 = "2026-10-15/2027-10-14", "2026-10-15/2027-12-31", "2027-10-15/2028-10-14"
OTHER = "casa-sicura-rete"  # generated, until the end of 2027

Document = dict[str, Any]


def at(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC)


def draft(house: House, change: Callable[[Document], object]) -> Prepared:
    """Return the live release with a change, as if its files had been read."""
    with house.store.read() as tx:
        live = releases.live(tx)
        assert live
        engine, lesson = releases.engine_of(tx, live.number), origins.lesson_of(tx, live.number)
    document = json.loads(live.release.model_dump_json(by_alias=True, exclude_defaults=True))
    change(document)
    content = Release.model_validate_json(json.dumps(document))
    return Prepared(content, engine, origins.Origin(lesson or ""), {}, (), live)


def publish(house: House, change: Callable[[Document], object], now: datetime = NOON) -> int:
    return make_live(house.store, draft(house, change), now)


def organization(document: Document) -> Document:
    return next(one for one in document["organizations"] if one["id"] == ORGANIZATION)


def service(document: Document) -> Document:
    return next(one for one in organization(document)["services"] if one["id"] == SERVICE)


def valid(period: str) -> Callable[[Document], object]:
    first, last = (day or None for day in period.split("/"))
    return lambda document: service(document)["offers"][0].update(valid={"first": first, "last": last})


def no_offer(document: Document) -> None:
    service(document).pop("offers")


def no_service(document: Document) -> None:
    organization(document)["services"] = [one for one in organization(document)["services"] if one["id"] != SERVICE]


def no_organization(document: Document) -> None:
    document["organizations"] = [one for one in document["organizations"] if one["id"] != ORGANIZATION]


def suspended(document: Document) -> None:
    service(document)["suspended"] = "lavori in corso"


def fill(house: House, *codes: str, first: str = "2026-10-15") -> None:
    with house.store.write() as tx:
        pools.add(tx, OFFER, codes, NOON, valid_from=date.fromisoformat(first))


def empty(house: House) -> None:
    with house.store.write() as tx:
        tx.execute(delete(pool_code).where(pool_code.c.offer == OFFER, pool_code.c.voucher.is_(None)))


def take(phone: CorePhone, now: datetime, offer: str = OFFER) -> str | None:
    phone.now = now
    phone.send(Chose(f"take:{offer}"))
    return phone.voucher.code if phone.voucher else None


def told(house: House, now: datetime) -> list[str]:
    """Let what is due be said, and return it."""
    with house.store.read() as tx:
        companies, live = releases.companies_ever(tx), house.concierge.live.edition(tx).catalogue
    reminders.send(house.store, house.keys, companies, now, live)
    with house.store.write() as tx:
        found = notices.waiting(tx, house.keys)
        notices.taken(tx, found)
    return [plain(one.message.text) for one in found]


@pytest.fixture
async def rita(house: House) -> CorePhone:
    """A coordinator."""
    phone = CorePhone(house, "rita")
    with house.store.write() as tx:
        token = roles.invite(tx, NOON)
    await phone.start(token)
    return phone


async def test_an_end_that_was_moved_in_the_file_is_the_end_of_codes_in_hand(
    house: House, anna: CorePhone, bruno: CorePhone, learned: Learned
) -> None:
    """As knowledge/README.md tells coordinators to do: the field's case, with its days."""
    code = take(anna, at("2027-10-01"))
    assert code
    folder = load(KNOWLEDGE)
    path = f"organizations/{ORGANIZATION}.yaml"
    text = folder.texts[path].replace(S26, LONGER)
    assert text != folder.texts[path]
    now = at("2027-10-05")
    made = prepare(house.store, files_of(folder.texts | {path: text}), now=now, today=now.date(), train=learned)
    with house.store.read() as tx:
        lines = preview(tx, made, house.jobs.context.load_reader, now.date()).lines("it")
    assert any("offerta prolungata, anche per chi ha già il codice" in line for line in lines)
    make_live(house.store, made, now)
    anna.now = at("2027-10-20")
    await anna.say("/codici")
    assert f"{code} · fino al 31 dicembre" in anna.screen
    assert take(anna, at("2027-10-20")) == code
    assert take(bruno, at("2027-10-20")) not in {None, code}
    anna.now = at("2028-01-01")
    await anna.say("/codici")
    assert "scaduto il 31 dicembre 2027" in anna.screen


@pytest.mark.parametrize(
    ("then", "late", "shown"),
    [
        (LONGER, False, "fino al 31 dicembre"),
        (LONGER, True, "fino al 31 dicembre"),  # published days after the end: it was an end that was forgotten
        ("2026-10-15/2027-03-31", False, "scaduto il 14 ottobre"),
        (S27, False, "scaduto il 14 ottobre"),
        ("2026-10-15/", False, "CODE"),
    ],
)
async def test_the_list_of_codes_shows_the_day_that_counts(
    house: House, anna: CorePhone, then: str, shown: str, *, late: bool
) -> None:
    code = take(anna, at("2027-10-01")) or ""
    publish(house, valid(then), at("2027-10-18" if late else "2027-10-05"))
    anna.now = at("2027-10-20")
    await anna.say("/codici")
    assert shown.replace("CODE", code) in anna.screen
    assert ("scaduto" in anna.screen) == ("scaduto" in shown)


async def test_going_back_to_a_release_with_a_later_end_moves_codes_too(
    house: House, anna: CorePhone, learned: Learned
) -> None:
    publish(house, valid("2026-10-15/2027-03-31"))
    code = take(anna, at("2027-03-01"))
    assert anna.voucher
    assert anna.voucher.expires == date(2027, 3, 31)
    go_back(house.store, 1, now=at("2027-03-02"), train=learned)
    assert take(anna, at("2027-03-02")) == code
    assert anna.voucher.expires == date(2027, 10, 14)


async def test_a_new_season_gives_a_new_code_and_none_of_last_season(house: House, anna: CorePhone) -> None:
    old = take(anna, at("2027-10-01"))
    publish(house, valid(S27), at("2027-10-10"))
    assert take(anna, at("2027-10-12")) == old, "good until the fourteenth"
    assert take(anna, at("2027-10-20")) is None, "dozens of codes are left over, all of last season"
    assert "Adesso non ci sono codici" in anna.screen
    await anna.press("Avvisami se ne arrivano")
    assert told(house, at("2027-10-21")) == []
    fill(house, "N-1", "N-2", first="2027-10-15")
    (said,) = told(house, at("2027-10-22"))
    assert "sono arrivati codici" in said
    assert take(anna, at("2027-10-22")) in {"N-1", "N-2"}
    assert take(anna, at("2028-10-20")) is None


@pytest.mark.parametrize(
    ("then", "due", "said"),
    [
        (S26, "2027-10-07", ["14 ottobre"]),
        (LONGER, "2027-10-07", []),
        (LONGER, "2027-12-24", ["31 dicembre"]),
        ("2026-10-15/", "2027-10-07", []),
        ("2026-10-15/2027-06-30", "2027-10-07", ["14 ottobre"]),
        (S27, "2027-10-07", ["14 ottobre"]),
    ],
)
async def test_a_reminder_of_the_last_day_moves_with_it(
    house: House, anna: CorePhone, then: str, due: str, said: list[str]
) -> None:
    take(anna, at("2027-09-01"))
    await anna.press("Ricordamelo prima che scada")
    publish(house, valid(then), at("2027-09-05"))
    before = told(house, at("2027-10-07")) if due > "2027-10-07" else []
    found = told(house, at(due))
    assert before == []
    assert len(found) == len(said)
    assert all(day in text for day, text in zip(said, found, strict=True))
    assert told(house, at(due)) == []


@pytest.mark.parametrize("filled", [True, False])
async def test_an_offer_that_starts_without_codes_is_said_when_there_are_some(
    house: House, anna: CorePhone, *, filled: bool
) -> None:
    publish(house, valid(S27), at("2027-10-01"))
    anna.now = at("2027-10-01")
    anna.send(Chose(f"starts:{OFFER}"))
    if filled:
        fill(house, "N-1", first="2027-10-15")
    found = told(house, at("2027-10-15"))
    assert len(found) == filled
    assert told(house, at("2027-10-16")) == []
    fill(house, "N-2", first="2027-10-15")
    assert len(told(house, at("2027-10-17"))) == (not filled)


@pytest.mark.parametrize("gone", [no_offer, no_service, no_organization, suspended])
async def test_codes_of_what_is_gone_keep_their_name_and_number(
    house: House, anna: CorePhone, gone: Callable[[Document], object]
) -> None:
    code = take(anna, at("2027-03-01")) or ""
    publish(house, gone)
    publish(house, lambda document: document["network"].update(name={"it": "Altro nome", "en": "Another name"}))
    await anna.say("/codici")
    assert f"Dieci film: {code} · fino al 14 ottobre" in anna.screen
    assert f"Adesso non è nell'elenco, ma il tuo sconto vale ancora: chiama il {PHONE}" in anna.screen
    assert take(anna, at("2027-03-02")) is None
    assert "il codice che hai preso vale ancora" in anna.screen
    await anna.press("I miei sconti")
    assert code in anna.screen
    await anna.say("/imieidati")
    anna.now = at("2027-10-20")
    await anna.say("/codici")
    assert OFFER not in anna.screen, "its name, not its id"
    assert PHONE not in anna.screen, "the code has ended"


async def test_what_is_gone_and_was_never_taken_says_no_more_than_before(house: House, anna: CorePhone) -> None:
    publish(house, no_offer)
    assert take(anna, NOON) is None
    assert "Questo sconto adesso non c'è." in anna.screen
    assert "vale ancora" not in anna.screen


async def test_a_name_that_was_never_an_offer_is_answered(house: House, anna: CorePhone) -> None:
    for name in ("nessuno", SERVICE, ORGANIZATION, "10%", "a_b", '"'):
        assert take(anna, NOON, name) is None
        assert "Questo sconto adesso non c'è." in anna.screen


async def test_a_refused_code_of_what_is_gone_is_heard_and_told(house: House, anna: CorePhone, rita: CorePhone) -> None:
    code = take(anna, NOON) or ""
    publish(house, no_organization)
    anna.send(Chose(f"refused:{SERVICE}"))
    assert f"Il codice è giusto: {code}" in anna.screen
    (said,) = told(house, NOON)
    assert "codice rifiutato 1" in said
    await rita.say("/stato")


async def test_one_refused_code_reaches_the_coordinators_once_with_whom_to_write_to(
    house: House, anna: CorePhone, bruno: CorePhone, rita: CorePhone
) -> None:
    for phone in (anna, bruno):
        take(phone, NOON)
        phone.send(Chose(f"refused:{SERVICE}"))
        phone.send(Chose(f"refused:{SERVICE}"))
    (said,) = told(house, NOON)
    assert "una persona segnala" in said
    assert "✉️ biglietteria@sipariodinebbia.example.org" in said
    assert "non è stato accettato" in said
    assert "SIPARIO" not in said, "a report without a code is without a name"
    await rita.say("/stato")
    assert "codice rifiutato 2). ✉️ biglietteria@" in rita.screen


@pytest.mark.usefixtures("rita")
async def test_who_says_so_without_a_code_alarms_nobody_alone(house: House, elena: CorePhone) -> None:
    elena.send(Chose(f"w-code:{SERVICE}"))
    assert told(house, NOON) == []


async def card(phone: CorePhone) -> str:
    phone.send(Chose(f"card:{SERVICE}"))
    return phone.screen


@pytest.mark.parametrize("left", ["none", "of last season", "set aside"])
async def test_an_empty_pool_is_not_promised_on_the_card(house: House, anna: CorePhone, left: str) -> None:
    assert "per te" in await card(anna) or "invece di" in await card(anna)
    if left == "none":
        empty(house)
    with house.store.write() as tx:
        if left == "of last season":
            tx.execute(update(pool_code).values(valid_from=date(2025, 10, 15)))
        if left == "set aside":
            tx.execute(update(pool_code).values(set_aside_on=NOON.date()))
    seen = await card(anna)
    assert "adesso senza codici sconto" in seen
    assert "invece di" not in seen
    assert "Il mio sconto" not in "".join(anna.buttons)
    await anna.say("c'è uno sconto?")
    assert "ma adesso non ci sono codici" in anna.screen
    await card(anna)
    await anna.press("Avvisami se ne arrivano")
    assert "ti scrivo" in anna.screen
    fill(house, "NEW-1")
    assert "adesso senza codici" not in await card(anna)
    await anna.press("Il mio sconto")
    assert anna.voucher
    assert anna.voucher.code == "NEW-1"


async def test_who_holds_the_last_code_finds_it_on_the_card(house: House, anna: CorePhone, bruno: CorePhone) -> None:
    empty(house)
    fill(house, "LAST")
    assert take(anna, NOON) == "LAST"
    assert "invece di" in await card(anna)
    await anna.press("Il mio sconto")
    assert anna.voucher
    assert anna.voucher.code == "LAST"
    assert "adesso senza codici" in await card(bruno)


async def test_a_typed_wish_for_a_finished_code_says_so_and_offers_to_write(house: House, anna: CorePhone) -> None:
    empty(house)
    await card(anna)
    await anna.say("dammi il codice")
    assert "Adesso non ci sono codici per questo sconto" in anna.screen
    assert "Avvisami se ne arrivano" in anna.buttons


async def test_a_guest_and_another_offer_hear_nothing_of_it(house: House, anna: CorePhone, elena: CorePhone) -> None:
    before = await card(elena)
    empty(house)
    assert await card(elena) == before
    assert take(anna, NOON, OTHER)


@pytest.mark.parametrize(
    ("period", "codes", "lines"),
    [
        (S26, 2, []),
        (S26, 0, ["Senza codici da dare: «dieci-film-carnet»"]),
        (S27, 12, ["Senza codici da dare: «dieci-film-carnet»", "12 codici liberi restano della stagione scorsa"]),
        (S27, 1, ["Senza codici da dare: «dieci-film-carnet»", "Un codice libero resta della stagione scorsa"]),
        (LONGER, 12, []),
        ("2026-10-15/2026-11-01", 0, []),  # over
        ("2026-09-01/2027-10-14", 1, []),
    ],
)
def test_publish_says_which_pools_have_nothing_to_give(house: House, period: str, codes: int, lines: list[str]) -> None:
    empty(house)
    fill(house, *(f"C-{number}" for number in range(codes)))
    with house.store.read() as tx:
        made = preview(tx, draft(house, valid(period)), house.jobs.context.load_reader, NOON.date())
    said = [line for line in made.lines("it") if OFFER in line and "→" not in line]
    assert len(said) == len(lines)
    assert all(line.startswith(start) for line, start in zip(said, lines, strict=True))


def test_pools_that_run_low_are_one_message_to_each_coordinator(house: House) -> None:
    with house.store.write() as tx:
        for user, language in (("rita", "it"), ("mary", "en")):
            roles.accept(tx, house.keys, roles.invite(tx, NOON), user, language=language, now=NOON)  # type: ignore[arg-type]
        live: Catalogue = house.concierge.live.edition(tx).catalogue
        tx.execute(delete(pool_code))
        assert stock_alarms.check(tx, house.keys, live, NOON) > 0
        assert stock_alarms.check(tx, house.keys, live, NOON) == 0
        rita, mary = (plain(one.message.text) for one in notices.waiting(tx, house.keys))
    assert rita.startswith("🎟 Codici da chiedere:")
    assert mary.startswith("🎟 Codes to ask for:")
    assert "✉️ biglietteria@sipariodinebbia.example.org" in rita
    assert rita.count("✉️") <= stock_alarms.SHOWN
