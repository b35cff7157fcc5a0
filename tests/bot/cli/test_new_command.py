"""`kmzero new`: questions with their reasons, options in their place, and nothing written before the end."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handlers.__main__ import main

ROOT = Path(__file__).parents[3]
OPTIONS = {
    "name": "Welfare Biella",
    "town": "Biella:45.5628,8.0583",
    "controller": "Consorzio",
    "email": "rete@biella.example.org",
    "phone": "015 000 0100",
    "languages": "it,en",
}
# Languages, name, country, the first town: what will not do stands before what will.
BEGINNING = ["fr", "", "", "Welfare Biella", "Italia", "", "", "Biella", "8.0583, 45.5628", "45.5628, 8.0583"]
REASONS = [
    *("fr non va bene", "qui serve una risposta", "non conosco il paese Italia", "sembrano scambiate"),
    *("non è un indirizzo e-mail", "non è un numero di telefono completo", "non capisco"),
]
Typed = Callable[..., tuple[int, str, str]]


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Type a command in an empty folder, with lines of answers; return its exit code and what it said."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str, answers: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
        with pytest.raises(SystemExit) as ended:
            main(words)
        return int(ended.value.code or 0), *capsys.readouterr()

    return run


def options(**changed: str | None) -> list[str]:
    said = {name: value for name, value in (OPTIONS | changed).items() if value is not None}
    return [word for name, value in said.items() for word in (f"--{name}", value)]


def test_with_options_nothing_is_asked_and_the_next_three_commands_are_said(typed: Typed, tmp_path: Path) -> None:
    code, out, err = typed("new", "knowledge", *options(), "--town", "Cossato:45.5725,8.1806", "--yes")

    assert (code, err) == (0, "")
    assert "112, 1522, 02 2327 2327, 114" in out
    assert out.splitlines()[-3:] == ["  kmzero check", "  kmzero publish", "  kmzero chat --company esempio"]
    assert "id: cossato" in (tmp_path / "knowledge/network.yaml").read_text("utf-8")
    assert typed("check")[:2] == (0, "")


def test_a_folder_elsewhere_is_named_in_the_next_commands(typed: Typed) -> None:
    _, out, _ = typed("new", "la rete", *options(languages="en,it"), "--yes")

    assert "Emergency numbers" in out, "it is said in the first language of the network"
    assert out.splitlines()[-3:] == [
        "  kmzero check 'la rete'",
        "  kmzero publish 'la rete'",
        "  kmzero chat --company example",
    ]


def test_a_wrong_answer_is_asked_again_with_its_reason(typed: Typed, tmp_path: Path) -> None:
    rest = ["Cossato", "45.5725, 8.1806", "", "Consorzio", "rete(at)biella", "rete@biella.example.org"]
    answers = [*BEGINNING, *rest, "015", "015 000 0100", "boh", "", ""]

    code, out, err = typed("new", "rete", answers="\n".join([*answers, ""]))

    assert (code, err) == (0, "")
    assert [reason for reason in REASONS if reason not in out] == []
    network = (tmp_path / "rete/network.yaml").read_text("utf-8")
    assert 'hours: "su appuntamento"' in network
    assert '# address: "…"' in network


def test_a_town_that_is_there_already_is_asked_again(typed: Typed) -> None:
    again = ["Biella", "45.5628, 8.0583", "45.5725, 8.1806"]
    code, out, err = typed("new", "rete", answers="\n".join([*BEGINNING, *again, ""]))

    assert code == 2
    assert out.count("Biella c'è già") == 2
    assert "manca la risposta" in err


def test_options_are_not_asked(typed: Typed) -> None:
    given = [*options(languages=None), "--address", "", "--hours", "lun-ven 9-12"]

    code, out, _ = typed("new", "rete", *given, answers="it\n\n")

    assert code == 0
    assert [line for line in out.splitlines() if "Nome" in line or "E-mail" in line] == []


REFUSED = [
    ({"town": None}, "--town"),
    ({"name": None}, "--name"),
    ({"email": "rete(at)biella"}, '--email: "rete(at)biella" non è un indirizzo'),
    ({"phone": "015"}, "--phone: "),
    ({"town": "Biella:8.0583,45.5628"}, "Scrivi «45.5628, 8.0583»."),
    ({"town": "Biella"}, "--town: "),
    ({"country": "JP", "town": "Kyoto:35.01,135.77", "phone": "075-222-3111"}, "--emergency"),
]


@pytest.mark.parametrize(("changed", "said"), REFUSED)
def test_what_cannot_be_asked_ends_with_one_line_and_writes_nothing(
    typed: Typed, tmp_path: Path, changed: dict[str, str | None], said: str
) -> None:
    code, out, err = typed("new", "rete", *options(**changed), "--yes")

    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_country_without_known_numbers_takes_the_one_that_is_given(typed: Typed, tmp_path: Path) -> None:
    kyoto = options(country="JP", town="Kyoto:35.01,135.77", phone="075-222-3111", emergency="119")
    assert typed("new", "rete", *kyoto, "--yes")[0] == 0
    assert "timezone: Asia/Tokyo" in (tmp_path / "rete/network.yaml").read_text("utf-8")


def test_the_example_is_of_the_day_that_it_is_in_the_network(
    typed: Typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Honolulu it is still the day before: a service that was checked tomorrow would be a fault."""
    monkeypatch.setattr("bot.assembly.now", lambda: datetime(2026, 11, 29, 3, tzinfo=UTC))
    there = options(country="US", town="Honolulu:21.3069,-157.8583", phone="+1 808-555-0123", languages="en")

    assert typed("new", "knowledge", *there, "--yes")[0] == 0

    assert "checked_on: 2026-11-28" in (tmp_path / "knowledge/organizations/example.yaml").read_text("utf-8")
    assert typed("check")[:2] == (0, "")


def test_a_folder_that_is_not_empty_is_refused_before_anything_is_asked(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "rete").mkdir()
    (tmp_path / "rete/network.yaml").write_text("id: mia\n", encoding="utf-8")

    code, out, err = typed("new", "rete")

    assert (code, out) == (2, "")
    assert err.startswith("kmzero: rete: qui c'è già qualcosa, e non tocco niente. Scegli una cartella che non c'è")
    assert err.count("\n") == 1
    assert (tmp_path / "rete/network.yaml").read_text("utf-8") == "id: mia\n"


def test_a_folder_in_a_folder_that_is_not_there_is_refused(typed: Typed) -> None:
    code, _, err = typed("new", "nessuna/rete", *options(), "--yes")

    assert code == 2
    assert "la cartella" in err


def _hear_ctrl_c() -> None:
    """Undo what a shell does to what it runs in the background: that hears no Ctrl and C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_in_the_middle_of_the_questions_leaves_nothing_behind(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "handlers", "new", "rete"]
    there = {name: value for name, value in os.environ.items() if not name.startswith("KMZERO_")}
    asking = subprocess.Popen(
        command,
        cwd=tmp_path,
        env=there | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        preexec_fn=_hear_ctrl_c,  # noqa: PLW1509 - no thread of ours holds a lock here
    )
    assert asking.stdin
    assert asking.stdout
    asking.stdin.write(b"it\n")
    asking.stdin.flush()
    seen = b""
    until = time.monotonic() + 60
    while b"Nome della rete" not in seen and time.monotonic() < until:
        seen += os.read(asking.stdout.fileno(), 4096)

    asking.send_signal(signal.SIGINT)
    asking.communicate(timeout=60)

    assert asking.returncode == 130
    assert list(tmp_path.iterdir()) == []
