"""`kmzero invite coordinator`, `coordinators`, `audit`, `pull` as an operator runs them; a coordinator by --jsonl."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Run
from tests.bot.cli.test_jsonl import Program
from tests.conftest import KNOWLEDGE

Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run: Run, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run one command line and return its exit code, with what it printed."""
    return lambda *words: (run(*words), *capsys.readouterr())


def invited(run: Told) -> str:
    return str(run("invite", "coordinator")[1].strip().rpartition("=")[2])


def talk(database: Path, *lines: dict[str, str]) -> str:
    program = Program(database)
    said = [program.send({"user": "rita", **line}) for line in lines]
    assert program.close() == 0
    return "\n".join(message["text"] for answer in said for message in answer["messages"])


def test_a_coordinator_is_invited_listed_and_taken_back(run: Told, database: Path) -> None:
    assert "puoi tenere in ordine il catalogo" in talk(database, {"start": invited(run)})
    assert run("coordinators")[1].endswith("\tactive\n")
    assert run("coordinators", "revoke", "1")[0] == 0
    assert run("coordinators")[1].endswith("\trevoked\n")
    assert "Da adesso non tieni più il catalogo" in talk(database, {"say": "ciao"})
    code, _, err = run("coordinators", "revoke", "1")
    assert code == 2
    assert "no coordinator has this number" in err


def test_a_link_to_the_page_is_for_who_holds_the_role(
    run: Told, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk(database, {"start": invited(run)})
    code, _, err = run("coordinators", "page", "1")
    assert (code, "web.url" in err) == (2, True)
    monkeypatch.setenv("KMZERO_WEB__URL", "https://welfare.example.org")
    code, out, _ = run("coordinators", "page", "1")
    assert (code, out.startswith("https://welfare.example.org/open/")) == (0, True)
    assert "server\trelease 1\tpage-link\tcoordinator 1" in run("audit")[1]
    assert run("coordinators", "revoke", "1")[0] == 0
    for number in ("1", "2"):
        assert "no coordinator has this number" in run("coordinators", "page", number)[2]


def test_what_was_changed_in_the_chat_comes_back_into_the_folder(run: Told, database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder)
    file = folder / "organizations/il-girasole.yaml"
    sent = tmp_path / "sent.yaml"
    sent.write_text(file.read_text("utf-8").replace("amount: 18", "amount: 19", 1) + "# visto\n", "utf-8")
    said = talk(database, {"start": invited(run)}, {"file": str(sent)}, {"press": "coord:publish:1"})
    assert "È in linea la versione 2" in said
    code, out, _ = run("pull", str(folder))
    assert (code, f"wrote {file}" in out, "1 files written" in out) == (0, True, True)
    assert file.read_text("utf-8") == sent.read_text("utf-8")
    assert "release 2\tpublish\torganizations/il-girasole.yaml" in run("audit")[1]
    assert "0 files written" in run("pull", str(folder))[1]


def test_work_that_was_never_published_is_not_overwritten_unless_forced(run: Told, tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder)
    file = folder / "organizations/il-girasole.yaml"
    shipped = file.read_text("utf-8")
    file.write_text(shipped + "# una nota mia\n", "utf-8")
    (folder / "organizations/nuova.yaml").write_text("id: nuova\n", "utf-8")
    link = folder / "golden.yaml"
    link.rename(tmp_path / "altrove.yaml")
    link.symlink_to(tmp_path / "altrove.yaml")
    code, out, err = run("pull", str(folder))
    assert (code, out) == (1, "")
    assert err.count("was changed here and never published") == 2
    assert f"{file}: was" in err
    assert f"{link}: was" in err
    code, _, err = run("pull", str(folder), "--force")
    assert code == 0
    assert "nuova.yaml: is not in release 1" in err
    assert file.read_text("utf-8") == shipped
    assert (folder / "organizations/nuova.yaml").exists()


def test_pull_makes_a_folder_that_is_the_release(run: Told, tmp_path: Path) -> None:
    assert run("pull", str(tmp_path / "new"))[0] == 0
    for file in (tmp_path / "new").rglob("*.yaml"):
        assert file.read_bytes() == (KNOWLEDGE / file.relative_to(tmp_path / "new")).read_bytes()
