"""Coordinators on the real face, by visible labels: files come through the client, notices go out by themselves."""

from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.assembly import House, assemble, now
from bot.catalogue import releases
from bot.conversation.markup import plain
from bot.coordination.demoting import demote
from bot.people import invites, roles
from bot.store.coordination import draft, notice
from bot.store.tables import inbox
from handlers.application import Face
from tests.conftest import KNOWLEDGE, settings_for
from tests.handlers.echo_house import FAST, TOKEN
from tests.handlers.fake_telegram import FakeTelegram, Fault
from tests.handlers.incoming_updates import ANNA, message, press
from tests.handlers.incoming_updates import text as typed

RITA, BRUNO = 2002, 1003
NEED = "pulsante salvavita per mio padre anziano che abita da solo"
GIRASOLE = (KNOWLEDGE / "organizations" / "il-girasole.yaml").read_text("utf-8")
DEARER = GIRASOLE.replace("amount: 18, per: month", "amount: 19, per: month", 1)


class Chat:
    """Two people's chats with one bot."""

    def __init__(self, face: Face, telegram: FakeTelegram, house: House) -> None:
        self.face, self.telegram, self.house = face, telegram, house
        self.numbers = count(1)

    async def say(self, words: str, user: int = RITA) -> str:
        return await self._send(typed(next(self.numbers), words, user), user)

    async def press(self, label: str, user: int = RITA) -> str:
        labels = [
            button["text"]
            for call in reversed(self.telegram.shown(user))
            for row in call.body.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
        ]
        full = next(each for each in labels if label in each)
        return await self._send(press(next(self.numbers), self.telegram.press(full, user), user), user)

    async def file(self, name: str, content: str, user: int = RITA, **more: str) -> str:
        self.telegram.files["f1"] = content.encode()
        sheet = {"file_id": "f1", "file_unique_id": "u1", "file_name": name, "file_size": len(content.encode())}
        return await self._send(message(next(self.numbers), user, document=sheet, **more), user)

    async def _send(self, update: dict[str, object], user: int) -> str:
        before = len(self.telegram.shown(user))
        await self.face.process(update)
        return "\n".join(plain(call.body["text"]) for call in self.telegram.shown(user)[before:])

    @property
    def live(self) -> int | None:
        with self.house.store.read() as tx:
            return releases.current_number(tx)


@pytest.fixture
def shipped_house(database: Path) -> Iterator[House]:
    settings = settings_for(database)
    token = type(settings.telegram).model_validate({"token": TOKEN}).token
    house = assemble(settings.model_copy(update={"telegram": settings.telegram.model_copy(update={"token": token})}))
    yield house
    house.close()


@pytest.fixture
async def chat(shipped_house: House) -> AsyncIterator[Chat]:
    """Rita keeps the catalogue; Anna works at Biomed Padana."""
    telegram = FakeTelegram()
    face = Face(shipped_house, telegram, FAST)
    await face.open()
    with shipped_house.store.write() as tx:
        token, link = roles.invite(tx, now()), invites.create(tx, "biomed-padana", now())
    chat = Chat(face, telegram, shipped_house)
    await chat.say(f"/start {token}")
    await chat.say(f"/start {link}", ANNA)
    await chat.press("Va bene", ANNA)
    yield chat
    await face.sender.stop()
    await face.close()


async def test_from_a_mistake_to_what_employees_see_and_back(chat: Chat) -> None:
    said = await chat.file("il-girasole.yaml", GIRASOLE.replace("price:", "prezzo:", 1))
    assert "Guardo il-girasole.yaml" in said
    line = next(n for n, text_ in enumerate(GIRASOLE.splitlines(), start=1) if "price:" in text_)
    assert f"organizations/il-girasole.yaml:{line}:5" in said
    assert "18 € al mese → 19 € al mese" in await chat.file("il-girasole.yaml", DEARER)
    assert "È in linea la versione 2" in await chat.press("Pubblica")
    assert "invece di 19 €" in await chat.say(NEED, ANNA)
    await chat.press("Torna alla versione 1")
    await chat.press("Sì, torna alla 1")
    assert "invece di 18 €" in await chat.say(NEED, ANNA)


