"""Odd files, zips of a part, releases that are hardly meant: the chat says so, and asks before anything is lost."""

import re
from pathlib import Path

import pytest

from bot.assembly import House
from bot.catalogue import releases
from bot.conversation.messages import Chose
from tests.bot.coordination.test_sent_files import zipped
from tests.cast import CorePhone
from tests.conftest import KNOWLEDGE

FIELD = Path(__file__).parents[2] / "data" / "field"
OLD, NEW = "amount: 18, per: month", "amount: 19, per: month"
GIRASOLE = (KNOWLEDGE / "organizations/il-girasole.yaml").read_text("utf-8")
DEARER = GIRASOLE.replace(OLD, NEW, 1)
CONFLICT = (FIELD / "yaml/conflitto-git.yaml.esempio").read_bytes()
WORD = b"PK\x03\x04\x14\0\x06\0[Content_Types].xml..word/document.xml"


def live(house: House) -> tuple[int | None, int]:
    """Return the number of what is live, and how many organizations it has."""
    with house.store.read() as tx:
        number = releases.current_number(tx)
        return number, len(releases.load(tx, number or 0)[0].release.organizations)


def folder(**changed: str | None) -> dict[str, str]:
    """Return the whole folder by name, with some files said otherwise, or left out."""
    files = {file.relative_to(KNOWLEDGE).as_posix(): file for file in sorted(KNOWLEDGE.rglob("*.yaml"))}
    texts = {name: changed.get(file.stem, file.read_text("utf-8")) for name, file in files.items()}
    return {name: text for name, text in texts.items() if text is not None}


