"""A family needs more than one code: the next one by a button, as many as the offer gives."""

import pytest

from bot.assembly import House
from bot.conversation.messages import Chose
from bot.people import invites
from bot.people.members import Person
from bot.vouchers import claims
from tests.cast import NOON, CorePhone

SERVICE, OFFER = "ghiri-micronido", "ghiri-micronido-retta"  # two codes a person
ONCE = "casa-sicura-rete"


@pytest.fixture
async def carla(any_house: House) -> CorePhone:
    with any_house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", NOON)
    phone = CorePhone(any_house, "carla")
    await phone.start(token)
    await phone.press("Va bene")
    return phone


def codes_of(phone: CorePhone) -> set[str | None]:
    with phone.house.store.read() as tx:
        me = phone.house.keys.person("biomed-padana", phone.user)
        return {one.code for one in claims.held_by(tx, Person(me, "biomed-padana", "it"))}


async def test_the_button_gives_the_next_code_and_goes_with_the_last(carla: CorePhone) -> None:
    carla.send(Chose(f"take:{OFFER}"))
    assert "🎟 Un altro codice (1)" in carla.buttons
    first = carla.voucher
    await carla.press("Un altro codice")
    assert carla.voucher
    assert first
    assert carla.voucher.code != first.code
    assert not [label for label in carla.buttons if "Un altro codice" in label]
    await carla.say("/codici")
    assert all(code in carla.screen for code in codes_of(carla) if code)
    assert len(codes_of(carla)) == 2


async def test_the_same_button_pressed_twice_gives_one(carla: CorePhone) -> None:
    carla.send(Chose(f"take:{OFFER}"))
    button = next(choice.id for choice in carla.choices if choice.id.startswith("again:"))
    for _ in range(3):
        carla.send(Chose(button))
        assert carla.voucher
    assert len(codes_of(carla)) == 2


async def test_beyond_the_limit_the_codes_in_hand_are_a_tap_away(carla: CorePhone) -> None:
    for choice in ("take", "again", "again"):
        carla.send(Chose(f"{choice}:{OFFER}"))
    assert "tutte le volte che si può" in carla.screen
    assert "codes" in [choice.id for choice in carla.choices]
    assert len(codes_of(carla)) == 2


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("un altro codice", 2),
        ("ho due figli e uno solo codice, me ne serve un altro", 2),
        ("ne vorrei un altro per mia moglie", 2),
        ("dammi il codice", 1),
        ("il mio sconto", 1),
    ],
)
async def test_said_with_the_code_on_the_screen_only_a_plain_wish_for_more_takes_more(
    carla: CorePhone, said: str, codes: int
) -> None:
    carla.send(Chose(f"card:{SERVICE}"))
    carla.send(Chose(f"take:{OFFER}"))
    await carla.say(said)
    assert carla.voucher
    assert len(codes_of(carla)) == codes


async def test_an_offer_of_one_code_has_no_such_button(anna: CorePhone) -> None:
    anna.send(Chose(f"take:{ONCE}"))
    assert not [choice for choice in anna.choices if choice.id.startswith("again:")]
    anna.send(Chose(f"again:{ONCE}"))
    assert "tutte le volte che si può" in anna.screen


async def test_a_badge_and_a_shared_code_are_shown_again_not_given_again(anna: CorePhone) -> None:
    with anna.house.store.read() as tx:
        offers = anna.house.concierge.live.edition(tx).catalogue.offers
    for kind in ("none", "shared"):
        same = next(offer.id for _, offer in offers.values() if offer.voucher == kind and offer.companies == "all")
        anna.send(Chose(f"take:{same}"))
        assert not [choice for choice in anna.choices if choice.id.startswith("again:")]
        before = len(codes_of(anna))
        anna.send(Chose(f"again:{same}"))
        assert anna.voucher
        assert len(codes_of(anna)) == before


@pytest.mark.parametrize("name", ["", "nothing", f"{OFFER}:x", "nothing:2", ":2"])
async def test_a_wish_for_nothing_is_answered(anna: CorePhone, name: str) -> None:
    anna.send(Chose(f"again:{name}"))
    assert anna.screen
    assert anna.buttons


async def test_a_guest_gets_none(elena: CorePhone) -> None:
    elena.send(Chose(f"again:{OFFER}"))
    assert elena.voucher is None
    assert "Gli sconti sono per chi lavora" in elena.screen
