"""A coordinator's page: the same labels as in the chat, the same jobs, and the result on the page alone."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import reduce
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from bot.catalogue import releases
from bot.catalogue.by_name import plain
from bot.conversation import notices
from bot.coordination.demoting import demote
from bot.coordination.wording import short
from bot.editorial import audit
from bot.people import roles
from bot.store.coordination import draft
from bot.store.insight import page, publication
from bot.store.tables import pool_code
from bot.store.web import web_message
from handlers.web.page_jobs import work_off
from handlers.web.visit import Web
from tests.bot.coordination.test_tables_in_the_chat import ROWS as SERVICES
from tests.cast import NOON, CorePhone
from tests.conftest import KNOWLEDGE
from tests.handlers.web.conftest import Clock
from tests.handlers.web.visitor import Reader, Visitor

GIRASOLE = (KNOWLEDGE / "organizations" / "il-girasole.yaml").read_bytes()
WRONG = {
    b"name: {it:": b"nome: {it:",
    b"price:": b"prezzo:",
    b"hours:": b"orari:",
    b"needs:": b"zzz:",
    b"summary:": b"yyy:",
}
BROKEN = reduce(lambda text, one: text.replace(*one), WRONG.items(), GIRASOLE)
DEARER = GIRASOLE.replace(b"amount: 18, per: month", b"amount: 19, per: month", 1)

ROWS = SERVICES.encode()
OFFER = "dieci-film-carnet"
TWO_COLUMNS = b"Uno;Due\nFILM-OLD1;FILM-NEW1\nFILM-OLD2;FILM-NEW2\n"

Opened = Callable[..., Awaitable[Visitor]]


def coordinators(web: Web, *names: str) -> list[int]:
    """Make coordinators as their invites do, and return their numbers."""
    made = []
    with web.house.store.write() as tx:
        for name in names:
            found = roles.accept(tx, web.house.keys, roles.invite(tx, NOON), name, language="it", now=NOON)
            assert found
            made.append(found.number)
    return made


@pytest.fixture
async def rita(web: Web, opened: Opened) -> Visitor:
    """Rita's browser, on her page."""
    return await opened("coordinator", str(coordinators(web, "rita")[0]))


@pytest.fixture
def web(any_house: Any, clock: Clock) -> Web:
    """The pages on both databases."""
    return Web(any_house, "https://welfare.example.org", robots=False, clock=clock)


async def send(visitor: Visitor, name: str, content: bytes) -> Visitor:
    """Choose a file and send it."""
    await visitor.open("/coordination")
    return await visitor.send("Manda", {}, {"file": (name, content, "text/html")})


async def works(web: Web, visitor: Visitor) -> Visitor:
    """Let the jobs be done, and look whether it is ready."""
    assert "Un momento" in visitor.text
    web.house.jobs.work_off(web.clock())
    return await visitor.follow("Guarda se è pronto")


def label(visitor: Visitor, words: str) -> str:
    """Return the label of the first button that has these words."""
    return next(label for form in visitor.page.forms for label in form.buttons if words in label)


def free(web: Web) -> set[str]:
    with web.house.store.read() as tx:
        mine = pool_code.c.offer == OFFER, pool_code.c.voucher.is_(None)
        return set(tx.execute(select(pool_code.c.code).where(*mine)).scalars())


def live(web: Web) -> int | None:
    with web.house.store.read() as tx:
        return releases.current_number(tx)


def waiting(web: Web) -> list[Any]:
    with web.house.store.read() as tx:
        return notices.waiting(tx, web.house.keys)


async def test_a_file_is_looked_at_published_and_taken_back_and_the_chat_hears_nothing(web: Web, rita: Visitor) -> None:
    assert "Versione 1" in rita.text
    await send(rita, "il-girasole.yaml", DEARER)
    assert "Guardo il-girasole.yaml" in rita.text
    await works(web, rita)
    assert "18 € al mese → 19 € al mese" in rita.text
    assert "Guardo il-girasole.yaml" not in rita.text
    assert live(web) == 1
    await rita.press("Pubblica")
    await works(web, rita)
    assert "È in linea la versione 2" in rita.text
    assert live(web) == 2
    await rita.follow("Come vanno le cose")
    assert "Versione 2" in rita.text
    await rita.press("↩️ Torna alla versione 1")
    await rita.press("Sì, torna alla 1")
    await rita.follow("Come vanno le cose")
    assert "Versione 1" in rita.text
    assert live(web) == 1
    assert waiting(web) == []


