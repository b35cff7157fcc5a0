"""The desk in a browser: a code is typed, told in big letters, marked by one more tap, and taken back."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.conversation.messages import Began, Chose
from bot.people import invites
from handlers.web.visit import Web
from tests.cast import NOON, CorePhone
from tests.handlers.web.conftest import Clock
from tests.handlers.web.visitor import Visitor

Opened = Callable[..., Awaitable[Visitor]]
OFFER, DESK = "casa-sicura-rete", "/desk"


def take(web: Web, offer: str = OFFER, user: str = "anna") -> str:
    """Let somebody take a code in the chat."""
    with web.house.store.write() as tx:
        link = invites.create(tx, "biomed-padana", NOON)
    phone = CorePhone(web.house, user)
    for message in (Began(link), Chose("consent:yes"), Chose(f"take:{offer}")):
        phone.send(message)
    assert phone.voucher
    assert phone.voucher.code
    return phone.voucher.code


def owner_of(web: Web, offer: str = OFFER) -> str:
    with web.house.store.read() as tx:
        return web.edition(tx).catalogue.offers[offer][0].organization.id


@pytest.fixture
async def desk(opened: Opened, web: Web) -> Visitor:
    """Mara's telephone at the desk of the organization whose code Anna takes."""
    return await opened("partner", owner_of(web))


async def check(desk: Visitor, code: str, button: str = "Controlla") -> str:
    await desk.open(DESK)
    await desk.press(button, code=code)
    return desk.text


async def test_a_valid_code_says_what_it_gives_and_until_when(desk: Visitor, web: Web) -> None:
    code = take(web)
    text = await check(desk, code.replace("-", " ").lower())
    assert "✓ Valido" in text
    assert "Vale fino al" in text
    assert "Casa Sicura" in text
    assert "Segna come usato" in text
    assert code not in str(desk.answer.url)


async def test_one_more_tap_marks_it_and_the_next_desk_hears_when(desk: Visitor, opened: Opened, web: Web) -> None:
    code = take(web)
    await check(desk, code)
    await desk.press("Segna come usato")
    assert "✓✓ Segnato come usato" in desk.text
    other = await opened("partner", owner_of(web))
    assert "! Già usato" in await check(other, code)
    assert "È stato usato il 24 novembre" in other.text
    assert "Segna come usato" not in other.text
    assert "Annulla" not in other.text


async def test_a_slip_is_taken_back_within_ten_minutes_from_the_verdict_or_the_list(
    desk: Visitor, web: Web, clock: Clock
) -> None:
    code = take(web)
    await check(desk, code)
    await desk.press("Segna come usato")
    await desk.press("Annulla: non è stato usato")
    assert "✓ Valido" in desk.text
    await desk.press("Segna come usato")
    await desk.open(DESK)
    assert f"finisce con {code[-4:]}" in desk.text
    assert code not in desk.text
    clock.now += timedelta(minutes=9)
    await desk.press(f"Annulla {code[-4:]}")
    assert "✓ Valido" in desk.text
    await desk.press("Segna come usato")
    clock.now += timedelta(minutes=10)
    await desk.open(DESK)
    assert "Annulla" not in desk.text


async def test_a_tap_twice_the_way_back_and_two_tabs_do_it_once(desk: Visitor, web: Web) -> None:
    code = take(web)
    await check(desk, code)
    form = next(one for one in desk.page.forms if "Segna come usato" in one.buttons)
    for _ in range(3):
        answer = await desk.client.post(form.action, data=form.fields)
        assert answer.status_code == 303
    await desk.open(answer.headers["location"])
    assert "✓✓ Segnato come usato" in desk.text
    undo = next(one for one in desk.page.forms if "Annulla: non è stato usato" in one.buttons)
    for _ in range(2):
        assert (await desk.client.post(undo.action, data=undo.fields)).status_code == 303
    assert "✓ Valido" in await check(desk, code)


async def test_two_tabs_each_show_the_verdict_of_their_own_code(desk: Visitor, web: Web) -> None:
    await check(desk, take(web))
    first = str(desk.answer.url)
    await check(desk, "NIENTE-123")
    assert "? Non è un vostro codice" in desk.text
    assert "✓ Valido" in (await desk.open(first)).text


