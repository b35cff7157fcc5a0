"""`kmzero export --hsds` and `kmzero import --hsds`: out to a folder, into a folder, with a yes, told in JSON."""

import json
import shutil
from pathlib import Path

import pytest

from bot.cli import exchange
from bot.editorial.hsds.inward.existing import Existing
from bot.understanding.reading import Reader, Reading
from tests.bot.cli.conftest import Run
from tests.bot.editorial.hsds.test_broken_packages import many
from tests.bot.editorial.hsds.test_packages_of_others import COUNTY

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"


class Sure:
    """A reader that always hears the same need."""

    def read(self, text: str, screen: str = "", showing: object = ()) -> Reading:
        return Reading("need", {"centro-diurno": 0.9, "badante": 0.1}, 0.1)


@pytest.fixture(autouse=True)
def hears_one_need(monkeypatch: pytest.MonkeyPatch) -> None:
    def reader_of(_there: Existing) -> Reader:
        return Sure()

    monkeypatch.setattr(exchange, "reader_of", reader_of)


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """A network of its own with nothing but its description."""
    folder = tmp_path / "network"
    folder.mkdir()
    shutil.copy(KNOWLEDGE / "network.yaml", folder)
    return folder


def package(tmp_path: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        (tmp_path / "package").mkdir(exist_ok=True)
        (tmp_path / "package" / name).write_text(text, "utf-8")
    return str(tmp_path / "package")


def test_what_goes_out_comes_in_again(run: Run, tmp_path: Path, into: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "--hsds", str(tmp_path / "out"), "--lang", "en") == 0
    assert "90 services are in" in capsys.readouterr().out
    assert run("import", "--hsds", str(tmp_path / "out"), "--into", str(into), "--yes", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["taken"], told["refused"], told["proposed"], len(told["files"])) == (90, [], [], 40)
    assert len(list((into / "organizations").iterdir())) == 40
    assert run("import", "--hsds", str(tmp_path / "out"), "--into", str(into), "--lang", "en") == 0
    assert f"Everything is in {into} already." in capsys.readouterr().out


def test_refusals_are_told_by_their_ids_with_the_reason(
    run: Run, tmp_path: Path, into: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = package(tmp_path, many(89, 340))
    assert run("import", "--hsds", source, "--into", str(into), "--yes", "--json", "--lang", "en") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["taken"], len(told["refused"])) == (89, 340)
    assert told["refused"][0] == {"id": "x0", "reason": "Its organization gone-0 is not in the package."}
    assert told["proposed"][0]["need"] == "centro-diurno"


def test_without_a_yes_nothing_is_written_and_all_is_told(
    run: Run, tmp_path: Path, into: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", "--hsds", package(tmp_path, COUNTY), "--into", str(into), "--lang", "en") == 1
    told = capsys.readouterr()
    assert "2 services of 1 organization can be taken." in told.out
    assert "day-centre-for-older-adults: centro-diurno, 90 %" in told.out
    assert "Redwood City: 37.4772, -122.2132" in told.out
    assert "contact.name (1)" in told.out
    assert "With --yes it is written." in told.err
    assert not (into / "organizations").exists()


def test_a_folder_that_is_not_there_yet_gets_its_organizations_and_is_told_what_it_lacks(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new"
    assert run("import", "--hsds", package(tmp_path, COUNTY), "--into", str(new), "--yes", "--lang", "en") == 0
    assert (new / "organizations" / "peninsula-families.yaml").exists()
    told = capsys.readouterr().err
    assert "has no network.yaml yet: `kmzero new` makes one" in told
    assert "error" not in told


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_what_is_no_package_is_told_in_one_line_or_in_json(
    run: Run, tmp_path: Path, into: Path, capsys: pytest.CaptureFixture[str], form: tuple[str, ...]
) -> None:
    (tmp_path / "bad.json").write_text('{"id": ', "utf-8")
    code = run("import", "--hsds", str(tmp_path / "bad.json"), "--into", str(into), "--lang", "en", *form)
    told = capsys.readouterr()
    said = json.loads(told.out)["refused"][0]["reason"] if form else told.err
    assert code == (1 if form else 2)
    assert "bad.json:1:8: here this is no JSON any more" in said


def test_a_folder_with_faults_is_mended_first(
    run: Run, tmp_path: Path, into: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (into / "network.yaml").write_text("id: [", "utf-8")
    assert run("import", "--hsds", package(tmp_path, COUNTY), "--into", str(into), "--yes", "--lang", "en") == 2
    assert "mend them first" in capsys.readouterr().err


def test_a_package_that_is_not_there_is_one_line(run: Run, into: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", "--hsds", "/nowhere/package", "--into", str(into), "--yes") == 2
    assert capsys.readouterr().err.count("\n") == 1