async def test_a_sheet_of_codes_asks_its_column_is_taken_in_and_taken_back(web: Web, rita: Visitor) -> None:
    before = free(web)
    await send(rita, "codici.csv", TWO_COLUMNS)
    await rita.press(label(rita, OFFER))
    await works(web, rita)
    await rita.press(label(rita, "Colonna B"))
    await works(web, rita)
    assert "FILM-NEW1, FILM-NEW2" in rita.text
    assert free(web) == before
    await rita.press("Carica i codici")
    await works(web, rita)
    assert free(web) - before == {"FILM-NEW1", "FILM-NEW2"}
    await rita.press(label(rita, "Annulla il caricamento"))
    assert "tolti 2 codici" in rita.text
    assert free(web) == before
    assert waiting(web) == []


async def test_a_table_of_services_is_shown_and_published(web: Web, rita: Visitor) -> None:
    await send(rita, "servizi.csv", ROWS)
    await rita.press("📋 È una tabella di servizi")
    await works(web, rita)
    assert "Colonna non presa: «Codice»" in rita.text
    await rita.press("Pubblica")
    await works(web, rita)
    await rita.open("/coordination/services/name/all")
    assert "Spesa a casa" in rita.page.links


async def test_an_answer_is_typed_only_where_the_desk_asked(web: Web, rita: Visitor) -> None:
    assert not any("Rispondi" in form.buttons for form in rita.page.forms)
    await rita.press("🔎 Cerca un servizio")
    await rita.send("Rispondi", {"La tua risposta": "casa sicura"})
    await rita.press("💶 Prezzo")
    await rita.send("Rispondi", {"La tua risposta": "boh"})
    assert "Non ho capito il prezzo" in rita.text
    await rita.send("Rispondi", {"La tua risposta": "21 al mese"})
    assert "poi 21 € al mese" in rita.text
    await rita.press("Sì, cambia")
    await works(web, rita)
    assert "È in linea la versione 2" in rita.text
    assert not any("Rispondi" in form.buttons for form in rita.page.forms)


async def test_a_question_of_the_page_is_not_one_of_the_chat(web: Web, rita: Visitor) -> None:
    phone = CorePhone(web.house, "rita")
    await rita.press("🔎 Cerca un servizio")
    await phone.say("ho bisogno di una badante per mia madre")
    assert "non trovo niente" not in phone.screen
    await rita.open("/coordination")
    assert any("Rispondi" in form.buttons for form in rita.page.forms)


async def test_a_form_that_comes_twice_does_one_thing(web: Web, rita: Visitor) -> None:
    await send(rita, "il-girasole.yaml", DEARER)
    await send(rita, "il-girasole.yaml", DEARER)
    with web.house.store.read() as tx:
        assert tx.execute(select(func.count()).select_from(draft)).scalar() == 1
    await rita.open("/coordination/wait")
    await works(web, rita)
    form = next(form for form in rita.page.forms if "Pubblica" in form.buttons)
    for _ in range(2):
        sent = {**form.fields, **form.buttons["Pubblica"]}
        assert (await rita.client.post("/coordination", data=sent)).headers["location"] == "/coordination/wait"
    await rita.open("/coordination/wait")
    await works(web, rita)
    assert "È in linea la versione 2" in rita.text
    assert "non c’è più" not in rita.text
    assert live(web) == 2


async def test_a_preview_stays_until_it_is_decided_and_what_was_seen_goes_below(web: Web, rita: Visitor) -> None:
    await send(rita, "il-girasole.yaml", DEARER)
    await works(web, rita)
    await rita.press("📣 Kit per un’azienda")
    await rita.press("🔎 Cerca un servizio")
    above, _, below = rita.text.partition("Prima")
    assert "→ 19 €" in above
    assert "Di quale azienda" in below
    await rita.press("Lascia perdere")
    assert live(web) == 1
    await rita.press("🔎 Cerca un servizio")
    assert "→ 19 €" in rita.text.partition("Prima")[2]


async def test_a_result_that_comes_while_another_page_is_open_is_not_taken_for_seen(web: Web, rita: Visitor) -> None:
    await send(rita, "il-girasole.yaml", GIRASOLE.replace(b"price:", b"prezzo:", 1))
    await rita.open("/coordination")
    web.house.jobs.work_off(web.clock())
    await rita.press("🔎 Cerca un servizio")
    assert "Le persone vedono ancora la versione di prima" in rita.text.partition("Prima")[0]


