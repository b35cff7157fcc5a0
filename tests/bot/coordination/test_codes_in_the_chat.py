"""A coordinator sends a spreadsheet of codes: sees what was understood, says yes, and can take it back."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.assembly import House
from bot.conversation.messages import Chose, Sent
from bot.coordination.drafts import WORKING
from bot.editorial import audit
from bot.people import roles
from bot.store.coordination import draft
from bot.store.tables import code_import, pool_code
from tests.cast import NOON, CorePhone

OFFER = "dieci-film-carnet"
FIELD = Path(__file__).parents[2] / "data" / "field" / "codes"
SHEET = b"N.;Codice;Note\n1;FILM-NEW1;\n2;FILM-NEW2;\n"
BY_NAME = f"{OFFER}.csv"


def free(house: House) -> set[str]:
    with house.store.read() as tx:
        mine = pool_code.c.offer == OFFER, pool_code.c.voucher.is_(None)
        return set(tx.execute(select(pool_code.c.code).where(*mine)).scalars())


async def test_a_sheet_is_shown_then_taken_in_then_taken_back(house: House, rita: CorePhone) -> None:
    before = free(house)
    await rita.send_file("codici.csv", SHEET)
    assert "Per quale offerta sono i codici di codici.csv?" in rita.screen
    await rita.press(OFFER)
    assert "2 codici, colonna B «Codice»." in rita.screen
    assert "FILM-NEW1, FILM-NEW2" in rita.screen
    assert free(house) == before
    await rita.press("Carica i codici")
    assert f"{OFFER}: 2 codici nuovi, 0 c'erano già." in rita.screen
    assert free(house) - before == {"FILM-NEW1", "FILM-NEW2"}
    await rita.press("Annulla il caricamento")
    assert f"di {OFFER} annullato: tolti 2 codici." in rita.screen
    assert free(house) == before
    with house.store.read() as tx:
        done = [(one.role, one.deed.act, one.deed.subject, one.deed.new) for one in audit.listing(tx)[:2]]
        assert tx.execute(select(code_import.c.role).order_by(code_import.c.number.desc())).scalar() == 1
    assert done == [(1, "undo-codes", OFFER, "2"), (1, "import-codes", OFFER, "2")]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (BY_NAME, ""),
        (f"codici {OFFER} novembre.csv", ""),
        ("dieci_film_carnet.csv", ""),
        ("codici.csv", f"per {OFFER}"),
    ],
)
async def test_the_offer_may_be_said_with_the_file(rita: CorePhone, name: str, words: str) -> None:
    rita.send(Sent(name, len(SHEET), SHEET, words=words))
    assert f"🎟 {OFFER}" in rita.screen
    assert "Carica i codici" in rita.buttons


@pytest.mark.parametrize(
    ("file", "sees", "button"),
    [
        ("06-secondo-foglio.xlsx", "2 codici nel foglio «Foglio2», colonna A «Codice»", "Carica i codici"),
        ("15-elenco-usati.csv", "un codice è segnato come usato (riga 3)", "Carica i codici"),
        ("case-twins.csv", "codici che si leggono uguali", "Carica i codici"),
        ("14-scientifica.csv", "riga 2: 8,90123E+11: il foglio di calcolo ha trasformato il codice in un numero", ""),
        ("two-codes-a-line.csv", "sono due codici", ""),
        ("zeros-format.xlsx", "00123, 04567, 00089", "Carica i codici"),
    ],
)
async def test_the_chat_says_what_the_terminal_says(
    house: House, rita: CorePhone, file: str, sees: str, button: str
) -> None:
    before = free(house)
    rita.send(Sent(file, 1, (FIELD / file).read_bytes(), words=OFFER))
    assert sees in rita.screen
    assert [label for label in rita.buttons if label.startswith("Carica")] == [button] * bool(button)
    assert free(house) == before


async def test_bad_rows_are_left_out_by_who_has_seen_them(house: House, rita: CorePhone) -> None:
    before = free(house)
    await rita.send_file(BY_NAME, "Codice\nFILM-NEW1\n2,19E+09\n")
    assert "riga 3: 2,19E+09" in rita.screen
    await rita.press("Carica solo i codici buoni (1)")
    assert free(house) - before == {"FILM-NEW1"}


async def test_what_is_left_alone_goes(house: House, rita: CorePhone) -> None:
    before = free(house)
    await rita.send_file(BY_NAME, SHEET)
    yes = next(choice for choice in rita.choices if choice.label == "Carica i codici")
    await rita.press("Lascia perdere")
    rita.send(Chose(yes.id))
    assert "Quel file non c'è più" in rita.screen
    assert free(house) == before


async def test_a_press_that_comes_twice_takes_in_once(house: House, rita: CorePhone) -> None:
    await rita.send_file(BY_NAME, SHEET)
    yes = next(choice for choice in rita.choices if choice.label == "Carica i codici")
    rita.send(Chose(yes.id))
    rita.send(Chose(yes.id))
    assert "Quel file non c'è più" in rita.screen
    with house.store.read() as tx:
        assert tx.execute(select(code_import.c.number).where(code_import.c.role == 1)).scalars().all() == [21]


async def test_no_code_lies_readable_while_it_waits(house: House, rita: CorePhone) -> None:
    await rita.send_file("codici.csv", SHEET)
    await rita.press(OFFER)
    await rita.send_file("altri.csv", SHEET)
    with house.store.read() as tx:
        rows = tx.execute(select(draft.c.stage, draft.c.content, draft.c.files)).all()
    assert [row.stage for row in rows] == ["codes-asked", "which-offer"]
    assert rows[0].content is None
    assert not any("FILM" in f"{row.content!r} {row.files}" for row in rows)


async def test_a_file_of_telegram_is_fetched_by_the_job(house: House, rita: CorePhone) -> None:
    rita.send(Sent(BY_NAME, len(SHEET), handle="file-7"))
    assert "Guardo" in rita.screen
    waiting = house.jobs.take(NOON, fetches=True)
    assert waiting
    assert waiting.handle == "file-7"
    house.jobs.do(waiting, NOON, SHEET)
    assert house.jobs.take(NOON + WORKING + timedelta(minutes=1), fetches=True) is None
    await rita.say("/stato")
    assert "Carica i codici" in rita.buttons


async def test_who_was_demoted_takes_nothing_in(house: House, rita: CorePhone) -> None:
    before = free(house)
    await rita.send_file(BY_NAME, SHEET)
    with house.store.write() as tx:
        assert roles.revoke(tx, 1, NOON)
    await rita.press("Carica i codici")
    assert "Non tieni più il catalogo" in rita.screen
    assert free(house) == before


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("il-girasole.yaml.txt", "Guardo il-girasole.yaml.txt"),
        ("codici.pdf", "i PDF e simili non li leggo"),
        ("codici.docx", "I documenti di Word, i PDF e simili non li leggo"),
    ],
)
async def test_what_is_no_sheet_of_codes_is_not_taken_for_one(rita: CorePhone, name: str, told: str) -> None:
    await rita.send_file(name, SHEET)
    assert told in rita.screen
    assert "codici" not in " ".join(rita.buttons)


@pytest.mark.parametrize(("column", "codes"), [("A", {"A-1", "A-2"}), ("B", {"B-1", "B-2"})])
async def test_of_two_columns_of_codes_the_coordinator_says_which(
    house: House, rita: CorePhone, column: str, codes: set[str]
) -> None:
    before = free(house)
    await rita.send_file(BY_NAME, "Codice1;Codice2\nA-1;B-1\nA-2;B-2\n")
    assert "ci sono codici in più colonne" in rita.screen
    assert not any(label.startswith("Carica") for label in rita.buttons)
    await rita.press(f"Colonna {column}")
    assert f"2 codici, colonna {column} «Codice" in rita.screen
    await rita.press("Carica i codici")
    assert free(house) - before == codes


async def test_who_is_no_coordinator_loads_nothing(house: House, anna: CorePhone) -> None:
    before = free(house)
    await anna.send_file(BY_NAME, SHEET)
    assert "I file non li apro" in anna.screen
    assert free(house) == before
