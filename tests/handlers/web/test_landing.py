"""Where an invite lands: three sentences, the way to Telegram, and a preview; looking counts nobody in."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.kit.words import WORDS
from bot.people import invites, tokens
from bot.store.tables import installation
from handlers.web.rendering import STATIC
from handlers.web.visit import Web
from tests.cast import CorePhone
from tests.handlers.web.conftest import Clock
from tests.handlers.web.test_public import LARGEST, catalogue_of, publish, rows
from tests.handlers.web.visitor import Visitor

COMPANY = "biomed-padana"
Make = Callable[..., str]


@pytest.fixture
def invite(web: Web) -> Make:
    """Make an invite and return its token."""

    def make(company: str = COMPANY, **more: object) -> str:
        with web.house.store.write() as tx:
            return invites.create(tx, company, web.clock(), network=catalogue_of(web).network.id, **more)  # type: ignore[arg-type]

    return make


async def test_it_says_what_it_is_whose_and_who_sees_and_leads_to_telegram(visitor: Visitor, invite: Make) -> None:
    token = invite()
    await visitor.open(f"/i/{token}")
    assert visitor.status == 200
    for said in (
        "Un link per chi lavora in Biomed Padana",
        "lo sconto per chi lavora in Biomed Padana",
        "Biomed Padana ne fa parte e ti passa solo il link",
        "Biomed Padana non vede niente di quello che scrivi",
        "Non hai Telegram?",
        "Sportello della rete",
    ):
        assert said in visitor.text, said
    assert visitor.page.links["Apri in Telegram"] == f"https://t.me/kmzero_bot?start={token}"
    assert visitor.page.links["Chiama lo sportello"] == "tel:0590000100"
    assert len(visitor.answer.content) + len(STATIC["style.css"]) <= LARGEST
    assert visitor.answer.headers["referrer-policy"] == "no-referrer"


async def test_opening_it_counts_nobody_and_the_link_still_lets_in(visitor: Visitor, invite: Make, web: Web) -> None:
    token = invite(max_uses=1)
    before = rows(web.house)
    for _ in range(3):
        await visitor.open(f"/i/{token}")
        await visitor.press("Manda", text="mi serve una baby sitter")
    assert rows(web.house) == before
    phone = CorePhone(web.house, "anna")
    await phone.start(token)
    await phone.press("Va bene")
    assert "Grazie" in phone.screen


async def test_the_preview_goes_on_under_the_same_link(visitor: Visitor, invite: Make) -> None:
    token = invite()
    await visitor.open(f"/i/{token}")
    await visitor.press("Genitori anziani e fragilità")
    await visitor.press("Manda", text="un pulsante se mia madre cade")
    assert "Casa Sicura" in visitor.text
    assert visitor.page.links["La pagina di Casa Sicura"] == "/s/casa-sicura"
    assert visitor.page.links["Apri in Telegram"] == f"https://t.me/kmzero_bot?start={token}"
    await visitor.press("📞 Contatto")
    assert visitor.page.links["Chiama 059 000 1201"] == "tel:0590001201"


async def test_a_link_that_does_not_open_says_why_and_the_services_stay(
    visitor: Visitor, invite: Make, web: Web, clock: Clock
) -> None:
    revoked, ended, full = (
        invite("ceramiche-secchia"),
        invite(ends_at=clock.now + timedelta(hours=1)),
        invite(max_uses=1),
    )
    with web.house.store.write() as tx:
        invites.revoke(tx, "ceramiche-secchia", clock.now)
        invites.enter(tx, tokens.key_of(full), clock.now)
    clock.now += timedelta(hours=2)
    unknown, foreign = tokens.fresh(catalogue_of(web).network.id), tokens.fresh("altrove")
    for token, said, status in (
        (revoked, "è stato ritirato", 410),
        (ended, "è scaduto", 410),
        (full, "l'hanno già usato tutte", 410),
        (unknown, "non lo conosco", 404),
        (foreign, "di un'altra rete", 410),
        (unknown[:-5], "è arrivato a metà", 410),
    ):
        await visitor.open(f"/i/{token}")
        assert (visitor.status, "Questo link non apre" in visitor.text) == (status, True)
        assert said in visitor.text
        assert visitor.page.links["Apri in Telegram"] == "https://t.me/kmzero_bot"
        await visitor.press("Manda", text="un pulsante se mia madre cade")
        assert "Casa Sicura" in visitor.text


async def test_while_nobody_knows_the_bots_name_no_button_leads_nowhere(
    visitor: Visitor, invite: Make, web: Web
) -> None:
    with web.house.store.write() as tx:
        tx.execute(update(installation).values(bot_username=None))
    object.__setattr__(web.house.settings.telegram, "username", None)
    await visitor.open(f"/i/{invite()}")
    assert "Il bottone per Telegram ancora non c’è" in visitor.text
    assert "Apri in Telegram" not in visitor.page.links


async def test_where_a_company_has_no_offer_no_discount_is_promised(visitor: Visitor, invite: Make, web: Web) -> None:
    for name in catalogue_of(web).entries:
        publish(web, name, offers=())
    await visitor.open(f"/i/{invite()}")
    assert "sconto" not in visitor.text


@pytest.mark.parametrize(("language", "button"), [("it", "Apri in Telegram"), ("en", "Open in Telegram")])
async def test_the_button_is_the_one_that_the_poster_speaks_of(
    visitor: Visitor, invite: Make, language: str, button: str
) -> None:
    assert button in WORDS[language].steps_by_page[1]  # type: ignore[index]
    await visitor.open(f"/i/{invite()}?lang={language}")
    assert button in visitor.page.links