async def test_a_price_is_changed_by_answering_one_question(chat: Chat) -> None:
    await chat.say("/catalogo")
    await chat.say("casa sicura")
    await chat.press("Prezzo")
    assert "adesso 18 € al mese, poi 21 € al mese" in await chat.say("21")
    assert "È in linea la versione 2" in await chat.press("Sì, cambia")
    assert "invece di 21 €" in await chat.say(NEED, ANNA)


async def test_no_byte_of_a_file_is_in_the_inbox_and_nothing_is_left_of_it(chat: Chat) -> None:
    await chat.file("il-girasole.yaml", DEARER)
    await chat.press("Pubblica")
    with chat.house.store.read() as tx:
        assert set(tx.execute(select(inbox.c.body)).scalars()) == {None}
        assert not tx.execute(select(draft)).all()
        assert not tx.execute(select(notice)).all()


async def test_a_file_that_cannot_be_fetched_is_asked_for_again(chat: Chat) -> None:
    chat.telegram.faults.append(Fault("getFile", 400, "Bad Request: file is too big"))
    assert "Mandamelo di nuovo" in await chat.file("il-girasole.yaml", DEARER)
    assert "18 € al mese → 19 € al mese" in await chat.file("il-girasole.yaml", DEARER)


async def test_a_file_of_somebody_else_is_not_even_fetched(chat: Chat) -> None:
    assert "I file non li apro" in await chat.file("il-girasole.yaml", DEARER, ANNA)
    assert "Casa Sicura" in await chat.file("ricetta.pdf", "x", ANNA, caption=NEED)
    assert not chat.telegram.of("getFile")


async def test_a_coordinator_demoted_in_mid_task_is_told(chat: Chat) -> None:
    await chat.file("il-girasole.yaml", DEARER)
    with chat.house.store.write() as tx:
        roles.revoke(tx, 1, now())
    assert "Non tieni più il catalogo" in await chat.press("Pubblica")
    assert chat.live == 1


async def test_one_demoted_after_the_press_gets_nothing_done_and_is_told(chat: Chat) -> None:
    await chat.file("il-girasole.yaml", DEARER)
    data = chat.telegram.press("Pubblica", RITA)
    await chat.face.take_in([press(next(chat.numbers), data, RITA)])
    await chat.face.rounds.answer_waiting(lambda: None)
    with chat.house.store.write() as tx:
        assert demote(tx, chat.house.keys, 1, now())
        assert not demote(tx, chat.house.keys, 1, now())
    await chat.face.background_jobs.once()
    await chat.face.sender.drain()
    assert chat.live == 1
    with chat.house.store.read() as tx:
        assert not tx.execute(select(draft)).all()
    told = plain(chat.telegram.shown(RITA)[-1].body["text"])
    assert "Da adesso non tieni più il catalogo: quello che avevi in corso non va in linea" in told
    assert "chiedi un nuovo invito" in told


async def test_a_job_whose_worker_died_is_taken_again(chat: Chat) -> None:
    await chat.file("il-girasole.yaml", DEARER)
    data = chat.telegram.press("Pubblica", RITA)
    await chat.face.take_in([press(next(chat.numbers), data, RITA)])
    await chat.face.rounds.answer_waiting(lambda: None)
    assert chat.house.jobs.take(now()), "somebody takes it and dies"
    await chat.face.background_jobs.once()
    assert chat.live == 1
    with chat.house.store.write() as tx:
        tx.execute(text("UPDATE draft SET taken_at = '2026-01-01 00:00:00'"))
    await chat.face.background_jobs.once()
    assert chat.live == 2


async def test_pressing_publish_twice_publishes_once(chat: Chat) -> None:
    await chat.file("il-girasole.yaml", DEARER)
    data = chat.telegram.press("Pubblica", RITA)
    await chat.face.take_in([press(next(chat.numbers), data, RITA), press(next(chat.numbers), data, RITA)])
    await chat.face.rounds.answer_waiting(lambda: None)
    await chat.face.background_jobs.once()
    assert chat.live == 2


async def test_three_reports_reach_the_coordinator_without_being_asked(chat: Chat) -> None:
    for user in (ANNA, BRUNO, 1004):
        await chat.say(NEED, user)
        await chat.press("Contatto", user)
        await chat.press("Qualcosa non va?", user)
        await chat.press("Il telefono", user)
    told = plain(chat.telegram.shown(RITA)[-1].body["text"])
    assert "3 persone segnalano che qualcosa non va (telefono 3)" in told
    assert "È in linea la versione 2" in await chat.press("È ancora tutto giusto")
