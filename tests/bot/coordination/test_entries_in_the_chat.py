"""A coordinator changes an entry by answering one question; what is changed comes back as YAML."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert

from bot.assembly import House
from bot.catalogue import releases
from bot.catalogue.model import Service
from bot.conversation.messages import Chose
from bot.editorial import audit
from bot.editorial.publishing import pulling
from bot.editorial.publishing.release_texts import texts_of
from bot.people import roles
from bot.store import attempts
from bot.store.attempts import Attempt
from bot.store.insight import unmet
from bot.store.tables import pool_code
from tests.cast import NOON, CorePhone
from tests.conftest import KNOWLEDGE

BUTTON = "pulsante salvavita per mio padre anziano che abita da solo"


def service(house: House, name: str = "casa-sicura") -> Service:
    with house.store.read() as tx:
        number = releases.current_number(tx)
        assert number
        return releases.load(tx, number)[0].entries[name].service


async def opened(rita: CorePhone, word: str = "casa sicura") -> None:
    await rita.say("/catalogo")
    await rita.say(word)


@pytest.mark.parametrize(
    ("word", "sees"), [("Casa Sicura", "Casa Sicura"), ("casa sicra", "Casa Sicura"), ("DOPOSCUOLA", "Ne ho trovati")]
)
async def test_a_service_is_found_by_a_word(rita: CorePhone, word: str, sees: str) -> None:
    await opened(rita, word)
    assert sees in rita.screen + "".join(rita.buttons)


async def test_a_word_that_finds_nothing_is_asked_for_again(rita: CorePhone) -> None:
    await opened(rita, "xyzzy")
    assert "non trovo niente" in rita.screen
    await rita.say("casa sicura")
    assert "Così la vedono le persone" in rita.screen


async def test_a_price_is_read_back_before_it_is_live_and_comes_back_as_yaml(
    house: House, rita: CorePhone, anna: CorePhone, folder: Path
) -> None:
    await opened(rita)
    assert "12 € al mese invece di 18 €" in rita.screen
    await rita.press("Prezzo")
    await rita.say("boh")
    assert "Non ho capito il prezzo" in rita.screen
    await rita.say("20,50")
    assert "adesso 18 € al mese, poi 20,50 € al mese" in rita.screen
    assert str(service(house).price.amount) == "18"
    await rita.press("Sì, cambia")
    assert "È in linea la versione 2" in rita.screen
    await anna.say(BUTTON)
    assert "20,50" in anna.screen
    with house.store.read() as tx:
        pulling.carry_out(pulling.plan(tx, texts_of(tx, 2), folder))
    pulled = (folder / "organizations/il-girasole.yaml").read_text("utf-8")
    shipped = (KNOWLEDGE / "organizations/il-girasole.yaml").read_text("utf-8")
    assert pulled == shipped.replace("{amount: 18, per: month}", "{amount: 20.5, per: month}", 1)


async def test_a_price_may_be_said_in_words(house: House, rita: CorePhone, folder: Path) -> None:
    await opened(rita)
    await rita.press("Prezzo")
    await rita.say("secondo ISEE")
    assert "adesso 18 € al mese, poi secondo ISEE" in rita.screen
    await rita.press("Sì, cambia")
    assert service(house).price.in_words
    with house.store.read() as tx:
        text = texts_of(tx, 2)["organizations/il-girasole.yaml"]
    assert 'price: {note: {it: "secondo ISEE", en: "depends on household income (ISEE)"}}' in text


@pytest.mark.parametrize(("say", "hours"), [("lun-sab 8-20", "Mo-Sa 08:00-20:00; PH off"), ("sempre", "24/7")])
async def test_hours_are_changed(house: House, rita: CorePhone, say: str, hours: str) -> None:
    await opened(rita)
    await rita.press("Orari")
    await rita.say(say)
    await rita.press("Sì, cambia")
    assert service(house).hours == hours


@pytest.mark.parametrize(
    ("say", "why"),
    [
        ("lun-ven", "ci sono giorni senza ore"),
        ("9-12", "mancano i giorni"),
        ("lun-ven 9-5", 'forse è "Mo-Fr 09:00-17:00"'),
        ("quando capita", 'non capisco "quando"'),
    ],
)
async def test_hours_that_are_not_understood_say_why_and_are_asked_again(rita: CorePhone, say: str, why: str) -> None:
    await opened(rita)
    await rita.press("Orari")
    await rita.say(say)
    assert why in rita.screen
    await rita.say("lun-ven 9-12; mer 15-17")
    assert "poi lun–ven 9–12; mer 15–17; festivi chiuso" in rita.screen


async def test_a_number_of_the_whole_organization_is_said_to_be_one(house: House, rita: CorePhone) -> None:
    await opened(rita)
    await rita.press("Telefono")
    await rita.say("590009999")
    assert "Forse volevi scrivere 059 000 9999" in rita.screen
    await rita.say("059 000 9999")
    assert "È il numero di" in rita.screen
    await rita.press("Sì, cambia")
    with house.store.read() as tx:
        assert releases.load(tx, 2)[0].entries["casa-sicura"].phone == "059 000 9999"


async def test_what_is_suspended_is_seen_by_coordinators_only_until_it_is_put_back(
    house: House, rita: CorePhone, anna: CorePhone
) -> None:
    await opened(rita)
    await rita.press("Sospendi")
    await rita.say("in ferie fino a gennaio")
    await rita.press("Sì, sospendi")
    await anna.say(BUTTON)
    assert "casa-sicura" not in [shown.id for shown in anna.services]
    await rita.press("Vedi la scheda")
    assert "Sospeso" in rita.screen
    assert "in ferie fino a gennaio" in rita.screen
    await rita.say("/stato")
    assert "Un servizio è sospeso" in rita.screen
    await rita.press("Casa Sicura")
    await rita.press("Rimetti in linea")
    await anna.say(BUTTON)
    assert "casa-sicura" in [shown.id for shown in anna.services]


async def test_still_valid_is_one_press(house: House, rita: CorePhone) -> None:
    await opened(rita)
    await rita.press("È ancora tutto giusto")
    assert service(house).checked_on == NOON.date()


async def test_a_yes_to_an_older_question_does_nothing(house: House, rita: CorePhone) -> None:
    await opened(rita)
    await rita.press("Prezzo")
    await rita.say("20")
    older = next(choice for choice in rita.choices if choice.label == "Sì, cambia")
    await rita.say("30")
    rita.send(Chose(older.id))
    assert "Quel bottone non vale più" in rita.screen
    assert str(service(house).price.amount) == "18"


async def test_a_question_does_not_swallow_what_is_said_much_later(rita: CorePhone) -> None:
    await opened(rita)
    await rita.press("Prezzo")
    rita.now += timedelta(hours=2)
    await rita.say("cerco un dentista")
    assert rita.services


async def test_who_goes_on_to_something_else_is_not_asked_any_more(rita: CorePhone) -> None:
    await opened(rita)
    await rita.press("Prezzo")
    await rita.say("/aiuto")
    await rita.say("cerco un dentista")
    assert rita.services


async def test_danger_goes_before_every_question(rita: CorePhone) -> None:
    await opened(rita)
    await rita.press("Prezzo")
    await rita.say("mio marito mi picchia")
    assert "112" in rita.screen


async def test_an_answer_after_the_role_was_taken_back_changes_nothing(house: House, rita: CorePhone) -> None:
    await opened(rita)
    await rita.press("Prezzo")
    with house.store.write() as tx:
        roles.revoke(tx, 1, NOON)
    await rita.say("20")
    assert "Non tieni più il catalogo" in rita.screen
    await rita.say("cerco un dentista")
    assert rita.services


async def test_every_act_is_in_the_audit(house: House, rita: CorePhone) -> None:
    await opened(rita)
    await rita.press("Prezzo")
    await rita.say("gratis")
    await rita.press("Sì, cambia")
    await rita.press("Torna alla versione 1")
    await rita.press("Sì, torna alla 1")
    with house.store.read() as tx:
        lines = [(one.role, one.release, one.deed) for one in audit.listing(tx)]
    assert lines == [
        (1, 1, audit.Deed("rollback", "1", "release", "2", "1")),
        (1, 2, audit.Deed("change", "casa-sicura", "price", "18 € al mese", "gratis")),
    ]


async def test_a_coordinator_may_speak_english(rita: CorePhone) -> None:
    await rita.say("/lingua")
    await rita.press("English")
    await rita.say("/status")
    assert "has been live since" in rita.screen
    assert "Nothing is waiting for you" in rita.screen
    await rita.press("Find a service")
    await rita.say("safe home")
    await rita.press("Price")
    await rita.say("20")
    assert "All right?" in rita.screen


async def test_a_change_and_a_report_go_the_same_on_every_database(any_house: House) -> None:
    with any_house.store.write() as tx:
        token = roles.invite(tx, NOON)
    rita = CorePhone(any_house, "rita")
    await rita.start(token)
    for user in ("u1", "u2", "u3"):
        CorePhone(any_house, user).send(Chose("w-price:casa-sicura"))
    await opened(rita)
    assert "3 persone segnalano che qualcosa non va (prezzo 3)" in rita.screen
    await rita.press("Prezzo")
    await rita.say("20")
    await rita.press("Sì, cambia")
    assert "È in linea la versione 2" in rita.screen
    await rita.press("Vedi la scheda")
    assert "segnala" not in rita.screen
    await rita.press("Sospendi")
    await rita.say("chiuso per ferie")
    await rita.press("Sì, sospendi")
    assert "sospeso: Casa Sicura" in rita.screen
    await rita.press("Torna alla versione 2")
    await rita.press("Sì, torna alla 2")
    assert "È di nuovo in linea la versione 2" in rita.screen


async def test_what_is_asked_in_vain_is_told_from_ten_people_on(house: House, rita: CorePhone) -> None:
    await rita.say("/bisogni")
    assert "I numeri più piccoli non si mostrano" in rita.screen
    rows = [
        {"month": date(2026, 9, 1), "mark": f"m{n}", "content": house.keys.pack("nido", "carpi", "2026-09-07", f"m{n}")}
        for n in range(12)
    ]
    with house.store.write() as tx:
        tx.execute(insert(unmet), rows)
    await rita.say("/bisogni")
    assert "Carpi" in rita.screen
    assert ": 10" in rita.screen


async def test_who_says_forget_me_keeps_no_catalogue_any_more(rita: CorePhone) -> None:
    await rita.say("/dimenticami")
    await rita.press("Sì, cancella tutto")
    assert "Non tieni più nemmeno il catalogo" in rita.screen
    await rita.say("/stato")
    assert "Versione" not in rita.screen


async def test_how_things_stand_names_all_that_wants_a_look(house: House, rita: CorePhone) -> None:
    with house.store.write() as tx:
        attempts.note(tx, Attempt(datetime.now(UTC) + timedelta(days=1), None, 3, "organizations/il-girasole.yaml:4:1"))
        tx.execute(delete(pool_code))
    rita.now += timedelta(days=300)
    await rita.say("/stato")
    assert "una pubblicazione non è riuscita: 3 errori, il primo a organizations/il-girasole.yaml:4:1" in rita.screen
    assert "non c'è nessun codice da dare. ✉️ " in rita.screen
    assert rita.screen.count("Ce ne mandate altri") == 1
    assert "servizi sono da riconfermare" in rita.screen
    assert len(rita.buttons) == 6, "five services, and the way to the others"
    await rita.press(rita.buttons[0])
    assert "Così la vedono le persone" in rita.screen
