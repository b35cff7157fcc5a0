"""Who is typed into `kmzero chat --jsonl` is nobody of Telegram: an operator cannot ask for somebody by their id."""

import json
from typing import Any

import pytest

from bot.assembly import House
from bot.cli.jsonl import JsonFace
from bot.conversation.messages import Chose
from bot.editorial.audit import listing
from tests.bot.cli.conftest import Run
from tests.cast import CorePhone

TELEGRAM_ID = "5312047733"


def answer(house: House, *, as_person: bool = False, **line: str) -> dict[str, Any]:
    face = JsonFace(house, None, None, explains=False, as_person=as_person)
    return face.answer(json.dumps({"user": TELEGRAM_ID} | line))


@pytest.fixture
async def somebody(house: House, anna: CorePhone) -> House:
    """Anna has a code, and her Telegram id is known to the operator."""
    del anna
    phone = CorePhone(house, TELEGRAM_ID, "biomed-padana")
    for choice in ("restart", "consent:yes", "take:casa-sicura-rete"):
        phone.send(Chose(choice))
    assert phone.voucher
    return house


async def test_an_id_that_is_typed_is_a_stranger(somebody: House) -> None:
    said = answer(somebody, press="mydata")
    assert said["user"] == TELEGRAM_ID
    assert "Di te non teniamo niente" in said["messages"][0]["text"]
    assert "GIRA-" not in json.dumps(answer(somebody, say="/codici"))
    answer(somebody, press="forget:yes")
    assert "GIRA-" in json.dumps(answer(somebody, as_person=True, say="/codici")), "nor can it be erased by a stranger"


async def test_who_speaks_for_somebody_is_written_to_the_audit(
    run: Run, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", _Nothing())
    assert run("chat", "--jsonl") == 0
    with house.store.read() as tx:
        before = [entry.deed.act for entry in listing(tx)]
    assert run("chat", "--jsonl", "--as-person") == 0
    with house.store.read() as tx:
        (newest, *others) = listing(tx)
    assert (newest.deed.act, newest.role, newest.deed.subject) == ("as-person", None, "chat")
    assert [entry.deed.act for entry in others] == before


class _Nothing:
    """A standard input that has ended."""

    def reconfigure(self, **_: object) -> None:
        return

    def __iter__(self) -> Any:
        return iter(())
