"""The register knows every table, and what it says of a person's rows is what happens to them."""

import importlib
import json
import pkgutil
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Table, func, insert, select

import bot.store
from bot.assembly import House
from bot.conversation import notices
from bot.conversation.effects.own_rows import SHOWN
from bot.conversation.messages import Chose, Message, from_text
from bot.people import invites, roles
from bot.people.kept import Whose
from bot.people.register import REGISTER, of_people
from bot.store.coordination import draft, role
from bot.store.tables import blocked, inbox, metadata, outbox, voucher
from bot.store.web import web_message
from bot.upkeep import DUTIES
from tests.cast import NOON, CorePhone

for module in pkgutil.iter_modules(bot.store.__path__, "bot.store."):
    importlib.import_module(module.name)  # each may bring tables
FILLED = sorted(kept.table.name for kept in of_people())


def test_every_table_of_the_database_is_in_the_register_once() -> None:
    assert sorted(kept.table.name for kept in REGISTER) == sorted(metadata.tables)


def test_whatever_is_found_of_a_person_is_said_in_their_file() -> None:
    assert set(SHOWN) == set(FILLED)


def test_every_period_of_the_register_has_its_duty() -> None:
    ended = {duty.what for duty in DUTIES if duty.kept and duty.table}
    assert {name for kept in REGISTER for name in kept.lasts} == ended


@pytest.mark.parametrize("kept", REGISTER, ids=lambda kept: kept.table.name)
def test_periods_are_said_in_words(kept: Any) -> None:
    assert "{" not in kept.period
    assert kept.what[-1] != "."


async def everything(house: House, user: str, invite: Callable[[str], str]) -> CorePhone:
    """Let somebody leave a row in every table that can have one of theirs."""
    phone = CorePhone(house, user)
    phone.send(from_text(f"/start {invite('biomed-padana')}"))
    phone.send(Chose("consent:yes"))
    phone.send(from_text("cerco una badante convivente per mia mamma a Soliera"))
    phone.send(Chose("none"))
    phone.send(Chose("take:casa-sicura-rete"))
    phone.send(Chose("remind:casa-sicura-rete"))
    phone.send(Chose("ring:casa-sicura"))
    phone.send(Chose("save:casa-sicura"))
    phone.send(Chose("w-phone:casa-sicura"))
    whose = Whose(house.keys, user, ("biomed-padana",))
    with house.store.write() as tx:
        roles.accept(tx, house.keys, roles.invite(tx, NOON), user, language="it", now=NOON)
        mine = tx.execute(select(role.c.number).where(role.c.mark == house.keys.coordinator(user))).scalar_one()
        values = {"role": mine, "base": 1, "stage": "asked", "name": "a.yaml", "files": {}, "made_at": NOON}
        tx.execute(insert(draft).values(values))
        tx.execute(insert(web_message).values(role=mine, message=house.keys.seal("{}"), created_at=NOON))
        tx.execute(insert(blocked).values(chat=house.keys.chat(user), since=NOON))
        notices.tell(tx, house.keys, house.keys.seal(user), Message(phone.messages[0].text), NOON)
        arriving, leaving = house.keys.arriving(user), house.keys.leaving(user)
        number = len(tx.execute(select(inbox.c.update_id)).all())
        tx.execute(insert(inbox).values(update_id=number, chat=arriving, body=house.keys.seal("{}"), received_at=NOON))
        tx.execute(insert(outbox).values(chat=leaving, method="sendMessage", body="s2.", created_at=NOON))
        for kept in of_people():
            count = tx.execute(select(func.count()).select_from(kept.table).where(kept.of(tx, whose))).scalar_one()
            assert count, f"nothing of them is in {kept.table.name}"
    return phone


def mine(house: House, user: str, table: Table) -> int:
    kept = next(kept for kept in REGISTER if kept.table is table)
    with house.store.read() as tx:
        whose = Whose(house.keys, user, ("biomed-padana", "ceramiche-secchia"))
        return int(tx.execute(select(func.count()).select_from(table).where(kept.of(tx, whose))).scalar_one())


ACTS = {"forgotten": ["forget:yes"], "withdrawn": ["consent:withdraw"]}


@pytest.mark.parametrize("cause", ACTS)
async def test_each_table_does_what_its_row_says_and_of_others_nothing_goes(any_house: House, cause: str) -> None:
    invite = _invites(any_house)
    anna, _ = await everything(any_house, "anna", invite), await everything(any_house, "bruno", invite)
    before = {kept.table.name: mine(any_house, "bruno", kept.table) for kept in of_people()}
    for choice in ACTS[cause]:
        anna.send(Chose(choice))
    for kept in of_people():
        left, fate = mine(any_house, "anna", kept.table), getattr(kept, cause)
        assert (left == 0) == (fate == "goes" or (fate == "let go" and kept.table is not voucher)), kept.table.name
    assert {kept.table.name: mine(any_house, "bruno", kept.table) for kept in of_people()} == before
    with any_house.store.read() as tx:
        held = set(tx.execute(select(voucher.c.person)).scalars())
    assert (any_house.keys.person("biomed-padana", "anna") in held) == (cause == "withdrawn")


async def test_who_goes_to_another_company_keeps_their_counts_and_loses_what_they_put_aside(house: House) -> None:
    invite = _invites(house)
    anna = await everything(house, "anna", invite)
    anna.send(from_text(f"/start {invite('ceramiche-secchia')}"))
    anna.send(Chose("consent:yes"))
    for kept in of_people():
        if kept.table.name not in ("conversation", "person", "notice"):  # what waited was said meanwhile
            assert (mine(house, "anna", kept.table) == 0) == (kept.left == "goes"), kept.table.name


async def test_the_file_says_the_rows_of_every_table_in_both_languages(house: House) -> None:
    anna = await everything(house, "anna", _invites(house))
    for language, names in (("it", ("iscrizioni", "segnalazioni sulle schede")), ("en", ("memberships", "role"))):
        anna.send(Chose(f"language:{language}"))
        anna.send(Chose("mydata"))
        (file,) = [message.attachment for message in anna.messages if message.attachment]
        said = json.loads(file.content)
        assert set(names) <= set(said)
        assert len(said) >= len(FILLED), said.keys()


async def test_a_guest_who_reported_something_finds_it_and_can_delete_it(house: House) -> None:
    elena = CorePhone(house, "elena")
    elena.send(Chose("w-phone:casa-sicura"))
    await elena.say("/imieidati")
    (file,) = [message.attachment for message in elena.messages if message.attachment]
    assert json.loads(file.content)["segnalazioni sulle schede"][0]["servizio"] == "Casa Sicura"
    await elena.say("/dimenticami")
    elena.send(Chose("forget:yes"))
    await elena.say("/imieidati")
    assert "Di te non teniamo niente" in elena.screen


def _invites(house: House) -> Callable[[str], str]:
    def make(company: str) -> str:
        with house.store.write() as tx:
            return invites.create(tx, company, NOON)

    return make
