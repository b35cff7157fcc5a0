"""`kmzero export` and `kmzero import`: the workbook goes out and comes back; a table of somebody is asked about."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from bot.editorial.check import check
from bot.editorial.folder.files import load
from tests.bot.cli.conftest import Run
from tests.bot.cli.test_codes_commands import Terminal
from tests.conftest import KNOWLEDGE, TODAY

TABLE = """\
Ente;Servizio;Descrizione;Comune;Indirizzo;Telefono;Orari;Costo
Mani Nuove;Badante subito;Trovano una badante per il nonno;Carpi;Via Roma 3;059/0001234;lun-ven 9-13;gratis
Mani Nuove;Varie;Qualche cosa;Carpi;Via Roma 3;059/0001234;lun-ven 9-13;gratis
"""


@pytest.fixture
def table(tmp_path: Path) -> str:
    file = tmp_path / "servizi.csv"
    file.write_text(TABLE, encoding="utf-8")
    return str(file)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(KNOWLEDGE, tmp_path / "rete"))


def released(folder: Path) -> str:
    found = check(load(folder), TODAY).release
    assert found
    return found.model_dump_json(by_alias=True, exclude_defaults=True)


def test_the_workbook_comes_back_as_it_went_out(run: Run, tmp_path: Path, folder: Path) -> None:
    file = str(tmp_path / "catalogo.xlsx")
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}

    assert run("export", "--xlsx", file) == 0
    assert run("import", file, "--into", str(folder), "--yes") == 0
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_an_empty_folder_gets_all_of_the_live_release(run: Run, tmp_path: Path, folder: Path) -> None:
    file, empty = str(tmp_path / "catalogo.xlsx"), tmp_path / "nuova"

    assert run("export", "--xlsx", file, "--lang", "en") == 0
    assert run("import", file, "--into", str(empty), "--yes", "--lang", "en") == 0
    assert released(empty) == released(folder)


def test_what_is_certain_is_taken_and_the_rest_told_as_json(
    run: Run, table: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", table, "--into", str(folder), "--yes", "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["taken"], told["files"]) == (1, ["organizations/mani-nuove.yaml"])
    assert [(one["row"], one["shown"]) for one in told["refused"]] == [(3, "Varie")]
    assert "non è sicuro a quale bisogno risponde" in told["refused"][0]["reason"]
    assert (folder / "organizations" / "mani-nuove.yaml").exists()


def test_who_sits_there_is_asked_which_need_a_row_is_for(
    run: Run, table: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("1\ns\n"))

    assert run("import", table, "--into", str(folder)) == 0
    assert "Riga 3, «Varie». Quale bisogno? 1 " in capsys.readouterr().out
    assert "id: varie" in (folder / "organizations" / "mani-nuove.yaml").read_text("utf-8")


def test_who_sits_there_is_asked_which_column_has_the_names(
    run: Run, table: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(table).write_text(TABLE.replace("Ente;Servizio", "Träger;Angebot").partition("Mani Nuove;Varie")[0], "utf-8")
    monkeypatch.setattr("sys.stdin", Terminal("a\nB\ns\n"))

    assert run("import", table, "--into", str(folder)) == 0
    assert "  B  Angebot: Badante subito" in capsys.readouterr().out
    assert "id: badante-subito" in (folder / "organizations" / "mani-nuove.yaml").read_text("utf-8")


def test_nothing_is_written_where_nobody_can_answer(
    run: Run, table: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", table, "--into", str(folder)) == 1
    assert "aggiungi --yes" in capsys.readouterr().err
    assert not (folder / "organizations" / "mani-nuove.yaml").exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("x.csv", b"", "non c'è niente che sembri una tabella"),
        ("x.csv", b"%PDF-1", "è un PDF"),
        ("x.xlsx", b"", "non si può leggere"),
        ("x.xlsx", b"PK\x03\x04", "non si può leggere"),
    ],
)
def test_a_file_that_is_no_table_is_said_to_be_none(  # noqa: PLR0917 - fixtures, and what differs
    run: Run, folder: Path, name: str, content: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder.parent / name
    file.write_bytes(content)
    assert run("import", str(file), "--into", str(folder), "--yes") == 2
    assert told in capsys.readouterr().err


def test_a_folder_without_a_network_is_made_first(
    run: Run, table: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", table, "--into", str(tmp_path / "nuova"), "--yes") == 2
    assert "manca network.yaml" in capsys.readouterr().err
