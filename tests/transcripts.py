"""The talks that the documents show: played by the program, so that they are what it says.

`python -m tests.transcripts` writes them again after the bot has learned to say something better.
"""

import asyncio
import re
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from bot.assembly import House, assemble
from bot.catalogue import releases
from bot.conversation import notices
from bot.conversation.effects import follow_up
from bot.evaluation import form_links, programme
from bot.people import invites
from tests.cast import NOON, CorePhone

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"(<!-- transcript (\S+):.*?-->\n```text\n)(.*?)(```)", re.DOTALL)
CODE = re.compile(r"\b([A-Z]{3,4})-[0-9A-Z]{3,4}-[0-9A-Z]{3,5}\b")
YES = "[Va bene, iniziamo]"
LATER = re.compile(r"\((\d+) days later\)")
HELP = "mio babbo è caduto due volte, quando sono in turno non c'è nessuno"


@dataclass(frozen=True)
class Script:
    """What one person types and presses ([label]) after opening the link of Biomed Padana, or how many days go by.

    With `form` the link is that of the company's form.

    `told` says how many of the first lines are played and not shown.
    """

    lines: tuple[str, ...]
    told: int = 0
    form: bool = False


SCRIPTS: dict[str, dict[str, Script]] = {
    "README.md": {"first-talk": Script((YES, HELP, "[Il mio sconto]"))},
    "docs/conversation.md": {
        "widower": Script(
            (
                YES,
                "è morta mia moglie un mese fa, ho un bimbo di 4 anni e faccio i turni",
                "non so da dove cominciare",
                "qualcuno che lo tenga la mattina presto",
                "vengono a casa?",
                "mi vergogno a chiamare",
            ),
            told=1,
        ),
        "welder": Script(
            (
                YES,
                "lo sa il mio capo se scrivo qui?",
                "non dormo la notte, sono nervoso con tutti",
                "e se mi vede un collega?",
                "anche di sera?",
                "quanto costa",
                "ok prendo il codice",
                "mi hanno rifiutato il codice",
            ),
            told=1,
        ),
        "packer": Script(
            (
                YES,
                "buongiorno io lavora magazino, moglie arriva italia mese prosimo bisogno carte",
                "parla urdu?",
                "quanto soldi",
                "dove è",
                "che porta?",
                "capo sa?",
            ),
            told=1,
        ),
        "helped": Script((YES, HELP, "[Il mio sconto]", "(5 days later)", "[Sì, mi hanno aiutato]"), told=3),
        "not-possible": Script(
            (
                YES,
                HELP,
                "[Il mio sconto]",
                "(5 days later)",
                "[Non ancora]",
                "(7 days later)",
                "[Ho sentito, ma non si può]",
                "[Non risponde nessuno]",
                "[Scrivimi quando aprono]",
            ),
            told=3,
        ),
    },
    "docs/evaluation.md": {
        "company-form": Script(("[Quasi tutti]", "quasi", "[Sì, buono]"), form=True),
    },
}


async def transcript(house: House, script: Script) -> str:
    """Play a script and write it down as a reader sees it; the code, which is new each time, is masked."""
    phone = CorePhone(house, "anna")
    await phone.start(_form_link(house) if script.form else _invite(house))
    what = "form" if script.form else "link"
    shown = [[f"> (opens the {what} of Biomed Padana)", *_screen(phone)]]
    for line in script.lines:
        if days := LATER.fullmatch(line):
            _wait(phone, timedelta(days=int(days[1])))
        else:
            await (phone.press(line.strip("[]")) if line.startswith("[") else phone.say(line))
        shown.append([f"> {line}", *_screen(phone)])
    kept = shown[script.told + 1 :] if script.told else shown
    return CODE.sub(r"\1-••••-••••", "\n\n".join("\n".join(lines) for lines in kept)) + "\n"


def _invite(house: House) -> str:
    with house.store.write() as tx:
        return invites.create(tx, "biomed-padana", NOON)


def _form_link(house: House) -> str:
    with house.store.write() as tx:
        catalogue = house.concierge.live.edition(tx).catalogue
        written, network = catalogue.release.evaluation, catalogue.network.id
        assert written
        programme.open_forms(tx, written, NOON)
        return form_links.create(tx, written.id, "companies", "biomed-padana", now=NOON, network=network)


def _wait(phone: CorePhone, days: timedelta) -> None:
    """Let days go by, and show what the bot asks then."""
    phone.now += days
    store, keys = phone.house.store, phone.house.keys
    with store.read() as tx:
        companies, catalogue = releases.companies_ever(tx), phone.house.concierge.live.edition(tx).catalogue
    follow_up.send(store, keys, companies, phone.now, catalogue, dice=Random(1))
    with store.write() as tx:
        found = notices.waiting(tx, keys, phone.user)
        notices.taken(tx, found)
    phone.messages = tuple(one.message for one in found)


def _screen(phone: CorePhone) -> list[str]:
    buttons = " ".join(f"[{label}]" for label in phone.buttons)
    return [*phone.screen.splitlines(), *([buttons] if buttons else [])]


def written(document: str) -> dict[str, str]:
    """Return the transcripts that stand in a document, by name."""
    return {name: text for _, name, text, _ in BLOCK.findall((ROOT / document).read_text("utf-8"))}


def _write() -> None:
    from tests.conftest import settings_for  # noqa: PLC0415 - only to write the documents again

    for document, scripts in SCRIPTS.items():
        text = (ROOT / document).read_text("utf-8")
        for name, script in scripts.items():
            with tempfile.TemporaryDirectory() as folder:
                house = assemble(settings_for(Path(folder) / "kmzero.db"))
                played = asyncio.run(transcript(house, script))
                house.close()
            text = BLOCK.sub(lambda found: found[1] + played + found[4] if found[2] == name else found[0], text)  # noqa: B023 - called at once
        (ROOT / document).write_text(text, "utf-8")


if __name__ == "__main__":
    _write()
