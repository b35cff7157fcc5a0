"""Commands beside a service: which database and key they speak of, and that no second network begins unnoticed."""

import io
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from handlers.__main__ import main
from tests.bot.editorial.small_network import FILES, Folder

NEW = "this will be a new network"


class Ended(NamedTuple):
    code: int
    out: str
    err: str


Typed = Callable[..., Ended]


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Type a command in an empty folder, with a small network to found."""
    folder = Folder(tmp_path / "knowledge")
    folder.path.mkdir()
    for name, text in FILES.items():
        folder.write(name, text)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for name in [name for name in os.environ if name.startswith("KMZERO_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("KMZERO_KNOWLEDGE", str(folder.path))
    monkeypatch.setenv("KMZERO_TELEGRAM__USERNAME", "kmzero_bot")

    def run(*words: str) -> Ended:
        with pytest.raises(SystemExit) as ended:
            main(words)
        return Ended(int(ended.value.code or 0), *capsys.readouterr())

    return run


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("status",), 0),
        (("releases",), 0),
        (("diff", "1"), 2),
        (("rollback", "1", "--yes"), 2),
        (("retention",), 2),
        (("backup", "b.backup"), 2),
        (("link", "nowhere"), 2),
        (("company", "kit", "nowhere"), 2),
        (("audit",), 2),
        (("needs",), 2),
        (("pull",), 2),
        (("invites", "acme"), 2),
        (("coordinators",), 2),
        (("codes", "status"), 2),
    ],
)
def test_what_only_looks_or_cannot_be_founds_nothing(typed: Typed, words: tuple[str, ...], code: int) -> None:
    ended = typed(*words)
    assert ended.code == code
    assert f"{Path.cwd()}/kmzero.db" in ended.err.splitlines()[0]
    assert not Path("kmzero.key").exists()
    assert "learning" not in ended.err
    assert not list(Path.cwd().iterdir())


@pytest.mark.parametrize("words", [("link", "acme"), ("invite", "coordinator"), ("company", "kit", "acme")])
def test_a_link_that_is_refused_leaves_no_database_behind(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.delenv("KMZERO_TELEGRAM__USERNAME")
    ended = typed(*words)
    assert (ended.code, "telegram.username: the bot's name" in ended.err) == (2, True)
    assert not list(Path.cwd().iterdir())


def test_a_backup_that_is_not_there_is_named_before_anything_is_made(typed: Typed) -> None:
    assert typed("restore", "b.backup") == (2, "", "kmzero: b.backup: there is no such file\n")
    assert not list(Path.cwd().iterdir())


def test_a_command_that_founds_a_network_says_so_and_whoever_is_there_is_asked(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Path.cwd()

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    refused = typed("link", "acme")
    assert (refused.code, NEW in refused.out, list(there.iterdir())) == (1, True, [])

    monkeypatch.setattr("sys.stdin", io.StringIO())
    made = typed("link", "acme")
    where, warned, learning = made.err.splitlines()
    assert where == f"database {there}/kmzero.db (new), key {there}/kmzero.key (new)"
    assert warned.startswith(NEW)
    assert learning.startswith("first start")
    assert made.out.startswith("https://t.me/kmzero_bot?start=")
    again = typed("link", "acme")
    assert (again.code, again.err) == (0, f"database {there}/kmzero.db, key {there}/kmzero.key\n")


def test_who_named_the_database_is_told_of_it_when_something_is_written(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, database: Path
) -> None:
    monkeypatch.setenv("KMZERO_DATABASE__URL", f"sqlite:///{database}")
    where = f"database {database}, key {database.with_suffix('.key')}\n"
    for words, said in (
        (("releases",), ""),
        (("codes", "status"), ""),
        (("coordinators",), ""),
        (("invite", "coordinator"), where),
        (("invites", "revoke", "biomed-padana"), where),
        (("backup", "b.backup"), where),
    ):
        assert typed(*words)[::2] == (0, said), words


def test_jsonl_and_json_stay_clean(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"say": "ciao"}\n')))
    ended = typed("chat", "--jsonl")
    assert (ended.code, ended.out[:2], ended.out.count("\n")) == (0, '{"', 1)


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("DATABASE__URL", "foo", "database.url: "),
        ("DATABASE__URL", "sqlite:////{here}/folder", "is a folder"),
        ("PRIVACY__KEY", "short", "privacy.key: 64 hexadecimal digits"),
        ("PRIVACY__KEY_FILE", "{here}/text", "text: 64 hexadecimal digits"),
        ("PRIVACY__KEY_FILE", "{here}/folder", "Is a directory"),
        ("PRIVACY__KEY_FILE", "{here}/nowhere/kmzero.key", "its folder is not there"),
        ("PRIVACY__JOURNAL_FILE", "{here}/folder", "is a folder"),
        ("PRIVACY__JOURNAL_FILE", "{here}/nowhere/kmzero.journal", "its folder is not there"),
        ("KNOWLEDGE", "{here}/nowhere", "nowhere"),
        ("TELEGRAM__TOKEN", "hello", "telegram.token: this is no token"),
        ("TELEGRAM__TOKEN", "123:a b", "telegram.token: this is no token"),
        ("TELEGRAM__WEBHOOK__URL", "https://x.example", "telegram.webhook.secret"),
    ],
)
def test_what_can_be_known_is_said_before_anything_is_made(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, says: str
) -> None:
    here = Path.cwd()
    (here / "folder").mkdir()
    (here / "text").write_text("no key")
    before = sorted(here.iterdir())
    monkeypatch.setenv("KMZERO_TELEGRAM__TOKEN", "123:abc")
    monkeypatch.setenv(f"KMZERO_{variable}", value.format(here=here))
    ended = typed("run")
    (line,) = ended.err.splitlines()
    assert (ended.code, line.startswith("kmzero: "), says in line) == (2, True, True), line
    assert sorted(here.iterdir()) == before


def test_a_port_that_is_taken_is_said_before_anything_is_made(typed: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        for name, value in (
            ("TOKEN", "123:abc"),
            ("WEBHOOK__URL", "https://x.example/t"),
            ("WEBHOOK__SECRET", "s"),
            ("WEBHOOK__PORT", str(taken.getsockname()[1])),
        ):
            monkeypatch.setenv(f"KMZERO_TELEGRAM__{name}", value)
        ended = typed("run")
    assert ended.code == 2
    assert "kmzero: telegram.webhook: 127.0.0.1:" in ended.err
    assert "Address already in use" in ended.err
    assert not list(Path.cwd().iterdir())


LONG, BIG = "a" * 10_000, "9" * 20


@pytest.mark.parametrize(
    "words",
    [
        *(("rollback", number, "--yes") for number in (BIG, "0")),
        *(("diff", number) for number in (BIG, "0")),
        ("diff", "1", BIG),
        ("rollback", "--yes", "--", f"-{BIG}"),
        ("codes", "undo", BIG),
        ("codes", "undo", "--", f"-{BIG}"),
        ("coordinators", "revoke", BIG),
        ("codes", "import", LONG, "x"),
        ("codes", "release", LONG),
        ("codes", "release", ""),
        ("link", LONG),
        ("link", ""),
        ("report", "network", "ANYTHING", "--quarter", "2026Q3"),
        ("report", "all", "biomed-padana", "--quarter", "2026Q3"),
        *(
            ("report", "network", "--quarter", quarter)
            for quarter in ("", "0000Q1", "9999Q4", "2026Q5", "2026-09", LONG)
        ),
        ("report", "all", "--quarter", "2026Q3"),
        ("report", "company", "--quarter", "2026Q3"),
        ("report", "organization", "x", "--quarter", "2026Q3"),
        ("codes", "import", "dieci-film-carnet", "."),
        ("restore", ".", "--yes"),
        ("backup", "."),
        ("evaluate", "/dev/zero"),
        ("schema", LONG),
    ],
)
def test_a_strange_argument_is_one_line_and_changes_nothing(
    typed: Typed, monkeypatch: pytest.MonkeyPatch, database: Path, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("KMZERO_DATABASE__URL", f"sqlite:///{database}")
    ended = typed(*words)
    said = [line for line in ended.err.splitlines() if not line.startswith("database ")]
    assert (ended.code, len(said), said[0].startswith("kmzero: ")) == (2, 1, True), ended.err
    assert "first start" not in ended.err