async def test_problems_that_are_too_many_are_a_file(web: Web, rita: Visitor) -> None:
    await send(rita, "il-girasole.yaml", BROKEN)
    await works(web, rita)
    await rita.follow("📎 Scarica problemi.txt")
    assert rita.answer.headers["content-disposition"].startswith("attachment")
    assert rita.answer.content.count(b"\n") > 10


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("elenco.pdf", b"%PDF-1.7", "I documenti di Word, i PDF e simili non li leggo"),
        ("..\\..\\etc\\foto.jpg", b"\xff\xd8", "Questo file non lo so leggere"),
        ("grande.yaml", b"#" * 5_000_001, "5 MB"),
    ],
)
async def test_what_is_no_file_of_ours_is_said_as_in_the_chat(
    rita: Visitor, name: str, content: bytes, said: str
) -> None:
    assert said in (await send(rita, name, content)).text


@pytest.mark.parametrize("name", ["foglio.xlsx", "cartella.zip", "ente.yaml"])
async def test_a_file_that_lies_about_its_type_changes_nothing(web: Web, rita: Visitor, name: str) -> None:
    await send(rita, name, b"\x89PNG\r\n\x1a\n\0\0<script>")
    if name.endswith("xlsx"):
        await rita.press(label(rita, OFFER))
    await works(web, rita)
    assert "Pubblica" not in rita.text
    assert "Carica" not in rita.text
    assert (rita.status, live(web)) == (200, 1)


@pytest.mark.parametrize(
    "choice",
    [
        "forget:yes",
        "coord:publish:99999999999999999999",
        "coord:back:٣",
        "coord:return:1.1.1",
        "coord:see:zzz",
        "",
        "😀",
    ],
)
async def test_a_choice_that_no_button_has_does_nothing(web: Web, rita: Visitor, choice: str) -> None:
    sent = {**rita.page.forms[0].fields, "choice": choice, "seen": "9" * 40}
    answer = await rita.client.post("/coordination", data=sent, follow_redirects=True)
    assert answer.status_code == 200
    assert live(web) == 1
    with web.house.store.read() as tx:
        assert [one.number for one in roles.active(tx)] == [1]


async def test_nobody_presses_or_reads_what_is_another_coordinators(web: Web, rita: Visitor, opened: Opened) -> None:
    ugo = await opened("coordinator", str(coordinators(web, "ugo")[0]))
    await send(rita, "il-girasole.yaml", DEARER)
    await works(web, rita)
    assert "19 €" not in (await ugo.open("/coordination")).text
    for act in ("publish", "drop", "sure", "table", "codes-yes"):
        sent = {**ugo.page.forms[0].fields, "choice": f"coord:{act}:1"}
        answer = await ugo.client.post("/coordination", data=sent, follow_redirects=True)
        assert "Pubblica" not in Reader().read(answer.text).text
    assert live(web) == 1
    await rita.open("/coordination")
    await rita.press("Pubblica")
    await works(web, rita)
    assert live(web) == 2


async def test_a_file_of_another_coordinator_is_not_there(web: Web, rita: Visitor, opened: Opened) -> None:
    ugo = await opened("coordinator", str(coordinators(web, "ugo")[0]))
    await send(rita, "il-girasole.yaml", BROKEN)
    await works(web, rita)
    assert (await ugo.open(rita.page.links["📎 Scarica problemi.txt"])).status == 404


async def test_who_is_revoked_loses_the_page_at_once(web: Web, rita: Visitor) -> None:
    fields = rita.page.forms[0].fields
    with web.house.store.write() as tx:
        demote(tx, web.house.keys, 1, web.clock())
    for path in ("", "/services", "/reports", "/wait"):
        assert (await rita.open(f"/coordination{path}")).status == 403
    assert (await rita.client.post("/coordination", data={**fields, "choice": "coord:catalogue"})).status_code == 403
    with web.house.store.write() as tx:  # somebody at the server invites them again: old links stay closed
        roles.accept(tx, web.house.keys, roles.invite(tx, NOON), "rita", language="it", now=NOON)
    assert (await rita.open("/coordination")).status == 403


async def test_who_asks_to_be_forgotten_leaves_nothing_on_the_page(web: Web, rita: Visitor) -> None:
    phone = CorePhone(web.house, "rita")
    await send(rita, "il-girasole.yaml", DEARER)
    await phone.say("/dimenticami")
    await phone.press("Sì")
    assert (await rita.open("/coordination")).status == 403
    with web.house.store.read() as tx:
        assert tx.execute(select(web_message)).all() == []


async def test_what_is_ordered_in_the_chat_is_told_in_the_chat(web: Web, rita: Visitor) -> None:
    phone = CorePhone(web.house, "rita")
    await phone.send_file("il-girasole.yaml", DEARER)
    assert "→ 19 €" in phone.screen
    assert "→ 19 €" not in (await rita.open("/coordination")).text


