"""Inline mode: cards for anybody, beside the boxes; strangers who ask without end slow nobody down."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.assembly import House, assemble
from bot.store.tables import metadata
from handlers.api import inline_cards
from handlers.api.polling import KINDS
from handlers.application import Face
from tests.handlers.echo_house import FAST, TOKEN
from tests.handlers.fake_telegram import FakeTelegram, Fault, visible
from tests.handlers.incoming_updates import inline, text


@pytest.fixture
def any_telegram_house(any_house: House) -> Iterator[House]:
    """The house on each kind of database, with a token."""
    telegram = type(any_house.settings.telegram).model_validate({"token": TOKEN})
    house = assemble(any_house.settings.model_copy(update={"telegram": telegram}))
    yield house
    house.close()


@pytest.fixture
async def own(any_telegram_house: House, telegram: FakeTelegram) -> AsyncIterator[Face]:
    face = Face(any_telegram_house, telegram, FAST)
    await face.open()
    yield face
    await face.sender.stop()
    await face.close()


def answers(telegram: FakeTelegram) -> list[dict[str, Any]]:
    return [call.body for call in telegram.of("answerInlineQuery")]


def titles(telegram: FakeTelegram) -> list[str]:
    return [result["title"] for result in answers(telegram)[-1]["results"]]


def counts(house: House) -> dict[str, int]:
    with house.store.read() as tx:
        tables = metadata.sorted_tables
        return {t.name: tx.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}


async def test_an_id_brings_its_card_and_nothing_is_kept(
    own: Face, any_telegram_house: House, telegram: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    before = counts(any_telegram_house)
    with caplog.at_level(logging.INFO):
        await own.process(inline(1, "casa-sicura"))
    (answer,) = answers(telegram)
    assert (answer["inline_query_id"], answer["cache_time"], answer["is_personal"]) == (1, 300, False)
    (card,) = answer["results"]
    assert card["title"] == "Casa Sicura · Cooperativa sociale Il Girasole"
    said = visible(card["input_message_content"]["message_text"])
    for part in ("Un pulsante al collo", "18 € al mese", "059 000 1201", "a casa, in tutta la rete", "lun–ven 9–17"):
        assert part in said
    assert "12 €" not in said, "the discount is not for everybody"
    assert counts(any_telegram_house) == before
    assert "casa-sicura" not in caplog.text


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("casa sic", "Casa Sicura"),
        ("SICURA", "Casa Sicura"),
        ("Casa sicurra", "Casa Sicura"),
        ("safe ho", "Casa Sicura"),
    ],
)
async def test_words_find_a_service_by_its_name(own: Face, telegram: FakeTelegram, query: str, title: str) -> None:
    await own.process(inline(1, query))
    assert any(title in found for found in titles(telegram))


@pytest.mark.parametrize("query", ["", " ", "zzzzqqqq", "\ud800", "\0", "<b>", "x" * 5000])
async def test_what_names_nothing_gets_an_empty_answer(own: Face, telegram: FakeTelegram, query: str) -> None:
    await own.process(inline(1, query))
    assert answers(telegram)[-1]["results"] == []


async def test_never_more_than_five(own: Face, telegram: FakeTelegram) -> None:
    await own.process(inline(1, "a"))
    assert len(answers(telegram)[-1]["results"]) == 5


@pytest.mark.parametrize("query", [None, 5, {"id": 5, "query": "casa"}, {"id": "1"}, {"id": "1", "query": None}])
async def test_what_is_no_query_harms_nobody(own: Face, telegram: FakeTelegram, query: Any) -> None:
    await own.process({"update_id": 1, "inline_query": query})
    await own.process(text(2, "/aiuto"))
    assert answers(telegram) == []
    assert telegram.texts()


@pytest.mark.parametrize("status", [400, 500, 0, -1])
async def test_a_telegram_that_refuses_is_no_trouble(own: Face, telegram: FakeTelegram, status: int) -> None:
    telegram.faults.append(Fault("answerInlineQuery", status, "Bad Request: query is too old"))
    await own.process(inline(1, "casa"))
    await own.process(inline(2, "casa"))
    assert [answer["inline_query_id"] for answer in answers(telegram)] == [1, 2]


class SlowWithStrangers(FakeTelegram):
    """A Telegram that takes its time with answers to inline queries."""

    async def do_request(self, url: str, *rest: Any, **more: Any) -> tuple[int, bytes]:
        done = await super().do_request(url, *rest, **more)
        await asyncio.sleep(0.5 if url.endswith("answerInlineQuery") else 0)
        return done


async def test_of_a_flood_most_is_dropped_and_nobody_waits_for_it(any_telegram_house: House) -> None:
    telegram = SlowWithStrangers()
    face = Face(any_telegram_house, telegram, FAST)
    await face.open()
    await face.take_in([inline(number, "casa") for number in range(1, 501)])
    await face.take_in([text(501, "/aiuto")])
    await face.rounds.answer_waiting(face.sender.wake)
    await face.sender.drain()
    assert telegram.texts()
    assert len(answers(telegram)) <= 2
    await face.sender.stop()
    await face.close()
    assert len(answers(telegram)) <= 3, "what waited is dropped at the end"


async def test_as_many_as_wait_are_answered_and_no_more(own: Face, telegram: FakeTelegram) -> None:
    await own.take_in([inline(number, "casa") for number in range(1, 501)])
    await own._inline_cards.finish()
    assert len(answers(telegram)) == inline_cards.WAITING


async def test_telegram_is_asked_for_inline_queries(own: Face) -> None:
    assert "inline_query" in KINDS
