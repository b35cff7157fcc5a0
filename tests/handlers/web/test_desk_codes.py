"""An organization sends codes by its page: sees what was understood, says yes, and can take them back."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import inspect, select, text

from bot.editorial import audit
from bot.partners import sent_codes
from bot.store.tables import alarm, code_import, pool_code
from bot.vouchers import imports
from handlers.web import desk_codes
from handlers.web.visit import Web
from tests.handlers.web.conftest import Clock
from tests.handlers.web.visitor import Visitor

OFFER = "dieci-film-carnet"
MORE, LOOK, YES = f"/desk/codes/{OFFER}", "Guarda che cosa c’è", "Sì, metti questi 2 codici"
PASTE = "FILM-NEW1\nFILM-NEW2"
Opened = Callable[..., Any]


def owner_of(web: Web, offer: str = OFFER) -> str:
    with web.house.store.read() as tx:
        return web.edition(tx).catalogue.offers[offer][0].organization.id


def codes(web: Web, offer: str = OFFER) -> set[str]:
    with web.house.store.read() as tx:
        return set(tx.execute(select(pool_code.c.code).where(pool_code.c.offer == offer)).scalars())


@pytest.fixture
async def desk(opened: Opened, web: Web) -> Visitor:
    found: Visitor = await opened("partner", owner_of(web))
    return await found.open(MORE)


async def test_codes_are_pasted_looked_at_taken_in_and_taken_back(desk: Visitor, web: Web) -> None:
    before = codes(web)
    known = min(before)
    await desk.press(LOOK, codes=f"{PASTE}\n{known}")
    assert "3 codici" in desk.text
    assert "Un codice c’era già" in desk.text
    assert codes(web) == before
    await desk.press("Sì, metti questi 3 codici")
    assert "2 codici nuovi. Un codice c’era già." in desk.text
    assert codes(web) - before == {"FILM-NEW1", "FILM-NEW2"}
    await desk.press("Annulla: toglili di nuovo")
    assert "Tolti" in desk.text
    assert codes(web) == before
    with web.house.store.read() as tx:
        done = [(one.organization, one.role, one.deed.act, one.deed.subject) for one in audit.listing(tx)]
        assert imports.listing(tx)[0].organization == owner_of(web)
    assert done == [(owner_of(web), None, act, OFFER) for act in ("undo-codes", "import-codes")]


async def test_pressed_twice_or_by_the_way_back_codes_come_in_once(desk: Visitor, web: Web) -> None:
    await desk.press(LOOK, codes=PASTE)
    preview, address = desk.page, str(desk.answer.url)
    for _ in range(3):
        desk.page = preview
        await desk.press(YES)
        assert str(desk.answer.url) == address
        assert "2 codici nuovi." in desk.text
    with web.house.store.read() as tx:
        assert len([one for one in imports.listing(tx) if one.organization]) == 1
        assert len(tx.execute(select(code_import.c.number).where(code_import.c.organization.is_not(None))).all()) == 1


def sheet(*rows: tuple[str, ...]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    assert book.active
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("codici.csv", b"N.;Codice\n1;FILM-NEW1\n2;FILM-NEW2\n"),
        ("codici.xlsx", sheet(("N.", "Codice"), ("1", "FILM-NEW1"), ("2", "FILM-NEW2"))),
        ("a spreadsheet by another name.txt", sheet(("N.", "Codice"), ("1", "FILM-NEW1"), ("2", "FILM-NEW2"))),
    ],
)
async def test_a_file_is_read_by_what_it_is(desk: Visitor, web: Web, name: str, content: bytes) -> None:
    await desk.send(LOOK, {}, {"file": (name, content, "image/png")})
    assert "FILM-NEW1, FILM-NEW2" in desk.text
    await desk.press(YES)
    assert {"FILM-NEW1", "FILM-NEW2"} <= codes(web)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("codici.xlsx", b"\x89PNG\r\n\x1a\n" + b"\0" * 400, "immagine"),
        ("codici.csv", b"%PDF-1.7\n", "PDF"),
        ("codici.xlsx", b"FILM-NEW1\n", "xlsx"),
        ("codici.csv", b"<html><table><tr><td>FILM-NEW1</td></tr></table></html>", "pagina"),
        ("codici.xlsx", b"PK\x03\x04" + b"\0" * 60, "fogli"),
        ("codici.csv", b"", "Non c’è ancora nessun codice"),
    ],
)
async def test_a_file_that_lies_is_refused_with_what_to_do(
    desk: Visitor, web: Web, name: str, content: bytes, said: str
) -> None:
    await desk.send(LOOK, {}, {"file": (name, content, "text/csv")})
    assert desk.status == 422
    assert said.casefold() in desk.text.casefold()
    assert "Non ho tenuto niente" in desk.text
    assert LOOK in desk.page.forms[-1].buttons
    assert rows_of(web) == []


async def test_what_is_too_large_is_refused(desk: Visitor, web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    await desk.send(LOOK, {}, {"file": ("codici.csv", b"A" * (desk_codes.LARGEST + 1), "text/csv")})
    assert desk.status == 413
    monkeypatch.setattr(desk_codes, "MOST", 1)
    await desk.open(MORE)
    await desk.press(LOOK, codes=PASTE)
    assert "Sono più di 1 codici" in desk.text
    assert rows_of(web) == []


async def test_where_two_columns_may_be_meant_somebody_says_which(desk: Visitor, web: Web) -> None:
    two = b"Codice;Codice 2\nFILM-NEW1;SALA-77A1\nFILM-NEW2;SALA-77A2\n"
    await desk.send(LOOK, {}, {"file": ("codici.csv", two, "text/csv")})
    assert "Quale colonna ha i codici?" in desk.text
    await desk.press("Colonna B")
    await desk.press(YES)
    assert {"SALA-77A1", "SALA-77A2"} <= codes(web)
    assert "FILM-NEW1" not in codes(web)


async def test_bad_rows_are_named_and_only_the_good_ones_come_in(desk: Visitor, web: Web) -> None:
    await desk.press(LOOK, codes=f"{PASTE}\nhttps://example.org/FILM")
    assert "è un indirizzo web" in desk.text
    await desk.press("Metti solo i 2 codici buoni")
    assert "2 codici nuovi." in desk.text


async def test_until_the_yes_no_row_shows_a_code_and_afterwards_none_of_the_page_has_one(
    desk: Visitor, web: Web
) -> None:
    await desk.press(LOOK, codes="GEHEIM-4471\nGEHEIM-4472")
    assert "GEHEIM" not in dump(web)
    await desk.press("Lascia perdere")
    assert rows_of(web) == []
    await desk.press(LOOK, codes=PASTE)
    await desk.press(YES)
    (row,) = rows_of(web)
    assert row.codes == ()
    assert row.said == {}


async def test_it_can_be_undone_for_ten_minutes_and_is_forgotten_after_a_day(
    desk: Visitor, web: Web, clock: Clock
) -> None:
    await desk.press(LOOK, codes=PASTE)
    await desk.press(YES)
    result, address = desk.page, str(desk.answer.url)
    clock.now += timedelta(minutes=11)
    assert "può ancora toglierli" in (await desk.open(address)).text
    desk.page = result
    await desk.press("Annulla: toglili di nuovo")
    assert {"FILM-NEW1", "FILM-NEW2"} <= codes(web)
    with web.house.store.write() as tx:
        assert sent_codes.sweep(tx, clock.now) == 1
    assert (await desk.open(address)).status == 404


async def test_nothing_is_said_of_the_codes_of_others(desk: Visitor, web: Web) -> None:
    other = next(offer for offer in every_pool(web) if owner_of(web, offer) != owner_of(web))
    theirs = min(codes(web, other))
    await desk.press(LOOK, codes=f"{theirs}\nFILM-NEW1")
    assert other not in desk.answer.text
    assert "c’era già" not in desk.text


def every_pool(web: Web) -> list[str]:
    with web.house.store.read() as tx:
        return list(web.edition(tx).catalogue.pools)


@pytest.mark.parametrize("way", ["", "/take", "/column", "/undo", "/drop"])
async def test_another_organization_sees_and_does_nothing(desk: Visitor, opened: Opened, web: Web, way: str) -> None:
    await desk.press(LOOK, codes=PASTE)
    theirs = str(desk.answer.url)
    before = codes(web)
    foe: Visitor = await opened("partner", "banco-nove")
    token = next(form.fields["token"] for form in (await foe.open("/desk")).page.forms if "token" in form.fields)
    answer = await (foe.client.post(theirs + way, data={"token": token}) if way else foe.client.get(theirs))
    assert answer.status_code == 404
    assert (await foe.open(MORE)).status == 404
    assert codes(web) == before
    assert len(rows_of(web)) == 1


async def test_a_pool_that_runs_low_is_said_as_the_coordinators_are_told(desk: Visitor, web: Web) -> None:
    assert "Ce n’è più della metà" in (await desk.open("/desk/codes")).text
    with web.house.store.write() as tx:
        for level in (50, 25):
            tx.execute(alarm.insert().values(offer=OFFER, level=level, raised_at=web.clock()))
    assert "Ne resta un quarto, o meno" in (await desk.open("/desk/codes")).text
    await desk.open("/desk")
    await desk.follow("Mandane altri")
    assert "Ne resta un quarto, o meno" in desk.text


async def test_an_organization_without_pools_has_nothing_to_send(opened: Opened, web: Web) -> None:
    with web.house.store.read() as tx:
        organizations = [one.id for one in web.edition(tx).catalogue.release.organizations]
    without = next(one for one in organizations if one not in {owner_of(web, offer) for offer in every_pool(web)})
    visitor: Visitor = await opened("partner", without)
    assert "qui non c’è niente da fare" in (await visitor.open("/desk/codes")).text


def rows_of(web: Web) -> list[sent_codes.Sent]:
    with web.house.store.read() as tx:
        contents = tx.execute(text("SELECT content FROM sent_codes")).scalars().all()
    return [sent_codes._unsealed(web.house.keys, content) for content in contents]


def dump(web: Web) -> str:
    with web.house.store.read() as tx:
        tables = inspect(tx).get_table_names()
        return "\n".join(str(row) for table in tables for row in tx.execute(text(f'SELECT * FROM "{table}"')))
