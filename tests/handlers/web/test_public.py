"""What everybody may see: the list, the search, a service's page; small, without codes, and nothing is kept."""

import json
import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from bot.assembly import House
from bot.catalogue.catalogue import Catalogue
from bot.store.tables import metadata
from handlers.web.rendering import STATIC
from handlers.web.visit import Web
from tests.handlers.web.conftest import URL, Clock
from tests.handlers.web.visitor import Visitor

LARGEST = 30_000  # bytes of a page with its sheet
WORDS = "zibaldone"


def catalogue_of(web: Web) -> Catalogue:
    with web.house.store.read() as tx:
        return web.edition(tx).catalogue


def rows(house: House) -> dict[str, list[tuple[object, ...]]]:
    with house.store.read() as tx:
        return {name: [tuple(row) for row in tx.execute(select(table))] for name, table in metadata.tables.items()}


def publish(web: Web, service: str, **fields: Any) -> None:
    """Let a service be another in the release that is live."""
    live = web.house.concierge.live
    with web.house.store.read() as tx:
        edition = live.edition(tx)
    changed = []
    for one in edition.catalogue.release.organizations:
        services = tuple(s.model_copy(update=fields if s.id == service else {}) for s in one.services)
        changed.append(one.model_copy(update={"services": services}))
    release = edition.catalogue.release.model_copy(update={"organizations": tuple(changed)})
    live._edition = replace(edition, catalogue=Catalogue(edition.catalogue.number, release))
    web.kept.__init__()  # type: ignore[misc]  # as a new number would have it


@pytest.fixture
def web_listed(web: Web) -> Web:
    return replace(web, robots=True)


async def test_every_service_is_on_the_first_page_once_and_has_a_page(visitor: Visitor, web: Web) -> None:
    await visitor.open("/")
    listed = [path for path in visitor.page.links.values() if path.startswith("/s/")]
    assert sorted(listed) == sorted(f"/s/{name}" for name in catalogue_of(web).entries)
    for path in listed:
        assert (await visitor.open(path)).status == 200


@pytest.mark.parametrize("language", ["it", "en"])
async def test_every_page_is_small_with_its_sheet(visitor: Visitor, web: Web, language: str) -> None:
    sheet = len(STATIC["style.css"])
    paths = ["/", "/try", *(f"/s/{name}" for name in catalogue_of(web).entries)]
    for path in paths:
        answer = (await visitor.open(f"{path}?lang={language}")).answer
        assert len(answer.content) + sheet <= LARGEST, (path, len(answer.content))
    await visitor.open(f"/?lang={language}")
    found = await visitor.press({"it": "Cerca", "en": "Search"}[language], text="mio babbo è caduto e di giorno è solo")
    assert len(found.answer.content) + sheet <= LARGEST


async def test_a_service_is_said_whole_and_can_be_called(visitor: Visitor) -> None:
    await visitor.open("/s/casa-sicura")
    for said in ("Casa Sicura", "Il primo passo", "Puoi dire:", "18 € al mese", "Lun–ven 9–17", "Dai 65 anni"):
        assert said in visitor.text, said
    assert visitor.page.links["059 000 1201"] == "tel:0590001201"
    assert visitor.page.links["Apri in Telegram"] == "https://t.me/kmzero_bot"
    await visitor.open("/s/patentino-muletto")
    assert visitor.page.links["Via Lama di Quartirolo 74, Carpi"].startswith(
        "https://www.openstreetmap.org/?mlat=44.77"
    )


async def test_no_page_has_a_code_or_what_only_members_get(visitor: Visitor, web: Web) -> None:
    for entry in catalogue_of(web).entries.values():
        await visitor.open(f"/s/{entry.id}")
        html = visitor.answer.text
        for offer in entry.service.offers:
            assert not offer.code or offer.code not in html
            assert offer.id == entry.id or offer.id not in html
            assert not offer.conditions or offer.conditions.it not in visitor.text


async def test_search_engines_and_chats_are_told_what_it_is(visitor: Visitor) -> None:
    html = (await visitor.open("/s/casa-sicura")).answer.text
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert data
    assert json.loads(data[1])["url"] == f"{URL}/s/casa-sicura"
    picture = re.search(r'property="og:image" content="([^"]+)"', html)
    assert picture
    assert picture[1].startswith(f"{URL}/s/casa-sicura/picture.png")
    for address in (picture[1], f"{URL}/picture.png"):
        answer = (await visitor.open(address.removeprefix(URL))).answer
        assert answer.headers["content-type"] == "image/png"
        with Image.open(BytesIO(answer.content)) as drawn:
            assert drawn.size == (1200, 630)


async def test_a_text_of_the_catalogue_cannot_break_out(visitor: Visitor, web: Web) -> None:
    bad = '</script><script>alert(1)</script>"><i>'
    name = catalogue_of(web).entries["casa-sicura"].service.name.model_copy(update={"it": bad})
    publish(web, "casa-sicura", name=name, summary=name)
    for path in ("/s/casa-sicura", "/"):
        html = (await visitor.open(path)).answer.text
        assert "<script>alert" not in html
        assert '"><i>' not in html


@pytest.mark.parametrize("path", ["/s/nessuno", "/s/casa-sicura", "/s/nessuno/picture.png", "/s/%00", "/s/<b>"])
async def test_what_is_not_there_or_not_for_now_says_what_to_do(visitor: Visitor, web: Web, path: str) -> None:
    publish(web, "casa-sicura", suspended="in ferie")
    assert (await visitor.open(path)).status == 404
    assert "Ricomincia dalla pagina principale" in visitor.text or visitor.page.links["Tutti i servizi"] == "/"
    await visitor.open("/")
    assert "/s/casa-sicura" not in visitor.page.links.values()


