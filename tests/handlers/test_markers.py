"""After a whole run with errors, on both faces: no typed word, id, name or token anywhere that outlives it."""

import asyncio
import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot import upkeep
from bot.assembly import House, assemble, now
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import HOME, local_day
from bot.insight import events, publishing
from bot.insight.events import Thing
from bot.insight.quarters import Quarter
from bot.insight.tables import NETWORK, Owner
from bot.kit.kit import kit
from bot.people import invites
from bot.people.members import Person
from handlers import outbox
from handlers.application import Face
from tests.conftest import settings_for
from tests.handlers.echo_house import FAST, TOKEN
from tests.handlers.fake_telegram import FakeTelegram, Fault
from tests.handlers.incoming_updates import DATE, press

USER = 5_312_047_733
NAME = {"first_name": "Zuleikamarcatore", "last_name": "Qwertipoli", "username": "zuleikamarcatore"}
PHONE = "+393339876501"
SENTENCES = [
    "{} mio babbo è caduto due volte, di giorno è solo",
    "cerco un dentista per {}",
    "non ce la faccio più con {} e con mia mamma",
    "{} il piccolo esce alle 13 e devo anche fare l'isee",
    "niente palestra {}, è la schiena che mi ammazza",
    "voglio comprare un {}",
    "mio marito {} mi picchia",
    "grazie {}",
    "{}",
    "/start {}",
    "/codici {}",
    "/sconosciuto {}",
    "my father {} fell and he is alone",
    "{0} 😀 <b>{0}</b> & 'apici'",
    "nido a Soliera per {0} " * 40,
]
MARKERS = [f"zqmarca{number:02}xk" for number in range(30)]


def on_telegram(house: House) -> House:
    telegram = house.settings.telegram.model_copy(update={"token": SecretStr(TOKEN)})
    return replace(house, settings=house.settings.model_copy(update={"telegram": telegram}))


def update(number: int, **content: Any) -> dict[str, Any]:
    chat = {"id": USER, "type": "private", **NAME}
    sender = {"id": USER, "is_bot": False, "language_code": "it", **NAME}
    body = {"message_id": number, "date": DATE, "chat": chat, "from": sender, **content}
    return {"update_id": 900_000 + number, "message": body}


async def talk(house: House, face: Face, telegram: FakeTelegram, token: str) -> None:
    """Let one person type every marker while Telegram fails in every way that it has."""
    numbers = count(1)

    async def send(**content: Any) -> None:
        await face.process(update(next(numbers), **content))

    async def tap(label: str) -> None:
        await face.process(press(900_000 + next(numbers), telegram.press(label, USER), USER))

    await send(text=f"/start {token}")
    await send(text=f"prima del sì {MARKERS[0]}")
    await tap("Va bene, iniziamo")
    for number, marker in enumerate(MARKERS):
        telegram.faults += troubles(number, marker)
        await send(text=SENTENCES[number % len(SENTENCES)].format(marker))
        await until_sent(house, face)
    await send(contact={"phone_number": PHONE, **NAME})
    await send(photo=[], caption=f"guarda {MARKERS[1]}")
    await send(text=f"poison {MARKERS[2]}", entities=[{"type": 7, "offset": MARKERS[2], "length": {}}])
    await send(text="pulsante salvavita per mio padre anziano che abita da solo")
    await tap("🎟 Il mio sconto")
    await tap("Ricordamelo prima che scada")
    await send(text="/imieidati")


async def until_sent(house: House, face: Face) -> None:
    """Wait for the calls that are made once more a second later."""
    async with asyncio.timeout(30):
        while True:
            await face.sender.drain()
            with house.store.read() as tx:
                if outbox.depth(tx) == 0:
                    return
            await asyncio.sleep(0.2)


def troubles(number: int, marker: str) -> list[Fault]:
    """Return what goes wrong with the next answer: everything once."""
    return [
        [],
        [Fault("sendMessage", 429, f"Too Many Requests {marker}", {"retry_after": 0})],
        [Fault("sendMessage", 400, f"Bad Request: can't parse entities: {marker}")],
        [Fault("sendMessage", 502, f"Bad Gateway {marker}")],
        [Fault("sendMessage", 403, "Forbidden: bot was blocked by the user")],
    ][number if number < 5 else 0]


