"""An organization keeps its services true: it confirms at once, proposes the rest, and reads what came of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from bot.assembly import House
from bot.catalogue import releases
from bot.catalogue.catalogue import Entry
from bot.catalogue.model import Partners
from bot.conversation.messages import Began, Chose, from_text
from bot.coordination import organization_answers
from bot.editorial import audit
from bot.partners import asks, still_valid
from bot.people import roles
from bot.store.coordination import draft
from bot.store.partners import ask, proposal
from tests.cast import NOON, CorePhone
from tests.handlers.web.conftest import Clock
from tests.handlers.web.visitor import Visitor

GIRASOLE, SERVICE, OTHER = "il-girasole", "casa-sicura", "mattino-girasole"
Opened = Callable[..., Any]


@pytest.fixture
async def desk(opened: Opened, clock: Clock) -> Visitor:
    """The browser of Il Girasole, more than sixty days after its services were confirmed."""
    clock.now = NOON + timedelta(days=70)
    found: Visitor = await opened("partner", GIRASOLE)
    return await found.open("/desk/valid")


@pytest.fixture
def rita(house: House, clock: Clock) -> CorePhone:
    """Rita coordinates."""
    clock.now = NOON + timedelta(days=70)
    with house.store.write() as tx:
        invite = roles.invite(tx, clock.now)
    phone = CorePhone(house, "rita", now=clock.now)
    phone.send(Began(invite))
    return phone


def entry(house: House, service: str = SERVICE) -> Entry:
    with house.store.read() as tx:
        return releases.load(tx, releases.current_number(tx) or 0)[0].entries[service]


def done(house: House, clock: Clock) -> list[tuple[str, str | None, int | None, str, str | None]]:
    """Work off the jobs, and return what stands in the audit: act, organization, coordinator, subject, new value."""
    house.jobs.work_off(clock.now)
    with house.store.read() as tx:
        found = audit.listing(tx)
    return [(one.deed.act, one.organization, one.role, one.deed.subject, one.deed.new) for one in reversed(found)]


def rows(house: House, table: Any) -> int:
    with house.store.read() as tx:
        return int(tx.execute(select(func.count()).select_from(table)).scalar_one())


async def typed(desk: Visitor, button: str, text: str) -> Visitor:
    await desk.open(f"/desk/valid/{SERVICE}")
    return await desk.press(button, text=text)


async def told(rita: CorePhone) -> str:
    await rita.say("/stato")
    return rita.screen


async def test_all_right_counts_at_once_and_one_release_has_all_of_it(
    house: House, desk: Visitor, clock: Clock
) -> None:
    assert "2 servizi sono da confermare" in desk.text
    await desk.press("Tutto giusto per tutti (2)")
    assert "Non c’è niente da confermare: grazie" in desk.text
    today = clock.now.date()
    acts = done(house, clock)
    assert acts == [("confirm", GIRASOLE, None, one, today.isoformat()) for one in (SERVICE, OTHER)]
    assert {entry(house).service.checked_on, entry(house, OTHER).service.checked_on} == {today}
    with house.store.read() as tx:
        assert releases.current_number(tx) == 2
    for _ in range(2):  # the back button, or another tab
        await desk.client.post("/desk/valid")
        await desk.open(f"/desk/valid/{SERVICE}")
        await desk.press("Tutto giusto")
    assert done(house, clock) == acts
    assert rows(house, draft) == 0


async def test_a_change_waits_for_a_coordinator_who_publishes_it(
    house: House, desk: Visitor, clock: Clock, rita: CorePhone
) -> None:
    await typed(desk, "Cambia il prezzo", "22 al mese")
    assert "adesso 18 € al mese, poi 22 € al mese" in desk.text
    assert "lo guarda chi coordina" in desk.text
    assert rows(house, proposal) == 0, "nothing counts before the yes"
    await desk.press("Sì, è così")
    assert "Prezzo 22 € al mese : aspetta chi coordina la rete" in desk.text
    assert "Una proposta di un'organizzazione aspetta" in await told(rita)
    assert "Cooperativa sociale Il Girasole propone per «Casa Sicura», prezzo: adesso 18 € al mese" in rita.screen
    await rita.press("Pubblica")
    assert "È in linea la versione 2" in rita.screen
    assert entry(house).service.price.amount == 22
    await desk.open(f"/desk/valid/{SERVICE}")
    assert "in linea dal 2 febbraio" in desk.text
    assert done(house, clock) == [
        ("propose", GIRASOLE, None, SERVICE, "22 € al mese"),
        ("change", GIRASOLE, 1, SERVICE, "22 € al mese"),
    ]
    assert "proposta" not in await told(rita)


async def test_what_is_dropped_is_told_on_the_page(house: House, desk: Visitor, clock: Clock, rita: CorePhone) -> None:
    await typed(desk, "Sospendi", "lavori in corso")
    await desk.press("Sì, è così")
    await told(rita)
    await rita.press("Vedi le proposte")
    await rita.press("Scarta")
    assert "non ho cambiato niente" in rita.screen
    await desk.open(f"/desk/valid/{SERVICE}")
    assert "non pubblicato (2 febbraio)" in desk.text
    assert [one[:3] for one in done(house, clock)] == [("propose", GIRASOLE, None), ("refuse", GIRASOLE, 1)]
    assert entry(house).service.suspended is None
    for button in ("Pubblica", "Scarta"):
        rita.send(from_text("/stato"))
        assert button not in rita.buttons


async def test_a_button_pressed_late_or_twice_changes_nothing(
    house: House, desk: Visitor, clock: Clock, rita: CorePhone
) -> None:
    await typed(desk, "Cambia il telefono", "059 000 7777")
    await desk.press("Sì, è così")
    await told(rita)
    late = rita.choices
    await rita.press("Scarta")
    for choice in late:
        if choice.label in {"Pubblica", "Scarta"}:
            rita.messages = ()
            rita.send(Chose(choice.id))
            assert "nel frattempo qualcosa è cambiato" in rita.screen
    assert [one[0] for one in done(house, clock)] == ["propose", "refuse"]


async def test_what_the_network_lets_through_is_live_at_once_and_coordinators_read_of_it(
    house: House, desk: Visitor, clock: Clock, rita: CorePhone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(organization_answers, "rule_of", lambda _catalogue: Partners(at_once=("full_until",)))
    await typed(desk, "Segna al completo", "fino al 15 marzo")
    assert "poi 15 marzo" in desk.text
    assert "le persone lo leggono tra poco" in desk.text
    await desk.press("Sì, è così")
    assert "tra poco è in linea" in desk.text
    assert done(house, clock) == [("change", GIRASOLE, None, SERVICE, "2027-03-15")]
    assert entry(house).service.full(clock.now.date())
    assert "Il Girasole ha cambiato «Casa Sicura», al completo fino al" in await told(rita)
    await desk.open(f"/desk/valid/{SERVICE}")
    await desk.press("Ci sono di nuovo posti")
    done(house, clock)
    assert not entry(house).service.full(clock.now.date())


WRONG = [
    ("Cambia il prezzo", "boh", "Non ho capito il prezzo"),
    ("Cambia gli orari", "quando capita", "Non ho preso l'orario"),
    ("Cambia il telefono", "12", "Questo numero non può squillare"),
    ("Segna al completo", "ieri", "Scrivi un giorno da oggi a un anno"),
    ("Sospendi", "x" * 201, "Scrivi il motivo in una riga"),
    ("Sospendi", "<script>", "Scrivi il motivo in una riga"),
    ("Cambia il prezzo", "x" * 10_000, "Non ho capito il prezzo"),
    ("Cambia il prezzo", "18 al mese", "È già così"),
]


@pytest.mark.parametrize(("button", "text", "said"), WRONG)
async def test_what_is_not_understood_says_what_can_be_typed(
    house: House, desk: Visitor, button: str, text: str, said: str
) -> None:
    await typed(desk, button, text)
    assert (desk.status, said in desk.text) == (422, True)
    assert rows(house, proposal) == 0


async def test_a_yes_to_something_else_is_read_back_again(house: House, desk: Visitor) -> None:
    await typed(desk, "Cambia il prezzo", "22 al mese")
    await desk.press("Sì, è così", text="25 al mese")
    assert "poi 25 € al mese" in desk.text
    assert rows(house, proposal) == 0


async def test_another_value_takes_the_place_of_the_one_that_waits_and_the_same_one_is_one(
    house: House, desk: Visitor, rita: CorePhone
) -> None:
    for text in ("22 al mese", "22 al mese", "25 al mese"):
        await typed(desk, "Cambia il prezzo", text)
        await desk.press("Sì, è così")
    assert "25 € al mese" in desk.text
    assert "22 € al mese" not in desk.text
    with house.store.read() as tx:
        assert [row.state for row in tx.execute(select(proposal).order_by(proposal.c.id))] == ["replaced", "open"]
    assert "Una proposta di un'organizzazione aspetta" in await told(rita)
    assert rita.screen.count("propone per") == 2, "each value is told once"


async def test_a_day_has_room_for_so_many_changes(house: House, desk: Visitor, clock: Clock) -> None:
    for number in range(32):
        await typed(desk, "Cambia il prezzo", f"{20 + number} al mese")
        await desk.press("Sì, è così")
    assert (desk.status, "Per oggi sono già tante" in desk.text) == (429, True)
    assert rows(house, proposal) == 30
    clock.now += timedelta(days=1)
    await typed(desk, "Cambia il prezzo", "9 al mese")
    await desk.press("Sì, è così")
    assert desk.status == 200


async def test_nobody_reaches_the_services_of_others(desk: Visitor, house: House) -> None:
    with house.store.read() as tx:
        catalogue = releases.live(tx)
    assert catalogue
    other = next(one.id for one in catalogue.entries.values() if one.organization.id != GIRASOLE)
    for path in (f"/desk/valid/{other}", "/desk/valid/niente"):
        assert (await desk.open(path)).status == 404
        assert (await desk.client.post(f"{path}/right")).status_code in {403, 404}
    assert other not in (await desk.open("/desk/valid")).answer.text


async def test_an_answer_ends_what_the_card_says(house: House, desk: Visitor, clock: Clock, rita: CorePhone) -> None:
    today = clock.now.date()
    with house.store.write() as tx:
        tx.execute(insert(ask).values(service=SERVICE, asks=3, asked_on=today - timedelta(days=14)))
    elena = CorePhone(house, "elena", now=clock.now)

    async def card() -> str:
        await elena.say("pulsante salvavita per mio padre anziano che abita da solo")
        return elena.screen

    assert "non confermato da novembre 2026: chiedi prima" in await card()
    assert "Un servizio non è confermato" in await told(rita)
    await rita.press("Casa Sicura")
    assert "Chiesto 3 volte se è ancora giusto, l'ultima il 19 gennaio" in rita.screen
    assert "finché non ci rispondi" in (await desk.open("/desk/valid")).text
    await typed(desk, "Cambia il prezzo", "22 al mese")
    await desk.press("Sì, è così")
    assert "non confermato" not in await card()
    with house.store.read() as tx:
        catalogue = releases.live(tx)
        assert catalogue
        assert asks.unconfirmed(tx, catalogue, today) == {}
        assert (
            still_valid.standing(catalogue.entries[SERVICE], asks.kept(tx)[SERVICE], Partners(), today).confirmed_on
            == today
        )