async def test_the_chat_gives_the_link_where_there_are_pages(web: Web, visitor: Visitor) -> None:
    coordinators(web, "rita")
    phone = CorePhone(web.house, "rita")
    await phone.say("/pagina")
    assert "Le pagine web non sono accese" in phone.screen
    web.house.concierge.web_url = web.url
    await phone.say("/page")
    found = re.search(r"https://welfare\.example\.org(/open/\S+)", phone.screen)
    assert found
    await visitor.open(found[1])
    await visitor.press("Apri qui")
    assert "Coordinamento" in visitor.text
    with web.house.store.read() as tx:
        done = audit.listing(tx)[0]
    assert (done.role, done.deed.act, done.deed.subject) == (1, "page-link", "coordinator 1")


async def test_who_is_no_coordinator_gets_no_link(web: Web) -> None:
    web.house.concierge.web_url = web.url
    phone = CorePhone(web.house, "elena")
    await phone.say("/pagina")
    assert "/open/" not in phone.screen


async def test_the_page_speaks_the_language_of_the_coordinator(web: Web, rita: Visitor) -> None:
    await rita.press("English")
    assert "Send a file" in rita.text
    await rita.follow("How things stand")
    assert "Release 1" in rita.text or "Version 1" in rita.text
    await rita.open("/coordination")
    await rita.send("Send", {}, {"file": ("il-girasole.yaml", DEARER, "text/yaml")})
    web.house.jobs.work_off(web.clock())
    assert "Publish" in (await rita.open("/coordination")).text


async def test_every_service_is_listed_by_age_and_found_by_its_state(web: Web, rita: Visitor) -> None:
    await rita.follow("Servizi")
    with web.house.store.read() as tx:
        catalogue = web.edition(tx).catalogue
    assert f"Tutti ({len(catalogue.entries)})" in rita.page.links
    await rita.follow("Per nome")
    first = min(catalogue.entries.values(), key=lambda one: plain(one.service.name.it))
    assert rita.page.links[first.service.name.it] == f"/coordination/service/{short(first.id)}"
    await rita.follow(first.service.name.it)
    await rita.press("⏸ Sospendi")
    await rita.send("Rispondi", {"La tua risposta": "ferie"})
    await rita.press("Sì, sospendi")
    await works(web, rita)
    await rita.open("/coordination/services")
    await rita.follow("Sospesi (1)")
    assert "⏸ Sospeso" in rita.text
    assert (await rita.open("/coordination/services/age/altro")).status == 404


async def test_unmet_needs_and_reports_are_there_and_looking_publishes_nothing(web: Web, rita: Visitor) -> None:
    await rita.follow("Bisogni senza risposta")
    assert rita.status == 200
    await rita.follow("Report")
    assert "Nessun trimestre è ancora stato pubblicato" in rita.text


async def test_published_reports_are_opened_and_downloaded_as_they_were(web: Web, rita: Visitor) -> None:
    whose = {"kind": "network", "id": "network", "quarter": "2026Q3"}
    told: dict[str, Any] = {"tables": {}, "companies": []}
    with web.house.store.write() as tx:
        for kind, name in (("network", "network"), ("company", "biomed-padana")):
            row = {"kind": kind, "id": name, "quarter": "2026Q3", "published_at": NOON, "figures": told, "digest": "d"}
            tx.execute(insert(publication).values(row))
        for name in ("rete.it.html", "rete.it.csv"):
            tx.execute(insert(page).values(**whose, name=name, content=b"<h1>Ecco</h1>"))
    await rita.open("/coordination/reports")
    assert "Trimestre 2026Q3" in rita.text
    assert "Azienda: Biomed Padana" in rita.text
    assert "I numeri ci sono, i file no" in rita.text
    csv = rita.page.links["rete.it.csv"]
    await rita.follow("rete.it.html")
    assert rita.answer.headers["content-security-policy"].startswith("sandbox")
    assert rita.answer.content == b"<h1>Ecco</h1>"
    assert (await rita.open(csv)).answer.headers["content-disposition"].startswith("attachment")
    assert (await rita.open(csv.replace("2026Q3", "2026Q2"))).status == 404
    with web.house.store.read() as tx:
        assert tx.execute(select(func.count()).select_from(page)).scalar() == 2


async def test_the_jobs_of_a_page_are_done_where_no_bot_runs(web: Web, rita: Visitor) -> None:
    await send(rita, "il-girasole.yaml", DEARER)
    doing = asyncio.create_task(work_off(web.house, web.clock, nap=0.01))
    for _ in range(500):
        await asyncio.sleep(0.02)
        if "→ 19 €" in (await rita.open("/coordination")).text:
            break
    doing.cancel()
    with suppress(asyncio.CancelledError):
        await doing
    assert "→ 19 €" in rita.text