def terminal(house: House, tmp_path: Path) -> tuple[str, bytes]:
    """Type every marker into the terminal's face; return what it logged, and the file of /imieidati."""
    config = tmp_path / "terminal.json"
    url = house.settings.database.url
    config.write_text(json.dumps({"database": {"url": url}, "privacy": {"key": house.keys.secret.hex()}}), "utf-8")
    lines = [{"user": str(USER), "say": SENTENCES[n % len(SENTENCES)].format(m)} for n, m in enumerate(MARKERS)]
    lines += [{"user": NAME["username"], "press": MARKERS[3]}, {"wrong": MARKERS[4]}]
    command = [sys.executable, "-m", "handlers", "--config", str(config), "chat", "--jsonl"]
    done = subprocess.run(
        command, input="\n".join(map(json.dumps, lines)), capture_output=True, text=True, check=True, timeout=120
    )
    return done.stderr, done.stdout.encode()


def kept(house: House, tmp_path: Path) -> dict[str, bytes]:
    """Return all that outlives the run: the database's own files, and a backup."""
    file = Path(str(house.store.engine.url.database))
    copy = sqlite3.connect(file)
    copy.execute("VACUUM INTO ?", (str(tmp_path / "backup.db"),))
    copy.close()
    return {each.name: each.read_bytes() for each in [*file.parent.glob(f"{file.name}*"), tmp_path / "backup.db"]}


def smaller(catalogue: Catalogue) -> Catalogue:
    """Return the network with few companies and organizations: its reports are quick to make."""
    release = catalogue.release
    companies = tuple(one for one in release.companies if one.id in ("biomed-padana", "studio-goldoni"))
    organizations = tuple(one for one in release.organizations if one.id in ("il-girasole", "voce-bassa"))
    return Catalogue(1, release.model_copy(update={"companies": companies, "organizations": organizations}))


def reports(house: House) -> dict[str, bytes]:
    """Publish the quarter in which the person wrote, with colleagues enough for reports, and return every file."""
    today = local_day(now(), HOME)
    quarter = Quarter.of(today)
    with house.store.write() as tx:
        catalogue = smaller(house.concierge.live.edition(tx).catalogue)
        for number in range(40):
            other = Person(house.keys.person("biomed-padana", f"colleague {number}"), "biomed-padana", "it")
            events.note(tx, house.keys, other, [Thing("reached"), Thing("need", "anziani")], today)
    owners: list[tuple[Owner, str]] = [("company", "biomed-padana"), ("network", NETWORK)]
    owners.append(("organization", "il-girasole"))
    after = quarter.last + timedelta(days=1)
    made = [
        publishing.hand_out(house.store, house.keys, catalogue, one, quarter, today=after, now=now()) for one in owners
    ]
    return {name: content for files in made for name, content in files.items()}


async def test_nothing_that_a_person_sent_outlives_its_answer(
    database: Path, written: StringIO, tmp_path: Path
) -> None:
    built = assemble(settings_for(database))
    house, telegram = on_telegram(built), FakeTelegram()
    with house.store.write() as tx:
        token = invites.create(tx, "biomed-padana", now(), network="terre-argine")
    face = Face(house, telegram, FAST)
    await face.open()
    await talk(house, face, telegram, token)
    for duty in upkeep.DUTIES:
        upkeep.do(duty, face.means, now())
    said = json.dumps([call.body for call in telegram.calls], default=str)
    await face.sender.stop()
    await face.close()
    terminal_log, _ = terminal(house, tmp_path)
    told = reports(house)
    house.store.tidy()
    logs = {"log": written.getvalue().encode(), "terminal's log": terminal_log.encode()}
    places = kept(house, tmp_path) | told | logs
    places |= {f"sent {number}": body for number, body in enumerate(sent_files(telegram))}
    with house.store.write() as tx:
        catalogue = house.concierge.live.edition(tx).catalogue
        places |= {file.name: file.content for file in kit(tx, catalogue, "biomed-padana", "kmzero_bot", now())}
    built.close()
    secrets = [*MARKERS, str(USER), PHONE, *NAME.values(), TOKEN, TOKEN.partition(":")[2], token]
    hits = [(place, secret) for place, content in places.items() for secret in secrets if secret.encode() in content]
    assert hits == []
    assert len(told) == 12, "three reports of four files each"
    assert "GIRA-" in said, "the run went all the way to a code"
    assert "Traceback" not in written.getvalue()
    assert written.getvalue(), "something went wrong on purpose, and was logged"


def sent_files(telegram: FakeTelegram) -> list[bytes]:
    """Return the files that the person got."""
    found = [call.body["document"]["content"] for call in telegram.of("sendDocument")]
    assert found
    return found
