"""`kmzero needs list`: every id that may be written, and what is served, of a folder or of what people see."""

import json
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Run
from tests.bot.editorial.small_network import FILES, Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "rete")
    made.path.mkdir()
    for name, text in FILES.items():
        made.write(name, text)
    return made


def test_it_lists_areas_and_needs_with_how_many_services_answer_them(
    run: Run, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.replace("organizations/il-girasole.yaml", "[badante, caregiver]", "[badante]")

    assert run("needs", "list", str(folder.path)) == 0

    assert capsys.readouterr().out.splitlines() == [
        "anziani · Anziani",
        "  badante    1 servizio  Badante",
        "  caregiver           -  Chi assiste",
        "Un bisogno su 2 ha almeno un servizio.",
    ]


def test_a_program_gets_the_same(run: Run, folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.replace("organizations/il-girasole.yaml", "    needs:", "    suspended: chiuso\n    needs:")

    assert run("needs", "list", str(folder.path), "--json", "--lang", "en") == 0

    names = {"badante": "Live-in carer", "caregiver": "Carers"}
    needs = [{"id": id_, "name": name, "services": 0} for id_, name in names.items()]
    assert json.loads(capsys.readouterr().out) == {"areas": [{"id": "anziani", "name": "Elderly", "needs": needs}]}


def test_a_folder_with_faults_is_listed_all_the_same(
    run: Run, folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write("network.yaml", "id: [")

    assert run("needs", "list", str(folder.path)) == 0
    assert "badante" in capsys.readouterr().out


def test_what_people_see_can_be_listed_too(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("needs", "list", "--live") == 0
    assert capsys.readouterr().out.endswith("50 bisogni su 50 hanno almeno un servizio.\n")


def test_a_folder_that_is_not_there_is_said(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("needs", "list", str(tmp_path / "nessuna")) == 2
    assert "No such file or directory" in capsys.readouterr().err