async def test_a_code_of_somebody_else_and_an_invented_one_are_the_same(opened: Opened, web: Web) -> None:
    other = await opened("partner", next(name for name in organizations(web) if name != owner_of(web)))
    said = [(await check(other, code), other.answer.text)[0] for code in (take(web), "CASA-2345-6789")]
    assert said[0] == said[1]


def organizations(web: Web) -> list[str]:
    with web.house.store.read() as tx:
        return [one.id for one in web.edition(tx).catalogue.release.organizations]


async def test_a_code_that_is_over_says_until_when_it_was_good(opened: Opened, web: Web, clock: Clock) -> None:
    code = take(web)
    with web.house.store.read() as tx:
        last = web.edition(tx).catalogue.offers[OFFER][1].valid.last
    assert last
    clock.now += timedelta(days=(last - NOON.date()).days + 1)
    late = await opened("partner", owner_of(web))
    assert "× Scaduto" in await check(late, code)
    assert "Valeva fino al" in late.text


async def test_a_shared_code_has_nothing_to_mark(opened: Opened, web: Web) -> None:
    with web.house.store.read() as tx:
        entry, offer = next(pair for pair in web.edition(tx).catalogue.offers.values() if pair[1].code)
    shared = await opened("partner", entry.organization.id)
    assert "È lo stesso per tutti" in await check(shared, (offer.code or "").lower())
    assert "Segna come usato" not in shared.text


async def test_wrong_codes_wait_kindly_and_a_right_one_goes_on_afterwards(
    desk: Visitor, web: Web, clock: Clock
) -> None:
    code = take(web)
    for number in range(6):
        assert "Non è un vostro codice" in await check(desk, f"NO-{number}")
    text = await check(desk, code)
    assert "Aspetta un momento" in text
    assert "Riprova tra 5 secondi" in text
    clock.now += timedelta(seconds=5)
    assert "✓ Valido" in await check(desk, code)


TYPED = ("", "   ", "-", "\0", "<script>alert(1)</script>", "x" * 10_000, "' OR 1=1 --", "😀", "\u202e", "…")


async def test_whatever_is_typed_is_answered_and_nothing_of_it_is_shown(desk: Visitor, clock: Clock) -> None:
    for typed in TYPED:
        text = await check(desk, typed)
        assert desk.status == 200
        assert "<script>" not in desk.answer.text
        assert "Valido" not in text
        clock.now += timedelta(minutes=5)


async def test_who_has_no_link_or_another_role_sees_no_desk(visitor: Visitor, opened: Opened, web: Web) -> None:
    company = await opened("company", "biomed-padana")
    for somebody in (visitor, company):
        for path in (DESK, f"{DESK}/seen/1"):
            assert (await somebody.open(path)).status == 403
        for path in ("look", "mark", "undo"):
            assert (await somebody.client.post(f"{DESK}/{path}", data={"code": take(web)})).status_code == 403


async def test_an_old_or_invented_number_shows_the_box(desk: Visitor) -> None:
    for number in ("0", "7", "x", "٣", "1" * 5_000, "²", "-1", "%00"):
        assert (await desk.open(f"{DESK}/seen/{number}")).status == 200, number
        assert "Controlla" in desk.text


async def test_the_desk_speaks_english_and_says_no_name_of_anybody(desk: Visitor, web: Web) -> None:
    code = take(web)
    await desk.open(f"{DESK}?lang=en")
    text = await check(desk, code, "Check")
    assert "✓ Valid" in text
    assert "Good until" in text
    for word in ("biomed", "Biomed", "anna"):
        assert word not in desk.answer.text


async def test_a_form_without_its_token_marks_nothing(desk: Visitor, web: Web) -> None:
    code = take(web)
    await check(desk, code)
    form = next(one for one in desk.page.forms if "Segna come usato" in one.buttons)
    stolen: dict[str, Any] = {**form.fields, "token": "0" * 64}
    assert (await desk.client.post(form.action, data=stolen)).status_code == 403
    assert "✓ Valido" in await check(desk, code)