async def test_who_comes_for_a_service_that_stopped_finds_what_is_like_it(visitor: Visitor, web: Web) -> None:
    publish(web, "casa-sicura", suspended="in ferie")
    await visitor.open("/s/casa-sicura")
    assert "Questo servizio ora non c’è" in visitor.text
    assert visitor.page.links["Il letto arriva domani"] == "/s/letto-arriva"
    assert "in ferie" not in visitor.text, "why is the coordinators' own"


async def test_what_has_to_be_known_first_is_said(visitor: Visitor, web: Web, clock: Clock) -> None:
    publish(web, "casa-sicura", full_until=clock.now.date() + timedelta(days=30))
    assert "al completo fino al 24 dicembre" in (await visitor.open("/s/casa-sicura")).text


async def test_a_page_is_rendered_once_a_day_for_each_language(
    visitor: Visitor, web: Web, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = (await visitor.open("/s/casa-sicura")).answer.content
    publish_behind = catalogue_of(web)
    monkeypatch.setattr(type(publish_behind.entries["casa-sicura"]), "phones", ())
    assert (await visitor.open("/s/casa-sicura")).answer.content == first
    assert (await visitor.open("/s/casa-sicura?lang=en")).answer.content != first
    clock.now += timedelta(days=1)
    assert (await visitor.open("/s/casa-sicura?lang=it")).answer.content != first


async def test_search_engines_see_nothing_unless_they_may(visitor: Visitor) -> None:
    assert "Disallow: /\n" in (await visitor.open("/robots.txt")).answer.text
    assert (await visitor.open("/sitemap.xml")).status == 404
    page = (await visitor.open("/")).answer
    assert page.headers["x-robots-tag"] == "noindex, nofollow"
    assert 'name="robots" content="noindex' in page.text


class TestListed:
    """Where the settings let search engines in."""

    @pytest.fixture
    def web(self, house: House, clock: Clock) -> Web:
        return Web(house, URL, robots=True, clock=clock)

    async def test_they_find_the_services_and_nothing_of_a_role(self, visitor: Visitor, web: Web) -> None:
        said = (await visitor.open("/robots.txt")).answer.text
        assert "Disallow: /\n" not in said
        assert {"Disallow: /i/", "Disallow: /desk", "Disallow: /try"} <= set(said.splitlines())
        listed = (await visitor.open("/sitemap.xml")).answer.text
        assert all(f"<loc>{URL}/s/{name}</loc>" in listed for name in catalogue_of(web).entries)
        page = (await visitor.open("/s/casa-sicura")).answer
        assert "x-robots-tag" not in page.headers
        assert 'name="robots"' not in page.text
        assert f'<link rel="alternate" hreflang="en" href="{URL}/s/casa-sicura?lang=en">' in page.text

    async def test_what_is_one_persons_stays_closed(self, visitor: Visitor) -> None:
        for path in ("/try", "/i/x"):
            assert (await visitor.open(path)).answer.headers["x-robots-tag"] == "noindex, nofollow"


async def test_the_search_finds_by_need_and_by_name(visitor: Visitor) -> None:
    for text, first in (
        ("un pulsante se mia madre cade", "/s/casa-sicura"),
        ("patentino del muletto", "/s/patentino-muletto"),
    ):
        await visitor.open("/")
        await visitor.press("Cerca", text=text)
        assert "Quello che ho trovato" in visitor.text
        found = visitor.answer.text.partition('id="found"')[2]
        assert re.search(r'href="(/s/[^"]+)"', found)[1] == first  # type: ignore[index]
        assert "zibaldone" not in str(visitor.answer.url)


async def test_danger_gets_its_numbers_to_call_and_is_not_echoed(visitor: Visitor) -> None:
    await visitor.open("/")
    await visitor.press("Cerca", text="mio marito mi picchia")
    assert visitor.page.links["Chiama 1522"] == "tel:1522"
    assert "picchia" not in visitor.answer.text
    assert "/s/casa-sicura" not in visitor.page.links.values()


@pytest.mark.parametrize(
    "text",
    ["", " ", "<script>alert(1)</script>", "a" * 10_000, "\0", "👍", "/imieidati", "ciao", "\u202eabc", "' OR 1=1"],
)
async def test_whatever_is_typed_gets_an_answer(visitor: Visitor, text: str) -> None:
    await visitor.open("/")
    await visitor.press("Cerca", text=text)
    assert visitor.status == 200
    assert "<script>alert" not in visitor.answer.text


async def test_nothing_is_kept_of_who_looks_and_searches(
    visitor: Visitor, web: Web, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    before = rows(web.house)
    for path in ("/", "/s/casa-sicura", "/try", "/picture.png"):
        await visitor.open(path)
    await visitor.open("/")
    await visitor.press("Cerca", text=f"{WORDS} babysitter")
    assert visitor.answer.headers["cache-control"] == "no-store"
    assert rows(web.house) == before
    assert WORDS not in caplog.text
    assert not visitor.client.cookies


async def test_a_page_takes_nothing_from_elsewhere_and_has_no_script(visitor: Visitor) -> None:
    for path in ("/", "/s/casa-sicura", "/try"):
        html = (await visitor.open(path)).answer.text
        assert not re.findall(r'<(?:script|img|iframe|link)[^>]+(?:src|href)="(?!/static/|https://welfare)', html)
        assert not re.findall(r"<script(?! type=\"application/ld\+json\")", html)
        assert " style=" not in html
        assert " on" not in re.sub(r">[^<]*<", "><", html).replace(" one", "")
