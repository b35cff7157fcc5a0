"""What comes from files, people or the database is shown on a terminal, and never acts on it."""

import ast
import io
import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.table import Table
from sqlalchemy import text as sql
from sqlalchemy import update

from bot.catalogue.hidden_signs import first_hidden
from bot.cli import screen
from bot.cli.console import console
from bot.editorial import audit
from bot.people import invites
from bot.store import attempts
from bot.store.attempts import Attempt
from bot.store.engine import Store, open_store
from bot.store.tables import invite, release
from tests.bot.cli.conftest import Run
from tests.bot.editorial.small_network import FILES, Folder
from tests.conftest import KNOWLEDGE

ROOT = Path(__file__).parents[3]
NASTY = [
    "\x1b[2J\x1b[31m",  # clears the screen, writes red
    "\x1b]0;title\x07",
    "\x9b31m",
    "\x08\x08\x08ok",
    "\r ok",
    "a\nb\tc",  # a line and a field that nobody wrote
    "\u202egnp.exe",
    "\u2066x\u2069\u200f",
    "a\u2028b\u2029c",
    "\u200bx\ufeff",
    "\U000e0041\U000e007f",
    "[red]x[/red] :house: [link=x]",
]


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{database}")
    yield opened
    opened.close()


@pytest.fixture
def run(run: Run, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run one command line and return all that it printed."""

    def typed(*words: str) -> str:
        run(*words)
        return "".join(capsys.readouterr())

    return typed


def harmless(said: str) -> bool:
    return first_hidden(said) is None


def test_no_command_writes_past_the_screen() -> None:
    """`screen` for lines, `console` for tables and panels: nothing else in the commands reaches the terminal."""
    ways = {"typer.echo", "typer.secho", "click.echo", "print", "Console", "sys.stdout.write", "sys.stderr.write"}
    found = {}
    for file in [*(ROOT / "bot/cli").rglob("*.py"), ROOT / "handlers/__main__.py"]:
        text = file.read_text("utf-8")
        calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
        found[str(file.relative_to(ROOT))] = {ast.unparse(call.func) for call in calls} & ways
        assert "from rich import" not in text
    assert {name: called for name, called in found.items() if called} == {
        "bot/cli/screen.py": {"typer.echo"},
        "bot/cli/console.py": {"Console"},
        "bot/cli/talk.py": {"print"},  # JSON lines for programs, which write such signs in their own way
    }


@pytest.mark.parametrize("nasty", NASTY, ids=repr)
def test_a_line_is_one_line_and_a_row_has_its_fields(nasty: str, capsys: pytest.CaptureFixture[str]) -> None:
    screen.line(f"a {nasty} b")
    screen.line(f"a {nasty} b", err=True)
    screen.row("first", nasty, "last")
    out, err = capsys.readouterr()
    assert harmless(out + err)
    assert len(out.splitlines()) == 2
    assert len(err.splitlines()) == 1
    assert len(out.splitlines()[1].split("\t")) == 3


@pytest.mark.parametrize("nasty", NASTY, ids=repr)
def test_json_on_the_screen_says_what_it_said(nasty: str, capsys: pytest.CaptureFixture[str]) -> None:
    screen.block(json.dumps({"name": nasty}, ensure_ascii=False, indent=1))
    out = capsys.readouterr().out
    assert harmless(out)
    assert json.loads(out) == {"name": nasty}


@pytest.mark.parametrize("nasty", NASTY, ids=repr)
def test_tables_show_markup_as_it_is_and_hidden_signs(nasty: str) -> None:
    out = io.StringIO()
    table = Table("name", title=nasty)
    table.add_row(f"<{nasty}>")
    for told in (table, nasty):
        console(file=out, width=200).print(told)
    assert harmless(out.getvalue())
    if "[" in nasty:
        assert out.getvalue().count(":house:") == NASTY[-1:].count(nasty) * 3


def test_what_is_styled_keeps_its_style() -> None:
    out = io.StringIO()
    shown = console(file=out, force_terminal=True)
    shown.print("ok", style="bold")
    assert "\x1b[1m" in out.getvalue()


@pytest.mark.parametrize("nasty", NASTY, ids=repr)
def test_the_audit_is_harmless(run: Callable[..., str], store: Store, nasty: str) -> None:
    with store.write() as tx:
        deed = audit.Deed("change", f"s{nasty}", f"f{nasty}", f"o{nasty}", f"n{nasty}")
        audit.note(tx, [deed], role=1, release=1, now=datetime.now(UTC))
    said = run("audit")
    assert harmless(said)
    line = next(one for one in said.splitlines() if "\tchange\t" in one)
    assert len(line.split("\t")) == 7


@pytest.mark.parametrize("nasty", NASTY, ids=repr)
def test_status_releases_and_invites_are_harmless(run: Callable[..., str], store: Store, nasty: str) -> None:
    now = datetime.now(UTC)
    with store.write() as tx:
        attempts.note(tx, Attempt(now, None, 1, f"knowledge/{nasty}.yaml:1:1"))
        tx.execute(update(release).values(digest=nasty))
        invites.create(tx, "biomed-padana", now)
        tx.execute(update(invite).values(place=nasty))
    status, releases, links = run("status"), run("releases"), run("invites", "biomed-padana")
    assert harmless(status + releases + links)
    assert len(releases.splitlines()) == len(links.splitlines()) == 1
    assert len(links.split("\t")) == 6


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_check_is_harmless_in_every_form(run: Callable[..., str], tmp_path: Path, form: str) -> None:
    folder = Folder(tmp_path / "a\x1b[31m\u202eb\nc")
    folder.path.mkdir()
    for name, content in FILES.items():
        folder.write(name, content)
    for number, nasty in enumerate(NASTY):
        folder.write(f"organizations/x{number}.yaml", json.dumps({f"id{nasty}": nasty, "name": nasty}))
    said = run("check", str(folder.path), "--format", form)
    assert harmless(said)
    assert len(json.loads(said) if form == "json" else said.splitlines()) > len(NASTY)


def test_why_a_command_cannot_run_is_one_harmless_line(run: Callable[..., str], tmp_path: Path) -> None:
    for nasty in NASTY:
        for words in (("report", "company", nasty, "--quarter", "2026Q3"), ("check", f"{tmp_path}/{nasty}")):
            said = run(*words)
            *where, why = said.splitlines()
            assert why.startswith("kmzero: ")
            assert [line.partition(" ")[0] for line in where] == ["database"] * (words[0] == "report")
            assert harmless(said)


def test_files_with_nasty_names_are_told_harmlessly(run: Callable[..., str], tmp_path: Path) -> None:
    file = tmp_path / "codes\x1b[31m\n.csv"
    file.write_text("N-1\nN-1\nN \u202e2!\n")
    assert harmless(run("codes", "import", "dieci-film-carnet", str(file), "--skip-bad"))
    out = tmp_path / "kit\u202e\x9b"
    assert len(run("company", "kit", "biomed-padana", "--out", str(out), "--lang", "it").splitlines()) > 2
    shutil.copytree(KNOWLEDGE, tmp_path / "k\x1b[31m")
    (tmp_path / "k\x1b[31m/golden.yaml").write_text("# mine\n")
    assert harmless(run("pull", str(tmp_path / "k\x1b[31m")))


def test_the_conversation_shows_what_an_old_release_says(
    run: Callable[..., str], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release of before the rule `control-sign` may have such values."""
    with store.write() as tx:
        tx.execute(sql(r"UPDATE release SET document = replace(document, 'Va', 'V\u001b[31m\u202ea')"))
    monkeypatch.setattr("sys.stdin", io.StringIO("1\ncerco una badante\n1\nquanto costa?\n[red]ciao[/red]\n"))
    said = run("chat", "--company", "biomed-padana")
    assert "Ciao!" in said
    assert harmless(said)


def test_a_report_is_no_formula(run: Callable[..., str], store: Store, tmp_path: Path) -> None:
    with store.write() as tx:
        for old, new in (("Carpi", "=1+1"), ("Soliera", "@SUM(A1)"), ("Anziani", r"\u001b[31mAnziani")):
            tx.execute(
                sql("UPDATE release SET document = replace(document, :old, :new)"),
                {"old": f'"{old}', "new": f'"{new}'},
            )
    run("demo-data", "--months", "4", "--until", "2026-10-01")
    said = run("report", "network", "--quarter", "2026Q3", "--out", str(tmp_path / "out"))
    (sheet,) = (tmp_path / "out").glob("*.csv")
    rows = sheet.read_text("utf-8-sig")
    assert ";'=1+1;" in rows
    assert ";'@SUM(A1);" in rows
    assert harmless(rows + said)
    assert not [cell for row in rows.splitlines() for cell in row.split(";") if cell.startswith(("=", "+", "-", "@"))]
