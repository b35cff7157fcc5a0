"""One-time links: opened by a press, in one browser, until they are revoked; what does not open says what to do."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.people import tokens, web_links
from handlers.web.visit import Web
from tests.handlers.web.conftest import Clock
from tests.handlers.web.visitor import Visitor


async def test_looking_opens_nothing_and_the_press_does_once(
    visitors: Callable[[], Visitor], link: Callable[..., str]
) -> None:
    path, mine, other = link("partner", "banco-nove"), visitors(), visitors()
    for _ in range(3):  # as chat programs do
        await other.open(path)
        assert other.status == 200
    answer = await mine.client.post(path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
    await other.press("Apri qui")
    assert other.status == 410
    assert "già stato aperto" in other.text


async def test_who_opened_it_comes_back_by_the_same_link(visitor: Visitor, link: Callable[..., str]) -> None:
    path = link("company", "biomed-padana")
    await visitor.client.post(path)
    for answer in (await visitor.client.post(path), await visitor.client.get(path)):
        assert (answer.status_code, answer.headers["location"]) == (303, "/company")


@pytest.mark.parametrize(("after", "said"), [(timedelta(days=8), "scaduto"), (timedelta(days=1), "Apri qui")])
async def test_a_link_waits_for_seven_days(
    visitor: Visitor, link: Callable[..., str], clock: Clock, after: timedelta, said: str
) -> None:
    path = link("partner", "banco-nove")
    clock.now += after
    assert said in (await visitor.open(path)).text


async def test_a_revoked_or_cut_or_foreign_link_says_what_to_do(
    visitor: Visitor, link: Callable[..., str], web: Web
) -> None:
    path = link("partner", "banco-nove")
    with web.house.store.write() as tx:
        web_links.revoke(tx, "partner", "banco-nove", web.clock())
        elsewhere = tokens.fresh("altrove")
    for wrong, said in ((path, "chiuso"), (path[:-4], "intero"), (f"/open/{elsewhere}", "altra rete")):
        assert said in (await visitor.open(wrong)).text
        assert visitor.status == 410
        assert "Chiedine uno nuovo" in visitor.text


async def test_an_address_where_nothing_is_says_so(visitor: Visitor) -> None:
    assert (await visitor.open("/niente")).status == 404
    assert "Qui non c’è niente" in visitor.text


async def test_a_form_of_another_site_is_refused(visitor: Visitor, link: Callable[..., str]) -> None:
    path = link("partner", "banco-nove")
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        assert (await visitor.client.post(path, headers=headers)).status_code == 403
    assert "Apri qui" in (await visitor.open(path)).text


async def test_a_form_of_ours_is_taken_though_its_page_says_of_no_origin(
    visitor: Visitor, link: Callable[..., str]
) -> None:
    """So Chromium, Firefox and Safari send it under Referrer-Policy: no-referrer."""
    path, headers = link("partner", "banco-nove"), {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
    assert (await visitor.client.post(path, headers=headers)).status_code == 303
    assert (await visitor.client.post(path, headers=headers | {"Sec-Fetch-Site": "cross-site"})).status_code == 403


async def test_the_language_is_asked_of_the_browser_and_kept_once_chosen(
    visitor: Visitor, link: Callable[..., str]
) -> None:
    path = link("partner", "banco-nove")
    assert "Open it here" in (await visitor.open(path, headers={"Accept-Language": "en-GB,en;q=0.9"})).text
    assert "Apri qui" in (await visitor.open(path)).text
    await visitor.open(f"{path}?lang=en")
    assert "Open it here" in (await visitor.open(path)).text


async def test_no_page_takes_anything_from_elsewhere(visitor: Visitor) -> None:
    policy: Any = (await visitor.open("/niente")).answer.headers
    assert policy["Content-Security-Policy"].startswith("default-src 'none'")
    assert policy["Referrer-Policy"] == "no-referrer"
    assert policy["Cache-Control"] == "no-store"
