"""A coordinator sends files: mistakes come back with their lines, good ones are published with a button."""

import io
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import delete, update

from bot.assembly import House
from bot.catalogue import releases
from bot.conversation.messages import Chose
from bot.coordination.jobs import Jobs
from bot.editorial.publishing.release_texts import texts_of
from bot.editorial.publishing.status import status
from bot.people import roles
from bot.store import attempts
from bot.store.coordination import draft, release_source
from tests.cast import NOON, CorePhone
from tests.conftest import KNOWLEDGE

LATER_OLD, LATER_NEW = "amount: 18, per: month", "amount: 19, per: month"


def live(house: House) -> int | None:
    with house.store.read() as tx:
        return releases.current_number(tx)


def zipped(**changed: str) -> bytes:
    """The whole folder as a zip, with some files said otherwise."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for file in sorted(KNOWLEDGE.rglob("*.yaml")):
            name = file.relative_to(KNOWLEDGE).as_posix()
            archive.writestr(f"knowledge/{name}", changed.get(file.stem, file.read_text("utf-8")))
    return out.getvalue()


async def test_a_file_with_mistakes_comes_back_with_their_lines_and_nothing_changes(
    house: House, rita: CorePhone, girasole: str
) -> None:
    await rita.send_file("il-girasole.yaml", girasole.replace("price:", "prezzo:", 1))
    line = next(n for n, text in enumerate(girasole.splitlines(), start=1) if "price:" in text)
    assert f"organizations/il-girasole.yaml:{line}:5" in rita.screen
    assert "Le persone vedono ancora la versione di prima" in rita.screen
    assert "Pubblica" not in rita.buttons
    assert live(house) == 1


async def test_many_mistakes_are_ten_lines_and_a_file_with_all(rita: CorePhone, girasole: str) -> None:
    broken = girasole.replace("name: {it:", "nome: {it:").replace("price:", "prezzo:").replace("hours:", "orari:")
    await rita.send_file("il-girasole.yaml", broken.replace("needs:", "zzz:").replace("summary:", "yyy:"))
    assert rita.screen.count("• ") == 10
    assert "altre" in rita.screen
    sheet = next(message.attachment for message in rita.messages if message.attachment)
    assert sheet.name == "problemi.txt"
    assert sheet.content.count(b"\n") > 10


async def test_a_good_file_shows_what_changes_and_is_live_with_a_button(
    house: House, rita: CorePhone, anna: CorePhone, girasole: str
) -> None:
    await rita.send_file("il-girasole (1).yaml", girasole.replace(LATER_OLD, LATER_NEW, 1))
    assert "Casa Sicura" in rita.screen
    assert "18 € al mese → 19 € al mese" in rita.screen
    assert live(house) == 1
    await rita.press("Pubblica")
    assert "È in linea la versione 2" in rita.screen
    await anna.say("pulsante salvavita per mio padre anziano che abita da solo")
    assert "invece di 19 €" in anna.screen
    await rita.press("Torna alla versione 1")
    await rita.press("Sì, torna alla 1")
    await anna.say("pulsante salvavita per mio padre anziano che abita da solo")
    assert "invece di 18 €" in anna.screen
    assert "Torna alla versione 2" in "".join(rita.buttons)


async def test_a_version_that_came_back_is_live_since_then_in_the_chat_and_in_the_terminal(
    house: House, rita: CorePhone, girasole: str
) -> None:
    await rita.send_file("il-girasole.yaml", girasole.replace(LATER_OLD, LATER_NEW, 1))
    await rita.press("Pubblica")
    rita.now = NOON + timedelta(days=2)
    await rita.press("Torna alla versione 1")
    await rita.press("Sì, torna alla 1")
    await rita.say("/stato")
    assert "Versione 1, in linea dal 26 novembre, 12:00" in rita.screen
    with house.store.read() as tx:
        found = status(tx, rita.now)
    assert found
    assert (found.number, found.since) == (1, rita.now)
    assert f"Servizi: {found.services}, offerte in corso: {found.offers}." in rita.screen


async def test_what_is_dropped_is_not_published(house: House, rita: CorePhone, girasole: str) -> None:
    await rita.send_file("il-girasole.yaml", girasole.replace(LATER_OLD, LATER_NEW, 1))
    button = next(choice for choice in rita.choices if choice.label == "Pubblica")
    await rita.press("Lascia perdere")
    rita.send(Chose(button.id))
    assert "Quel file non c'è più" in rita.screen
    assert live(house) == 1


async def test_a_new_organization_finds_its_place_by_what_it_says(house: House, rita: CorePhone) -> None:
    guide = (KNOWLEDGE / "README.md").read_text("utf-8")
    example = guide.partition("```yaml\n")[2].partition("```")[0]
    await rita.send_file("documento.yaml", example)
    await rita.press("Pubblica")
    with house.store.read() as tx:
        assert texts_of(tx, 2)["organizations/il-mestolo.yaml"] == example


async def test_the_file_that_is_live_already_is_not_published_again(rita: CorePhone, girasole: str) -> None:
    await rita.send_file("il-girasole.yaml", girasole)
    assert "non c'è niente da pubblicare" in rita.screen


async def test_the_folder_as_a_zip_takes_the_place_of_all_files(house: House, rita: CorePhone, girasole: str) -> None:
    await rita.send_file("knowledge.zip", zipped(**{"il-girasole": girasole.replace(LATER_OLD, LATER_NEW, 1)}))
    assert "18 € al mese → 19 € al mese" in rita.screen
    await rita.press("Pubblica")
    assert live(house) == 2


@pytest.mark.parametrize(
    ("name", "content", "sees"),
    [
        ("foto.jpg", b"\xff\xd8", "Questo file non lo so leggere"),
        ("rotto.zip", b"PK\x03\x04 no zip at all", "Lo zip non va bene"),
        ("grande.yaml", b"#" * 5_000_001, "supera 5 MB"),
        ("vuoto.yaml", b"", "C'è un errore"),
        ("latino.yaml", "id: il-girasole\nname: Società\n".encode("latin-1"), "UTF-8"),
        ("utf16.yaml", "id: x\n".encode("utf-16"), "C'è un errore"),
        ("profondo.yaml", b"[" * 100_000, "C'è un errore"),
        ("..%2f..%2fetc.yaml", b"types: [", "C'è un errore"),
        ("", b"x", "Questo file non lo so leggere"),
    ],
)
async def test_what_cannot_be_used_gets_its_reason(
    house: House, rita: CorePhone, name: str, content: bytes, sees: str
) -> None:
    await rita.send_file(name, content)
    assert sees in rita.screen
    assert rita.buttons
    assert live(house) == 1


async def test_two_coordinators_do_not_undo_each_other(
    house: House, rita: CorePhone, girasole: str, coordinator: object
) -> None:
    assert callable(coordinator)
    sara = CorePhone(house, "sara")
    await sara.start(coordinator())
    await rita.send_file("il-girasole.yaml", girasole.replace(LATER_OLD, LATER_NEW, 1))
    await sara.send_file("il-girasole.yaml", girasole.replace(LATER_OLD, "amount: 21, per: month", 1))
    await sara.press("Pubblica")
    await rita.press("Pubblica")
    assert "Nel frattempo qualcun altro ha pubblicato" in rita.screen
    assert live(house) == 2


async def test_what_is_found_wrong_only_at_its_publishing_is_told_at_its_place_in_the_folder(
    house: House, rita: CorePhone, girasole: str
) -> None:
    await rita.send_file("il-girasole.yaml", girasole.replace(LATER_OLD, LATER_NEW, 1))
    with house.store.write() as tx:
        tx.execute(update(draft).values(files={"organizations/il-girasole.yaml": "id: il-girasole\nnome: x\n"}))
    await rita.press("Pubblica")
    assert "• organizations/il-girasole.yaml:2:1: error" in rita.screen
    with house.store.read() as tx:
        failure = attempts.last_failure(tx)
    assert failure
    assert failure.first == "organizations/il-girasole.yaml:2:1"


async def test_who_is_no_coordinator_gets_the_kind_no(house: House, anna: CorePhone, girasole: str) -> None:
    await anna.send_file("il-girasole.yaml", girasole)
    assert "I file non li apro" in anna.screen
    await anna.say("/stato")
    unknown = anna.screen
    await anna.say("/qualunque")
    assert anna.screen == unknown
    assert live(house) == 1


async def test_a_coordinator_demoted_in_mid_task_is_told_and_nothing_is_done(
    house: House, rita: CorePhone, girasole: str
) -> None:
    await rita.send_file("il-girasole.yaml", girasole.replace(LATER_OLD, LATER_NEW, 1))
    with house.store.write() as tx:
        assert roles.revoke(tx, 1, NOON)
    await rita.press("Pubblica")
    assert "Non tieni più il catalogo" in rita.screen
    await rita.send_file("il-girasole.yaml", girasole)
    assert "Non tieni più il catalogo" in rita.screen
    await rita.say("cerco un dentista")
    assert rita.services, "an employee again"
    assert live(house) == 1


async def test_a_golden_question_that_would_fail_is_said_before_it_is_live(rita: CorePhone) -> None:
    golden = (KNOWLEDGE / "golden.yaml").read_text("utf-8")
    await rita.send_file("prove.yaml", f"{golden}  - {{say: pulsante salvavita per mio padre, need: nido}}\n")
    assert "pulsante salvavita per mio padre" in rita.screen
    assert "nido" in rita.screen
    assert "Pubblica" in rita.buttons


async def test_a_companys_kit_comes_with_links_that_open_it(house: House, rita: CorePhone, elena: CorePhone) -> None:
    await rita.say("/kit")
    await rita.press("Biomed Padana")
    sheets = [message.attachment for message in rita.messages if message.attachment]
    assert {sheet.media_type for sheet in sheets} == {"application/pdf", "image/png"}
    link = next(word for word in rita.screen.split() if "?start=" in word)
    await elena.start(link.rpartition("=")[2])
    assert "Biomed Padana non vede niente" in elena.screen


async def test_where_there_are_pages_a_kits_links_lead_there(house: House, rita: CorePhone, elena: CorePhone) -> None:
    with_pages = replace(house, jobs=Jobs(replace(house.jobs.context, web="https://welfare.example.org")))
    later = replace(rita, house=with_pages)
    await later.say("/kit")
    await later.press("Biomed Padana")
    link = next(word for word in later.screen.split() if word.startswith("https://"))
    assert link.startswith("https://welfare.example.org/i/")
    await elena.say(f"ho trovato questo: {link}")
    assert "Biomed Padana non vede niente" in elena.screen


async def test_a_release_from_before_files_were_kept_is_taken_from_the_folder_if_it_is_that(
    house: House, rita: CorePhone, girasole: str
) -> None:
    with house.store.write() as tx:
        tx.execute(delete(release_source))
    await rita.send_file("il-girasole.yaml", girasole.replace(LATER_OLD, LATER_NEW, 1))
    assert "18 € al mese → 19 € al mese" in rita.screen


async def test_where_the_folder_is_another_it_is_said(
    house: House, rita: CorePhone, girasole: str, folder: Path
) -> None:
    shutil.copytree(KNOWLEDGE, folder)
    (folder / "organizations" / "il-girasole.yaml").write_text(girasole.replace(LATER_OLD, LATER_NEW, 1), "utf-8")
    with house.store.write() as tx:
        tx.execute(delete(release_source))
    elsewhere = replace(house, jobs=Jobs(replace(house.jobs.context, knowledge=folder)))
    later = replace(rita, house=elsewhere)
    await later.send_file("il-girasole.yaml", girasole)
    assert "pubblicare la cartella una volta" in later.screen
