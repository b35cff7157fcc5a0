"""A release goes live while people talk: the next message sees it, the talk goes on, and vouchers keep working."""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.assembly import House
from bot.config import SHIPPED_KNOWLEDGE
from bot.editorial.folder.files import load
from bot.editorial.publishing.publish import make_live, prepare
from tests.cast import NOON
from tests.conftest import TODAY

BUTTON = "un pulsante al collo per mio padre, se cade lo preme e risponde una persona"
WITHIN = 2.0  # seconds from the publish to the first answer that knows of it


class Process:
    """`kmzero chat --jsonl` in a process of its own."""

    def __init__(self, database: Path) -> None:
        command = [sys.executable, "-m", "handlers", "chat", "--jsonl"]
        surroundings = os.environ | {"KMZERO_DATABASE__URL": f"sqlite:///{database}"}
        self.process = subprocess.Popen(command, stdin=-1, stdout=-1, env=surroundings, text=True)

    def __call__(self, **message: str) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()
        assert select.select([self.process.stdout], [], [], 60)[0]
        return json.loads(self.process.stdout.readline())["messages"]

    def stop(self) -> None:
        self.process.communicate()


@pytest.fixture
def bot(house: House, database: Path) -> Iterator[Process]:
    process = Process(database)
    yield process
    process.stop()


def _publish(house: House, folder: Path, changes: dict[str, str]) -> None:
    """Publish the shipped network with other words in the file of Il Girasole."""
    file = folder / "organizations" / "il-girasole.yaml"
    text = (SHIPPED_KNOWLEDGE / "organizations" / "il-girasole.yaml").read_text("utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    for source in SHIPPED_KNOWLEDGE.rglob("*.yaml"):
        target = folder / source.relative_to(SHIPPED_KNOWLEDGE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    file.write_text(text, "utf-8")
    make_live(house.store, prepare(house.store, load(folder), now=NOON, today=TODAY, train=_not_needed), NOON)


def _not_needed(_release: object) -> bytes:
    raise AssertionError("a new price teaches nothing")


def test_a_running_bot_takes_the_new_release_and_goes_on(
    bot: Process, house: House, invite: Callable[[str], str], tmp_path: Path
) -> None:
    bot(user="anna", start=invite("biomed-padana"))
    bot(user="anna", press="consent:yes")
    before = bot(user="anna", say=BUTTON)
    assert "invece di 18 €" in str(before)
    [code] = [message["voucher"]["code"] for message in bot(user="anna", press="take:casa-sicura-rete")]

    changes = {
        "price: {amount: 18, per: month}": "price: {amount: 21, per: month}",
        "casa-sicura-rete": "altra-offerta",
    }
    _publish(house, tmp_path / "knowledge", changes)
    start = time.monotonic()
    again = bot(user="anna", press="none")
    took = time.monotonic() - start
    mine = bot(user="anna", say="/codici")
    after = bot(user="anna", say=BUTTON)

    assert again
    assert took < WITHIN
    assert code in str(mine)
    assert "invece di 21 €" in str(after)
