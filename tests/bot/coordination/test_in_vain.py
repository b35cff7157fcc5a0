"""Three people tried a service in vain within thirty days: `/stato` says so, and a coordinator answers with one tap."""

from datetime import date, timedelta

from bot.assembly import House
from bot.catalogue import releases
from bot.catalogue.model import Service
from bot.conversation.messages import Chose
from bot.editorial import audit
from bot.editorial.publishing.release_texts import texts_of
from bot.insight import wrong
from bot.insight.wrong import Kind
from tests.cast import NOON, CorePhone

SERVICE = "casa-sicura"
BUTTON = "pulsante salvavita per mio padre anziano che abita da solo"
IN_VAIN = "persone ci hanno provato e non ci sono riuscite"
DAY = timedelta(days=1)
Reports = list[tuple[str, str, int]]  # who, which kind, how many days ago
THREE: Reports = [("u1", "mute", 0), ("u2", "full", 10), ("u3", "mute", 29)]


def reported(house: House, reports: Reports, service: str = SERVICE) -> None:
    kinds = {"code": "w-code", "mute": "w-mute", "full": "w-full", "price": "w-price"}
    for user, kind, ago in sorted(reports, key=lambda one: -one[2]):
        CorePhone(house, user, now=NOON - ago * DAY).send(Chose(f"{kinds[kind]}:{service}"))


def service(house: House) -> Service:
    with house.store.read() as tx:
        return releases.load(tx, releases.current_number(tx) or 0)[0].entries[SERVICE].service


def people(house: House) -> dict[Kind, int]:
    with house.store.read() as tx:
        return next((one.kinds for one in wrong.open_reports(tx, house.keys, NOON, [SERVICE])), {})


async def opened(rita: CorePhone) -> None:
    await rita.say("/catalogo")
    await rita.say("casa sicura")


ROWS: list[tuple[Reports, int, bool]] = [  # what is reported, people in vain, and whether `/stato` names it
    (THREE, 3, True),
    ([("u1", "code", 0), ("u2", "mute", 0), ("u3", "full", 0), ("u4", "full", 0)], 4, True),
    ([("u1", "mute", 0), ("u2", "full", 0)], 2, False),
    ([("u1", "mute", 0), ("u1", "full", 0)], 1, False),
    ([("u1", "mute", 0), ("u1", "full", 0), ("u1", "code", 0)], 1, True),  # one is enough of a code
    ([("u1", "mute", 0), ("u2", "mute", 0), ("u3", "mute", 31)], 2, False),
    ([("u1", "mute", 0), ("u2", "mute", 0), ("u3", "mute", 31), ("u3", "mute", 5)], 3, True),
    ([("u1", "mute", -5), ("u2", "mute", 0), ("u3", "full", 0)], 3, True),  # a clock that went back
    ([("u1", "mute", -40), ("u2", "mute", 0), ("u3", "full", 0)], 2, False),
    ([("u1", "price", 60), ("u2", "mute", 0), ("u3", "full", 0)], 2, True),  # a price stays wrong
]


async def test_three_people_within_thirty_days_stand_in_the_status(house: House, rita: CorePhone) -> None:
    with house.store.read() as tx:
        entries = list(releases.load(tx, 1)[0].entries.values())[: len(ROWS)]
    for entry, (reports, _, _) in zip(entries, ROWS, strict=True):
        reported(house, reports, entry.id)
    with house.store.read() as tx:
        found = {one.service: one for one in wrong.open_reports(tx, house.keys, NOON)}
    assert [(found[one.id].in_vain, found[one.id].wants_a_look) for one in entries] == [row[1:] for row in ROWS]
    await rita.say("/stato")
    listed = [one.service.name.it for one in entries if f"{one.service.name.it}: " in rita.screen]
    assert listed == [] or len(listed) == 5
    assert rita.screen.count(IN_VAIN) >= 4


async def test_they_are_told_at_once_and_an_answer_is_one_tap_away(house: House, rita: CorePhone) -> None:
    reported(house, THREE[1:])
    assert IN_VAIN not in rita.screen
    phone = CorePhone(house, "u1")
    phone.send(Chose(f"w-mute:{SERVICE}"))
    assert "3" not in phone.screen, "who reports never sees how many they are"
    await rita.say("/stato")
    told = [text for text in rita.screen.split("\n\n") if IN_VAIN in text]
    assert told
    await rita.press("Casa Sicura")
    answers = ["Sospendi", "Pieni fino a…", "Confermo: ora rispondono poco", "Scrivi a loro", "Tutto a posto"]
    assert all(answer in label for answer, label in zip(answers, rita.buttons, strict=False))


async def test_full_until_a_day_is_read_back_written_and_over_by_itself(
    house: House, rita: CorePhone, anna: CorePhone
) -> None:
    reported(house, [("u1", "full", 0), ("u2", "full", 0), ("u3", "full", 0)])
    with house.store.read() as tx:
        before = texts_of(tx, 1)["organizations/il-girasole.yaml"]
    await opened(rita)
    await rita.press("Pieni fino a")
    for bad in ("ieri", "1/11/2026", "20 novembre", "boh", "31 gennaio 2062"):
        await rita.say(bad)
        assert "Scrivi un giorno da oggi a un anno" in rita.screen, bad
    await rita.say("fino al 15 gennaio")
    assert "al completo fino al 15 gennaio 2027. Le persone" in rita.screen
    await rita.press("Sì, sono pieni")
    assert "al completo (e fino a quando): Casa Sicura" in rita.screen
    assert "2027-01-15" in rita.screen
    assert service(house).full_until == date(2027, 1, 15)
    with house.store.read() as tx:
        after = texts_of(tx, 2)["organizations/il-girasole.yaml"]
        deed = audit.listing(tx)[0].deed
    assert after.replace("    full_until: 2027-01-15\n", "", 1) == before, "comments and order stay"
    assert deed == audit.Deed("change", SERVICE, "full_until", None, "2027-01-15")
    assert people(house) == {}, "the reports are answered"
    await anna.say(BUTTON)
    assert anna.services[0].id != SERVICE
    anna.send(Chose(f"card:{SERVICE}"))
    assert "⏳ al completo fino al 15 gennaio 2027" in anna.screen
    await anna.say("è pieno, non c'è posto")
    assert "al completo fino al 15 gennaio 2027" in anna.screen
    assert not [label for label in anna.buttons if "Segnalo" in label]
    anna.send(Chose(f"w-full:{SERVICE}"))
    assert people(house) == {}, "it is known"
    await rita.say("/stato")
    assert "Un servizio è segnato al completo" in rita.screen
    await rita.press("Casa Sicura")
    await rita.press("Ci sono di nuovo posti")
    assert "di nuovo con posti" in rita.screen
    assert service(house).full_until is None


