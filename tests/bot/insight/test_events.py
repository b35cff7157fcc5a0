"""People are counted once a quarter, without a trace of who they are, and never in danger or as guests."""

from collections import Counter
from datetime import timedelta
from threading import Thread

import pytest
from sqlalchemy import select

from bot.assembly import House
from bot.catalogue.distance import serves
from bot.conversation.messages import ERASE, LATE, STALE, Chose, from_text
from bot.insight import events
from bot.insight.events import Gap, Thing
from bot.people import invites
from bot.people.kept import GAP
from bot.people.members import Person
from bot.store.insight import counted, unmet
from bot.store.tables import person, voucher
from tests.cast import NOON, CorePhone

DAY = NOON.date()


def cells(house: House) -> Counter[tuple[str, str, str]]:
    """Return what is counted besides the way in: company, kind and value."""
    with house.store.read() as tx:
        rows = [house.keys.unpack(content) for content in tx.execute(select(counted.c.content)).scalars()]
    return Counter((company, kind, value) for company, kind, value in rows if kind != "place")


def gaps_of(house: House) -> list[list[str]]:
    """Return need, town and week of what was asked in vain."""
    with house.store.read() as tx:
        return [house.keys.unpack(content)[:3] for content in tx.execute(select(unmet.c.content)).scalars()]


def test_who_comes_in_is_counted_for_the_place_of_the_link(house: House) -> None:
    with house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", NOON, place="canteen")
    phone = CorePhone(house, "anna")
    phone.send(from_text(f"/start {token}"))
    phone.send(Chose("consent:yes"))
    with house.store.read() as tx:
        (content,) = tx.execute(select(counted.c.content)).scalars()
    assert house.keys.unpack(content) == ["biomed-padana", "place", "canteen"]


def test_a_conversation_counts_its_person_once_for_each_thing(house: House, anna: CorePhone) -> None:
    for _ in range(2):
        anna.send(from_text("cerco una badante convivente per mia mamma a Soliera"))
        shown = anna.services[0]
        anna.send(Chose(next(choice.id for choice in anna.choices if choice.id.startswith("take:"))))
    found = cells(house)
    assert set(found.values()) == {1}
    mine = {(kind, value) for company, kind, value in found if company == "biomed-padana"}
    assert mine == {("reached", ""), ("need", "anziani"), ("town", "soliera"), ("taken", "")}
    services = {(kind, value) for company, kind, value in found if company == ""}
    assert {("shown", shown.id), ("claimed", shown.id)} <= services


def test_who_was_not_accepted_is_counted_once_for_the_service_and_no_company(house: House, anna: CorePhone) -> None:
    anna.send(from_text("cerco una badante convivente per mia mamma a Soliera"))
    shown = anna.services[0]
    anna.send(Chose(next(choice.id for choice in anna.choices if choice.id.startswith("take:"))))
    for _ in range(2):
        anna.send(Chose(f"refused:{shown.id}"))
    assert cells(house)["", "refused", shown.id] == 1


@pytest.mark.parametrize("choice", [ERASE, f"{ERASE}:{LATE}"])
def test_danger_is_never_counted(house: House, anna: CorePhone, choice: str) -> None:
    anna.send(from_text("mio marito mi picchia"))
    assert "112" in anna.screen
    anna.send(Chose(choice))
    assert not cells(house), "not even that it was taken off the screen"


def test_guests_are_nobodys_people(house: House, elena: CorePhone) -> None:
    elena.send(from_text("cerco una badante convivente per mia mamma"))
    assert elena.services
    assert not cells(house)


def test_looking_after_ones_rights_is_not_counted(house: House, anna: CorePhone) -> None:
    for words in ("/privacy", "/imieidati", "/lingua", "/dimenticami"):
        anna.send(from_text(words))
    anna.send(Chose(STALE))  # only a yes or no of long ago becomes it
    assert not cells(house)


