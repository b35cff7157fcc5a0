"""A coordinator sends the workbook, or a table of services: it goes the way of every file."""

import io
from typing import Any

from openpyxl import load_workbook

from bot.assembly import House
from bot.catalogue import releases
from bot.conversation.messages import Sent
from bot.editorial.spreadsheets.workbook import workbook
from tests.cast import CorePhone

ROWS = """\
Ente;Servizio;Che cosa offre;Comune;Indirizzo;Telefono;Orari;Costo;Come si accede;Codice
Nonni Svelti;Spesa a casa;Un volontario fa la spesa e la porta a casa degli anziani;CARPI (MO);Via Roma 3;059 000 2299;\
lun-ven 9-12;gratis;Chiami e risponde Ugo. Chiede che cosa ti serve.;A1
Nonni Svelti;Boh;xyz;Carpi;Via Roma 3;059 000 2299;quando capita;?;;A2
"""


def live(house: House) -> Any:
    with house.store.read() as tx:
        return releases.load(tx, releases.current_number(tx) or 0)[0]


def sheet(house: House) -> bytes:
    book = load_workbook(io.BytesIO(workbook(live(house).release, "it")))
    services = book["Servizi"]
    keys = [cell.value for cell in services[1]]
    row = next(row for row in services.iter_rows(min_row=3) if row[keys.index("services.id")].value == "casa-sicura")
    row[keys.index("services.price")].value = "99 € al mese"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def test_the_workbook_is_looked_at_and_published_with_a_button(house: House, rita: CorePhone) -> None:
    content = sheet(house)
    rita.send(Sent("catalogo.xlsx", len(content), content))
    await rita.press("È una tabella di servizi")
    assert "99 €" in rita.screen
    await rita.press("Pubblica")
    assert str(live(house).entries["casa-sicura"].service.price.amount) == "99"


async def test_the_workbook_is_known_again_where_codes_were_awaited(house: House, rita: CorePhone) -> None:
    content = sheet(house)
    rita.send(Sent("dieci-film-carnet.xlsx", len(content), content))
    assert "99 €" in rita.screen


async def test_of_a_table_what_is_certain_can_be_published_and_the_rest_is_told(house: House, rita: CorePhone) -> None:
    content = ROWS.encode()
    rita.send(Sent("servizi.csv", len(content), content))
    await rita.press("È una tabella di servizi")
    assert "«Boh»: non è sicuro a quale bisogno risponde" in rita.screen
    assert "Colonna non presa: «Codice»" in rita.screen
    await rita.press("Pubblica")
    assert live(house).entries["spesa-a-casa"].organization.name == "Nonni Svelti"


async def test_a_table_of_which_nothing_is_certain_is_said_to_be_so(rita: CorePhone) -> None:
    lines = ROWS.splitlines()
    content = "\n".join((lines[0], lines[-1])).encode()
    rita.send(Sent("dieci-film-carnet.csv", len(content), content))
    assert "Di dieci-film-carnet.csv non c'è niente da pubblicare:" in rita.screen
    assert "«Boh»: non è sicuro a quale bisogno risponde" in rita.screen