def _for_all(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join("        companies: all\n" if line.startswith("        companies: [") else line for line in lines)


SENT: list[tuple[str, str | bytes, list[str]]] = [
    ("nido.yaml", CONFLICT, ["due versioni delle stesse righe", "13 (<<<<<<<), 15 (=======), 17 (>>>>>>>)"]),
    ("nido.docx", WORD, ["Word", "solo testo"]),
    ("nido.odt", b"PK", ["Word", "solo testo"]),
    ("nido.rtf", rb"{\rtf1}", ["Word", "solo testo"]),
    ("nido.pdf", b"%PDF", ["PDF", "solo testo"]),
    ("nido.txt", GIRASOLE, ["Se invece è un'organizzazione", ".yaml"]),
    ("catalogo.rar", b"Rar!\x1a\x07\0", ["archivio", ".zip"]),
    ("empty.zip", (FIELD / "zip/empty.zip").read_bytes(), ["lo zip è vuoto"]),
    ("fake.zip", (FIELD / "zip/fake.zip").read_bytes(), ["non è uno zip", "RAR"]),
    ("documenti.zip", zipped({"nido.docx": WORD, "foto.jpg": b"x"}), ["nessun file .yaml", "nido.docx, foto.jpg"]),
    ("one-org.zip", (FIELD / "zip/one-org.zip").read_bytes(), ["organizations/nido-lippa.yaml:", "faenza"]),
    ("due.zip", zipped({"a.yaml": DEARER.replace("hours:", "ore:"), "x.txt": ""}), ["il-girasole.yaml:", "x.txt:1:1"]),
    ("due.zip", zipped({"a.yaml": GIRASOLE, "x.txt": ""}), ["non c'è niente da pubblicare", "x.txt:1:1"]),
]


@pytest.mark.parametrize(("name", "content", "sees"), SENT)
async def test_what_cannot_be_used_gets_its_own_cure(
    house: House, rita: CorePhone, name: str, content: str | bytes, sees: list[str]
) -> None:
    await rita.send_file(name, content)

    assert [part for part in sees if part not in rita.screen] == []
    assert "Pubblica" not in rita.buttons
    assert live(house) == (1, 40)


async def test_a_zip_of_a_part_changes_just_what_it_says(house: House, rita: CorePhone) -> None:
    await rita.send_file("uno.zip", zipped({"da Giulia/il-girasole (1).yaml": DEARER, "da Giulia/foto.jpg": b"x"}))
    assert "Nello zip non c'è tutta la cartella" in rita.screen
    assert "Rispetto alla versione 1: 1 prezzo" in rita.screen
    assert "foto.jpg:1:1" in rita.screen
    await rita.press("Pubblica")
    assert live(house) == (2, 40)


PLANS = (KNOWLEDGE / "situations.yaml").read_text("utf-8")


def _in_no_plan() -> dict[str, None]:
    """Return the files of organizations to which no plan leads: what the others teach stays as it was."""
    texts = {file.stem: file.read_text("utf-8") for file in KNOWLEDGE.glob("organizations/*.yaml")}
    services = {stem: re.findall(r"^  - id: (\S+)", text, re.MULTILINE) for stem, text in texts.items()}
    return dict.fromkeys(stem for stem, ids in services.items() if not any(f"service: {id_}" in PLANS for id_ in ids))


NO_COMPANY = {name: _for_all(text) for name, text in folder(companies="companies: []\n").items()}
ODD: list[tuple[str, str | bytes, str]] = [
    ("nessuna.zip", zipped(NO_COMPANY), "non c'è nessuna azienda"),
    ("tutto.zip", zipped(folder(**_in_no_plan())), "più della metà"),
    ("prove.yaml", "questions: [{say: pulsante salvavita per mio padre, need: nido}]\n", "«pulsante salvavita"),
]


@pytest.mark.parametrize(("name", "content", "named"), ODD)
async def test_what_is_hardly_ever_meant_takes_a_second_press(
    house: House, rita: CorePhone, name: str, content: str | bytes, named: str
) -> None:
    await rita.send_file(name, content)
    assert named in next(line for line in rita.screen.splitlines() if line.startswith("⚠️"))
    await rita.press("Pubblica")
    assert "La pubblico lo stesso?" in rita.screen
    assert live(house)[0] == 1
    await rita.press("Sì, pubblica lo stesso")
    assert "È in linea la versione 2" in rita.screen
    assert live(house)[0] == 2


@pytest.mark.parametrize(
    "choice", ["coord:sure:7", "coord:sure:x", "coord:sure:", "coord:return:2.1", "coord:return:x"]
)
async def test_a_button_of_what_is_gone_says_so(house: House, rita: CorePhone, choice: str) -> None:
    rita.send(Chose(choice))
    assert "non c'è più" in rita.screen or "non vale più" in rita.screen
    assert live(house)[0] == 1


async def test_going_back_shows_what_changes_and_waits_for_a_yes(house: House, rita: CorePhone) -> None:
    await rita.send_file("il-girasole.yaml", DEARER)
    await rita.press("Pubblica")
    await rita.press("Torna alla versione 1")
    assert "19 € al mese → 18 € al mese" in rita.screen
    assert live(house)[0] == 2
    yes = next(choice.id for choice in rita.choices if choice.label == "Sì, torna alla 1")
    await rita.press("Lascia perdere")
    assert "Versione 2, in linea" in rita.screen
    rita.send(Chose(yes))
    assert "È di nuovo in linea la versione 1" in rita.screen
    rita.send(Chose(yes))
    assert "La versione 1 è già quella in linea" in rita.screen


async def test_a_yes_to_going_back_does_not_hold_when_another_release_came_meanwhile(
    house: House, rita: CorePhone
) -> None:
    await rita.send_file("il-girasole.yaml", DEARER)
    await rita.press("Pubblica")
    await rita.press("Torna alla versione 1")
    yes = next(choice.id for choice in rita.choices if choice.label == "Sì, torna alla 1")
    await rita.send_file("il-girasole.yaml", DEARER.replace(NEW, "amount: 20, per: month", 1))
    await rita.press("Pubblica")
    rita.send(Chose(yes))
    assert "non vale più" in rita.screen
    assert live(house)[0] == 3


@pytest.mark.parametrize("name", ["0", "9", "99999999999999999999", "x", ""])
async def test_a_release_that_is_not_there_is_no_way_back(house: House, rita: CorePhone, name: str) -> None:
    rita.send(Chose(f"coord:back:{name}"))
    assert "non vale più" in rita.screen
    assert live(house)[0] == 1