@pytest.mark.parametrize(
    ("said", "pressed", "need"),
    [("voglio comprare un iphone nuovo", None, events.OUTSIDE), ("cerco una badante convivente", "none", "badante")],
)
def test_what_is_asked_in_vain_is_kept_by_need_town_and_week(
    house: House, anna: CorePhone, said: str, pressed: str | None, need: str
) -> None:
    anna.send(from_text(said))
    if pressed:
        anna.send(Chose(pressed))
    assert gaps_of(house) == [[need, "", str(DAY - timedelta(days=1))]]
    assert ("biomed-padana", "unmet", "anziani" if pressed else events.OUTSIDE) in cells(house)


def test_a_need_that_nobody_serves_in_the_town_is_unmet(any_house: House) -> None:
    with any_house.store.read() as tx:
        catalogue = any_house.concierge.live.edition(tx).catalogue
    phone = CorePhone(any_house, "anna", "biomed-padana")
    phone.send(from_text("/start"))
    phone.send(Chose("consent:yes"))
    lonely = next(
        (need, town)
        for need, entries in catalogue.by_need.items()
        for town in catalogue.towns
        if entries and not any(serves(entry, town) for entry in entries)
    )
    phone.send(Chose(f"need:{lonely[0]}"))
    phone.send(Chose(f"town:{lonely[1]}"))
    assert [tuple(gap[:2]) for gap in gaps_of(any_house)] == [lonely]


def test_forget_me_takes_the_person_out_of_every_open_count(any_house: House) -> None:
    keys = any_house.keys
    for user in ("anna", "bruno"):
        phone = CorePhone(any_house, user, "biomed-padana")
        phone.send(from_text("/start"))
        phone.send(Chose("consent:yes"))
        phone.send(from_text("cerco una badante convivente per mia mamma a Soliera"))
        phone.send(Chose("none"))
    before = cells(any_house)
    CorePhone(any_house, "anna").send(Chose("forget:yes"))
    assert set(before.values()) == {2}
    assert set(cells(any_house).values()) == {1}
    with any_house.store.read() as tx:
        (content,) = tx.execute(select(unmet.c.content)).scalars()
    assert keys.unpack(content)[-1] == keys.event("2026-11-01", GAP, "badante", keys.person("biomed-padana", "bruno"))


def test_forget_me_in_the_middle_of_a_claim_waits_for_it_and_takes_its_counts_too(any_house: House) -> None:
    anna = CorePhone(any_house, "anna", "biomed-padana")
    for message in (from_text("/start"), Chose("consent:yes"), from_text("cerco una badante convivente")):
        anna.send(message)
    take = next(choice for choice in anna.choices if choice.id.startswith("take:"))
    forgets = Thread(target=lambda: CorePhone(any_house, "anna").send(Chose("forget:yes")))
    with any_house.store.write() as tx:
        reply = any_house.router.handle(tx, "anna", Chose(take.id), NOON)
        forgets.start()
        forgets.join(0.5)
        assert forgets.is_alive()
    forgets.join()
    assert reply.messages[0].voucher
    with any_house.store.read() as tx:
        assert not tx.execute(select(person.c.id)).all()
        assert set(tx.execute(select(voucher.c.person)).scalars()) == {None}
    assert not cells(any_house)


def test_two_rows_of_one_person_have_no_mark_in_common(house: House, anna: CorePhone) -> None:
    me = house.keys.person("biomed-padana", "anna")
    with house.store.write() as tx:
        person = Person(me, "biomed-padana", "it")
        for day in (DAY, DAY + timedelta(days=60)):
            events.note(
                tx, house.keys, person, [Thing("need", "anziani"), Thing("need", "tutele"), Thing("taken")], day
            )
            events.note_gaps(tx, house.keys, person, [Gap("badante"), Gap("nido")], day)
        every = [row for table in (counted, unmet) for row in tx.execute(select(table.c.mark, table.c.content))]
    marks, contents = {row.mark for row in every}, {row.content for row in every}
    assert len(marks) == len(contents) == len(every) == 11
