"""The README is true: its transcript is what the program says, its commands exist.

`python -m tests.test_readme` writes the transcript again after the bot has learned to say something better.
"""

import asyncio
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from typer.main import get_command

from bot.assembly import House, assemble
from bot.cli.app import app
from bot.people import invites
from handlers.__main__ import FAMILIES
from tests.cast import NOON, CorePhone

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"(<!-- transcript:.*?-->\n```text\n)(.*?)(```)", re.DOTALL)
CODE = re.compile(r"\b([A-Z]{4})-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
SCRIPT = [
    "[Va bene, iniziamo]",
    "mio babbo è caduto due volte, quando sono in turno non c'è nessuno",
    "[Il mio sconto]",
]


async def transcript(phone: CorePhone, invite: str) -> str:
    """Play the script and write it down as a reader sees it; the code, which is new each time, is masked."""
    await phone.start(invite)
    lines = ["> (opens the link of Biomed Padana)", *_screen(phone)]
    for line in SCRIPT:
        await (phone.press(line.strip("[]")) if line.startswith("[") else phone.say(line))
        lines += ["", f"> {line}", *_screen(phone)]
    return CODE.sub(r"\1-••••-••••", "\n".join(lines)) + "\n"


def _screen(phone: CorePhone) -> list[str]:
    buttons = " ".join(f"[{label}]" for label in phone.buttons)
    return [*phone.screen.splitlines(), buttons]


async def test_the_transcript_is_what_the_program_says(house: House, invite: Callable[[str], str]) -> None:
    shown = BLOCK.search(README.read_text("utf-8"))
    assert shown
    assert shown[2] == await transcript(CorePhone(house, "anna"), invite("biomed-padana"))


def test_every_command_is_in_the_readme_and_every_one_there_exists() -> None:
    assert FAMILIES
    text = README.read_text("utf-8")
    names = set(get_command(app).commands)  # type: ignore[attr-defined]  # typer's command is a group
    table = set(re.findall(r"`(?:kmzero )?([a-z-]+)", text.partition("## What else")[2].partition("MIT")[0]))
    assert names <= table | {"chat"}, names - table
    named = set(re.findall(r"kmzero ([a-z][a-z-]*)", text))
    assert named <= names, named - names


def test_every_link_leads_somewhere() -> None:
    for document in README.parent.glob("*.md"):
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def _write() -> None:
    from tests.conftest import settings_for  # noqa: PLC0415 - only to write the README again

    with tempfile.TemporaryDirectory() as folder:
        house = assemble(settings_for(Path(folder) / "kmzero.db"))
        with house.store.write() as tx:
            token = invites.create(tx, "biomed-padana", NOON)
        text = asyncio.run(transcript(CorePhone(house, "anna"), token))
        house.close()
    README.write_text(BLOCK.sub(lambda found: found[1] + text + found[3], README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    _write()
