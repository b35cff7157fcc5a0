"""The terminal face: a person types, numbers choose, and the end is a goodbye."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from bot.assembly import House
from bot.cli.terminal import Terminal, styled

ROOT = Path(__file__).parents[3]


def talk(house: House, *lines: str, company: str | None = "biomed-padana") -> str:
    """Return all that a person saw who typed these lines."""
    out = io.StringIO()
    typed = iter(lines)

    def ask() -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    Terminal(house, company, "it", Console(file=out, width=80, highlight=False), ask).talk()
    return out.getvalue()


def test_choices_are_numbers(house: House) -> None:
    seen = talk(house, "1", "2")
    assert "1 Va bene, iniziamo" in seen
    assert "Scrivimi cosa ti serve" in seen
    assert "Nessuno di questi" in seen
    assert seen.rstrip().endswith("Ciao!")


def test_a_number_that_is_no_choice_is_said_like_any_word(house: House) -> None:
    assert "Va bene, iniziamo" in talk(house, "99")


def test_markup_becomes_style() -> None:
    text = styled("<b>Casa</b> &amp; <code>GIRA-1</code> 5 &lt; 6")
    assert text.plain == "Casa & GIRA-1 5 < 6"
    assert [str(span.style) for span in text.spans] == ["bold", "bold green"]


def kmzero(database: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "handlers", *words],
        input=typed,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"KMZERO_DATABASE__URL": f"sqlite:///{database}"},
        check=False,
    )


def test_chat_talks_in_a_real_process(database: Path) -> None:
    run = kmzero(database, "chat", "--company", "biomed-padana", typed="1\ncerco un dentista\n")
    assert run.returncode == 0, run.stderr
    assert "Non è questo" in run.stdout


def test_a_link_opens_the_company(database: Path, house: House, invite: Callable[[str], str]) -> None:
    run = kmzero(database, "link", "ceramiche-secchia")
    assert run.returncode == 0
    address, token = run.stdout.strip().split("=")
    assert address == "https://t.me/kmzero_bot?start"
    assert re.fullmatch(r"[\w-]{28}", token)


def test_codes_are_imported_and_counted(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "codes.csv"
    file.write_text("NUOVO-1\nNUOVO-2\n")
    offer = min(each.stem for each in (ROOT / "knowledge" / "pools").glob("*.csv"))
    assert "2 codici nuovi" in kmzero(database, "codes", "import", offer, str(file)).stdout
    assert f"{offer}\tliberi 62 di 62" in kmzero(database, "codes", "status").stdout
