"""Coming in by a link, moving, and a company that leaves: a clear answer with a next step, in both languages."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from bot.assembly import House
from bot.catalogue import releases
from bot.catalogue.interval import Interval
from bot.catalogue.text import Language
from bot.conversation.messages import Began, Chose
from bot.editorial.publishing.publish import go_back
from bot.people import invites
from bot.people.invites import Invite
from bot.store import clock
from bot.store.insight import counted
from bot.store.tables import invite as invite_table
from bot.store.tables import person, voucher
from tests.cast import NOON, CorePhone, the_choice

FORGED = "AbCdEfGhIjKlMnOpQrStUvWxYz12"


def link(house: House, kind: str) -> str:
    """Make the link of each kind of hostile or unlucky hand."""
    with house.store.write() as tx:
        match kind:
            case "cut":
                return invites.create(tx, "biomed-padana", NOON, network="terre-argine")[:-4]
            case "revoked":
                token = invites.create(tx, "biomed-padana", NOON, network="terre-argine")
                invites.revoke(tx, "biomed-padana", NOON)
                return token
            case "ended":
                return invites.create(tx, "biomed-padana", NOON, ends_at=NOON - timedelta(days=1))
            case "full":
                token = invites.create(tx, "biomed-padana", NOON, max_uses=1)
                found = invites.look(tx, token, NOON)
                assert isinstance(found, Invite)
                assert invites.enter(tx, found.key, NOON)
                return token
            case "elsewhere":
                token = invites.create(tx, "biomed-padana", NOON, network="valli-del-po")
                tx.execute(invite_table.delete())  # it was made in another network's database
                return token
    return FORGED


KINDS = {
    "unknown": ("non lo conosco", "I do not know this link"),
    "cut": ("a metà", "Only part of this link"),
    "revoked": ("ritirato", "withdrawn"),
    "ended": ("scaduto", "expired"),
    "full": ("già usato tutte", "Everybody"),
    "elsewhere": ("altra rete", "another network"),
}


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("kind", KINDS)
async def test_a_link_that_does_not_open_says_why_and_what_next(house: House, kind: str, language: Language) -> None:
    phone = CorePhone(house, "elena")
    token = link(house, kind)
    with house.store.write() as tx:
        phone.messages = house.concierge.handle(tx, "elena", Began(token), NOON, hint=language).messages
    assert KINDS[kind][language == "en"] in phone.screen
    assert ("guardare i servizi" if language == "it" else "look at the services") in phone.screen
    assert len(phone.buttons) == 5
    with house.store.read() as tx:
        assert tx.execute(select(person.c.id)).all() == []


FORWARDED = {
    "it": ("per chi lavora in Biomed Padana. Se non ci lavori, guarda pure", "Guardo senza sconti", "Figli e scuola"),
    "en": (
        "for people who work at Biomed Padana. If you do not, do look around",
        "without discounts",
        "Children and school",
    ),
}


@pytest.mark.parametrize("language", FORWARDED)
async def test_a_forwarded_link_says_whose_it_is_and_offers_a_way_without(house: House, language: Language) -> None:
    says, button, door = FORWARDED[language]
    with house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", NOON)
        stranger = CorePhone(house, "stranger")
        stranger.messages = house.concierge.handle(tx, "stranger", Began(token), NOON, hint=language).messages
    assert says in stranger.screen
    with house.store.write() as tx:
        no = the_choice(stranger.choices, button).id
        stranger.messages = house.concierge.handle(tx, "stranger", Chose(no), NOON, hint=language).messages
    assert door in stranger.buttons


async def test_only_a_yes_counts_as_a_use_and_the_last_place_is_given_once(any_house: House) -> None:
    house = any_house
    with house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", NOON, max_uses=1)
    first, second = CorePhone(house, "first"), CorePhone(house, "second")
    await first.start(token)
    await second.start(token)
    await second.press("Va bene")
    await first.press("Va bene")
    assert "Grazie" in second.screen
    assert "già usato tutte" in first.screen
    await first.say("cerco un dentista")
    assert first.services
    await second.start(token)
    assert "Rieccoti" in second.screen, "who is in already needs no place"


async def test_in_two_companies_the_newest_membership_wins_and_erasing_finds_both(
    house: House, anna: CorePhone, invite: Callable[[str], str]
) -> None:
    anna.send(Chose("take:casa-sicura-rete"))
    await anna.start(invite("ceramiche-secchia"))
    assert "Adesso sei qui con Biomed Padana. Se dici di sì passi a Ceramiche Secchia" in anna.screen
    assert "I codici che hai già preso restano validi, e per tornare basta riaprire l'altro link" in anna.screen
    await anna.press("Va bene")
    anna.send(Chose("take:casa-sicura-rete"))
    await anna.say("/codici")
    assert anna.screen.count("GIRA-") == 1, "the code of before is still there, and good for the same person here"
    with house.store.read() as tx:
        assert len(tx.execute(select(person.c.id)).all()) == 2
    anna.send(Chose("forget:yes"))
    with house.store.read() as tx:
        assert tx.execute(select(person.c.id)).all() == []
        assert tx.execute(select(voucher.c.person)).scalars().all() == [None]


async def test_a_no_to_another_company_keeps_the_membership(
    house: House, anna: CorePhone, invite: Callable[[str], str]
) -> None:
    await anna.start(invite("ceramiche-secchia"))
    await anna.press("Guardo senza sconti")
    assert "sei qui con Biomed Padana" in anna.screen
    anna.send(Chose("take:casa-sicura-rete"))
    assert anna.voucher


async def test_in_two_companies_the_other_link_brings_back(any_house: House) -> None:
    with any_house.store.write() as tx:
        links = [invites.create(tx, company, NOON) for company in ("biomed-padana", "ceramiche-secchia")]
    phone = CorePhone(any_house, "anna")
    for link_ in (*links, links[0]):
        await phone.start(link_)
        await phone.press("Va bene")
    await phone.say("/lingua")
    await phone.press("English")
    await phone.start(links[0])
    assert "This link is from Biomed Padana" in phone.screen
    await phone.start(links[1])
    assert "You are here with Biomed Padana now. If you say yes you move to Ceramiche Secchia" in phone.screen


NEED = "pulsante salvavita per mio padre anziano che abita da solo"


async def test_a_discount_pressed_after_forget_me_is_refused_with_the_way_back(any_house: House) -> None:
    """Two phones of one person: on one she forgets, on the other the card is still there."""
    with any_house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", NOON)
    one, other = CorePhone(any_house, "anna"), CorePhone(any_house, "anna")
    await one.start(token)
    await one.press("Va bene")
    await one.say(NEED)
    await other.say("/dimenticami")
    await other.press("Sì, cancella tutto")
    assert "Fatto, ho cancellato tutto. Per tornare, riapri il link della tua azienda." in other.screen
    await one.press("Il mio sconto")
    assert one.voucher is None
    assert "Apri il link della tua azienda e tocca «Va bene, iniziamo»" in one.screen
    assert one.buttons
    with any_house.store.read() as tx:
        assert not tx.execute(select(person.c.id)).all()
        assert not tx.execute(select(voucher.c.code)).all()
        assert not tx.execute(select(counted.c.mark)).all()


def republish(house: House, *, member: Interval | None, since: timedelta = timedelta()) -> None:
    """Publish the catalogue again, with Biomed Padana a member for an interval, or gone altogether."""
    with house.store.write() as tx:
        catalogue, engine = releases.load(tx, 1)
        companies = [company for company in catalogue.release.companies if company.id != "biomed-padana"]
        if member:
            companies.append(catalogue.companies["biomed-padana"].model_copy(update={"member": member}))
        releases.add(tx, catalogue.release.model_copy(update={"companies": tuple(companies)}), engine, NOON - since)


LEFT = {
    "its last day was yesterday": Interval(last=NOON.date() - timedelta(days=1)),
    "it is gone for two weeks": None,
}


@pytest.fixture(params=list(LEFT.values()), ids=list(LEFT))
def leaves(request: pytest.FixtureRequest, house: House) -> Callable[[], None]:
    return lambda: republish(house, member=request.param, since=timedelta(days=15))


async def test_people_of_a_company_that_leaves_are_told_once_and_stay_as_guests(
    house: House, anna: CorePhone, leaves: Callable[[], None]
) -> None:
    anna.send(Chose("take:casa-sicura-rete"))
    leaves()
    await anna.say("pulsante salvavita per mio padre anziano che abita da solo")
    assert "Biomed Padana non fa più parte della rete" in anna.screen
    assert "valgono fino alla loro scadenza" in anna.screen
    assert anna.services
    assert "Il mio sconto" not in "".join(anna.buttons)
    await anna.say("cerco un dentista")
    assert "non fa più parte" not in anna.screen
    await anna.say("/codici")
    assert "GIRA-" in anna.screen


async def test_offers_of_a_company_that_leaves_stop_at_once(anna: CorePhone, leaves: Callable[[], None]) -> None:
    leaves()
    anna.send(Chose("take:casa-sicura-rete"))
    assert anna.voucher is None
    assert "Gli sconti sono per chi lavora" in anna.screen


async def test_people_of_a_company_that_left_are_still_found_by_forgetting(
    house: House, anna: CorePhone, leaves: Callable[[], None]
) -> None:
    anna.send(Chose("take:casa-sicura-rete"))
    leaves()
    await anna.say("ciao")
    await anna.say("/dimenticami")
    await anna.press("Sì, cancella tutto")
    with house.store.read() as tx:
        assert tx.execute(select(person.c.id)).all() == []
        assert tx.execute(select(voucher.c.person)).scalars().all() == [None]


async def test_the_link_of_a_company_that_left_says_so(
    house: House, elena: CorePhone, invite: Callable[[str], str], leaves: Callable[[], None]
) -> None:
    token = invite("biomed-padana")
    leaves()
    await elena.start(token)
    assert "Per ora Biomed Padana non fa parte della rete" in elena.screen
    assert "Figli e scuola" in elena.buttons


async def test_a_yes_that_waited_while_the_company_left_opens_nothing(
    house: House, elena: CorePhone, invite: Callable[[str], str], leaves: Callable[[], None]
) -> None:
    await elena.start(invite("biomed-padana"))
    leaves()
    await elena.press("Va bene")
    assert "Gli sconti sono per chi lavora" in elena.screen
    with house.store.read() as tx:
        assert tx.execute(select(person.c.id)).all() == []


async def test_a_company_is_in_until_its_last_day(house: House, anna: CorePhone) -> None:
    republish(house, member=Interval(first=date(2025, 3, 1), last=NOON.date()))
    anna.send(Chose("take:casa-sicura-rete"))
    assert anna.voucher
    anna.now += timedelta(days=1)
    anna.send(Chose("take:casa-sicura-rete"))
    assert "non fa più parte" in anna.screen


async def test_a_company_that_comes_back_finds_its_people_after_their_yes(
    house: House, anna: CorePhone, invite: Callable[[str], str]
) -> None:
    anna.send(Chose("take:casa-sicura-rete"))
    republish(house, member=None, since=timedelta(days=15))
    await anna.say("ciao")
    republish(house, member=Interval())
    await anna.say("/codici")
    await anna.start(invite("biomed-padana"))
    await anna.press("Va bene")
    anna.send(Chose("take:casa-sicura-rete"))
    assert anna.voucher


@pytest.mark.parametrize("days", [0, 13])
async def test_a_slip_in_the_file_of_companies_ends_no_membership(
    house: House, anna: CorePhone, invite: Callable[[str], str], days: int
) -> None:
    anna.send(Chose("take:casa-sicura-rete"))
    republish(house, member=None, since=timedelta(days=days))
    await anna.say(NEED)
    assert "non fa più parte" not in anna.screen
    await anna.start(invite("ceramiche-secchia"))
    assert "Adesso sei qui con Biomed Padana" in anna.screen
    await anna.press("Guardo senza sconti")
    republish(house, member=Interval())
    await anna.say("/codici")
    assert "GIRA-" in anna.screen
    with house.store.read() as tx:
        assert tx.execute(select(person.c.ended_at)).scalars().all() == [None]


async def test_while_ones_company_is_missing_a_new_text_can_be_said_yes_to(house: House, anna: CorePhone) -> None:
    with house.store.write() as tx:
        tx.execute(update(person).values(consent="20250101-0000000"))
    republish(house, member=None)
    await anna.say(NEED)
    assert "Il testo sulla privacy è cambiato" in anna.screen
    anna.send(Chose("consent:yes"))
    assert "Grazie" in anna.screen
    await anna.say(NEED)
    assert anna.services


async def test_going_back_to_a_release_of_before_the_company_came_ends_no_membership_before_two_weeks(
    house: House, anna: CorePhone
) -> None:
    republish(house, member=None)
    republish(house, member=Interval())
    go_back(house.store, 2, now=NOON, train=lambda _: b"")
    await anna.say(NEED)
    assert "non fa più parte" not in anna.screen
    anna.now = NOON + timedelta(days=15)
    await anna.say(NEED)
    assert "Biomed Padana non fa più parte della rete" in anna.screen


async def test_by_a_clock_that_cannot_be_right_nobody_leaves(
    house: House, anna: CorePhone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "AHEAD", timedelta(days=3))
    republish(house, member=Interval(last=NOON.date()))
    anna.now = NOON + timedelta(days=30)
    await anna.say(NEED)
    assert "non fa più parte" not in anna.screen
    anna.now = NOON + timedelta(days=2)
    await anna.say(NEED)
    assert "Biomed Padana non fa più parte della rete" in anna.screen


async def test_the_link_of_ones_own_company_takes_back_a_question_that_waits(
    house: House, anna: CorePhone, invite: Callable[[str], str]
) -> None:
    await anna.start(invite("ceramiche-secchia"))
    await anna.start(invite("biomed-padana"))
    assert "Rieccoti" in anna.screen
    anna.send(Chose("consent:yes"))
    with house.store.read() as tx:
        assert tx.execute(select(person.c.company)).scalars().all() == ["biomed-padana"], "an old yes moves nobody"