async def test_that_they_hardly_answer_is_said_only_once_it_is_confirmed(
    house: House, rita: CorePhone, anna: CorePhone, coordinator: object
) -> None:
    reported(house, [("u1", "mute", 0), ("u2", "mute", 0), ("u3", "mute", 0)])
    anna.send(Chose(f"card:{SERVICE}"))
    await anna.say("non risponde nessuno")
    assert "ultimamente" not in anna.screen.lower()
    await opened(rita)
    confirm = next(choice for choice in rita.choices if "Confermo" in choice.label)
    rita.send(Chose(confirm.id))
    assert "risponde poco: Casa Sicura" in rita.screen
    assert service(house).silent_since == NOON.date()
    rita.send(Chose(confirm.id))
    assert "È già così" in rita.screen, "twice changes nothing"
    anna.send(Chose(f"card:{SERVICE}"))
    await anna.say("non risponde nessuno")
    assert "ultimamente non rispondono" in anna.screen
    assert {"more", "contact:desk"} <= {choice.id for choice in anna.choices}
    anna.send(Chose(f"w-mute:{SERVICE}"))
    assert "ultimamente non rispondono" in anna.screen
    assert people(house) == {}
    await rita.say("/stato")
    await rita.press("Casa Sicura")
    assert "Ultimamente non rispondono" in rita.screen
    await rita.press("È ancora tutto giusto")
    assert not service(house).silent
    assert service(house).silent_since is None, "on the same day too"


async def test_the_organization_is_written_to_without_a_number_and_all_is_settled(
    house: House, rita: CorePhone
) -> None:
    reported(house, THREE)
    await opened(rita)
    await rita.press("Scrivi a loro")
    assert "@" in rita.screen
    assert "non risponde nessuno; non c'è posto" in rita.screen
    assert "3" not in rita.screen
    await rita.press("Vedi la scheda")
    settle = next(choice for choice in rita.choices if "Tutto a posto" in choice.label)
    for _ in range(2):
        rita.send(Chose(settle.id))
        assert "non ci sono più segnalazioni" in rita.screen
    assert people(house) == {}
    with house.store.read() as tx:
        assert [one.deed.act for one in audit.listing(tx)] == ["settle"], "the second time there was nothing"
        assert releases.current_number(tx) == 1


async def test_suspending_answers_them_all_and_a_late_day_is_kept_for_afterwards(house: House, rita: CorePhone) -> None:
    reported(house, [("u1", "code", 0), ("u2", "mute", 0), ("u3", "full", 0)])
    await opened(rita)
    await rita.press("Pieni fino a")
    with house.store.write() as tx:
        assert wrong.alarming(tx, house.keys, SERVICE, NOON) is None, "they were told once"
        assert wrong.alarming(tx, house.keys, SERVICE, NOON + 31 * DAY) is None, "these are over"
    await rita.say("mio marito mi picchia")
    assert "112" in rita.screen, "danger goes before every question"
    await opened(rita)
    await rita.press("Sospendi")
    await rita.say("in ferie")
    await rita.press("Sì, sospendi")
    assert people(house) == {}
    await rita.press("Vedi la scheda")
    await rita.press("Pieni fino a")
    await rita.say("due settimane")
    await rita.press("Sì, sono pieni")
    assert (service(house).suspended, service(house).full_until) == ("in ferie", date(2026, 12, 8))


async def test_a_second_press_makes_no_release_and_still_answers_what_came_since(house: House, rita: CorePhone) -> None:
    for _ in range(2):
        reported(house, THREE)
        await opened(rita)
        await rita.press("È ancora tutto giusto")
        assert people(house) == {}
    assert "Casa Sicura è già così com'è in linea" in rita.screen
    with house.store.read() as tx:
        assert releases.current_number(tx) == 2
        assert len(audit.listing(tx)) == 1


async def test_a_service_that_is_gone_stands_nowhere(house: House, rita: CorePhone) -> None:
    with house.store.write() as tx:
        for user in ("u1", "u2", "u3"):
            wrong.note(tx, house.keys, "gone", "mute", release=1, user=user, now=NOON)
        assert wrong.alarming(tx, house.keys, "gone", NOON)
    await rita.say("/stato")
    assert IN_VAIN not in rita.screen


async def test_it_goes_the_same_on_every_database(any_house: House) -> None:
    reported(any_house, [*THREE, ("u1", "mute", 3), ("u1", "mute", 0)])
    with any_house.store.write() as tx:
        found = wrong.open_reports(tx, any_house.keys, NOON)
    assert [(one.people, one.in_vain, one.kinds) for one in found] == [(3, 3, {"mute": 2, "full": 1})]
