"""Where desks scan, who holds a voucher shows a badge or a code as a picture; elsewhere nothing of it is there."""

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
import zxingcpp
from PIL import Image

from bot.assembly import House
from bot.conversation.messages import Chose
from bot.partners import badges
from bot.partners.badges import Badge, Fault, check, public_key
from tests.cast import NOON, CorePhone
from tests.conftest import member

WEB = "https://welfare.example.org"
BADGE, CODE, PAIR = "gomme-e-tagliando-badge", "casa-sicura-rete", "ghiri-micronido-retta"


@pytest.fixture
async def bruno(house: House, invite: Callable[[str], str]) -> CorePhone:
    """Bruno's company has the offer that needs no code, and his network's desks scan."""
    house.concierge.web_url = WEB
    return await member(house, invite, "bruno")


@pytest.fixture
async def anna(house: House, invite: Callable[[str], str]) -> CorePhone:
    house.concierge.web_url = WEB
    return await member(house, invite, "anna")


def pictures(phone: CorePhone) -> list[str]:
    """What the QR pictures of the last reply say."""
    files = [message.attachment for message in phone.messages if message.attachment]
    assert all(file.media_type == "image/png" for file in files)
    assert all(message.private for message in phone.messages if message.attachment), "nobody forwards one"
    return [zxingcpp.read_barcodes(Image.open(io.BytesIO(file.content)))[0].text for file in files]


def shown(phone: CorePhone) -> Badge | Fault:
    (address,) = pictures(phone)
    assert address.startswith(f"{WEB}/b/b1.")
    return check(public_key(phone.house.keys), address.removeprefix(f"{WEB}/b/"), phone.now)


async def test_who_took_the_discount_shows_a_badge_with_one_tap(bruno: CorePhone) -> None:
    bruno.send(Chose(f"take:{BADGE}"))
    assert "allo sportello tocca «🎫 Mostra il badge»" in bruno.screen
    await bruno.press("Mostra il badge")
    assert "fino alle 12:10" in bruno.screen, "on the clocks of Carpi"
    badge = shown(bruno)
    assert isinstance(badge, Badge)
    assert (badge.offer, badge.ends) == (BADGE, NOON + badges.GOOD_FOR)


async def test_a_new_badge_is_another_one(bruno: CorePhone) -> None:
    bruno.send(Chose(f"take:{BADGE}"))
    await bruno.press("Mostra il badge")
    first = pictures(bruno)
    bruno.now += timedelta(minutes=9)
    await bruno.press("Un badge nuovo")
    assert pictures(bruno) != first
    assert "fino alle 12:19" in bruno.screen


async def test_days_later_the_list_of_codes_leads_to_it(bruno: CorePhone) -> None:
    bruno.send(Chose(f"take:{BADGE}"))
    bruno.now += timedelta(days=3)
    await bruno.say("/codici")
    await bruno.press("Badge: ")
    assert isinstance(shown(bruno), Badge)


async def test_a_code_is_shown_as_a_picture_beside_the_code(anna: CorePhone) -> None:
    anna.send(Chose(f"take:{CODE}"))
    assert anna.voucher
    assert len(anna.messages) == 1, "no message more before the code"
    await anna.press("Mostra come QR")
    assert pictures(anna) == [anna_code(anna)]
    await anna.say("/codici")
    await anna.press("QR: ")
    assert pictures(anna) == [anna_code(anna)]


async def test_every_code_of_an_offer_in_hand_is_a_picture(anna: CorePhone) -> None:
    codes = []
    for choice in (f"take:{PAIR}", f"again:{PAIR}"):
        anna.send(Chose(choice))
        assert anna.voucher
        codes.append(anna.voucher.code)
    await anna.press("Mostra come QR")
    assert sorted(pictures(anna)) == sorted(map(str, codes))
    assert anna.buttons == ["Cerco altro"]


@pytest.mark.parametrize("choice", ["consent:withdraw", "forget:yes"])
async def test_who_is_no_member_any_more_has_no_badge(bruno: CorePhone, choice: str) -> None:
    bruno.send(Chose(f"take:{BADGE}"))
    bruno.send(Chose(choice))
    bruno.send(Chose(f"badge:{BADGE}"))
    assert pictures(bruno) == []
    assert not [one for one in bruno.choices if one.id.startswith("badge:")]


async def test_the_code_of_who_left_can_still_be_scanned(anna: CorePhone) -> None:
    anna.send(Chose(f"take:{CODE}"))
    code = anna_code(anna)
    anna.send(Chose("consent:withdraw"))
    anna.send(Chose(f"qr:{CODE}"))
    assert pictures(anna) == [code]
    anna.send(Chose("forget:yes"))
    anna.send(Chose(f"qr:{CODE}"))
    assert pictures(anna) == []


@pytest.mark.parametrize("choice", [f"badge:{BADGE}", f"badge:{CODE}", f"qr:{CODE}", f"qr:{BADGE}", "badge:", "qr:no"])
async def test_who_holds_none_sees_what_they_hold(bruno: CorePhone, elena: CorePhone, choice: str) -> None:
    for phone in (bruno, elena):
        phone.send(Chose(choice))
        assert pictures(phone) == []
        assert phone.buttons


async def test_a_discount_that_has_ended_has_no_badge(bruno: CorePhone) -> None:
    bruno.send(Chose(f"take:{BADGE}"))
    bruno.now += timedelta(days=3_000)
    bruno.send(Chose(f"badge:{BADGE}"))
    assert pictures(bruno) == []


async def test_without_a_web_face_all_is_as_before(house: House, bruno: CorePhone) -> None:
    house.concierge.web_url = None
    bruno.send(Chose(f"take:{BADGE}"))
    assert "mostra il tesserino della tua azienda" in bruno.screen
    await bruno.say("/codici")
    assert bruno.buttons == ["Cerco altro"]
    bruno.send(Chose(f"badge:{BADGE}"))
    assert pictures(bruno) == []


def anna_code(anna: CorePhone) -> str:
    anna.send(Chose(f"take:{CODE}"))
    assert anna.voucher
    return str(anna.voucher.code)
