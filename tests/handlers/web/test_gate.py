"""More requests than are answered: the others hear "busy" at once, whatever they ask for, and later it is as before."""

from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from handlers.web import site
from handlers.web.gate import AT_ONCE, BURST, CONNECTIONS, RATE, Gate
from handlers.web.site import pages, workers_of
from handlers.web.visit import Web


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def asking(connections: int = 0) -> Any:
    return SimpleNamespace(app=SimpleNamespace(state=SimpleNamespace(connections=set(range(connections)))))


def answered(gate: Gate, times: int, request: Any = None) -> int:
    count = 0
    for _ in range(times):
        with gate.passing(request or asking()) as free:
            count += free
    return count


def test_a_burst_is_answered_and_then_so_many_a_second() -> None:
    seconds = Seconds()
    gate = Gate(seconds)
    assert answered(gate, 2 * BURST) == BURST
    for _ in range(16):  # 2,000 a second, for a second
        seconds.now += 0.0625
        assert answered(gate, 100) == RATE * 0.0625
    seconds.now += 3600
    assert answered(gate, 2 * BURST) == BURST


def test_so_many_are_answered_at_once_and_no_more() -> None:
    gate = Gate(Seconds())
    inside = [gate.passing(asking()) for _ in range(AT_ONCE)]
    assert all(one.__enter__() for one in inside)
    assert answered(gate, 1) == 0
    inside[0].__exit__(None, None, None)
    assert answered(gate, 1) == 1


def test_the_last_connections_are_for_telegram() -> None:
    assert answered(Gate(Seconds()), 1, asking(CONNECTIONS)) == 1
    assert answered(Gate(Seconds()), 1, asking(CONNECTIONS + 1)) == 0


@pytest.mark.parametrize("path", ["/niente", "/static/style.css", "/open/xyz"])
async def test_who_comes_too_much_hears_that_it_is_busy(web: Web, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(site, "Gate", lambda: Gate(Seconds()))  # time stands still
    workers = workers_of(web.house)
    transport = httpx.ASGITransport(Starlette(routes=pages(web, workers)))
    async with httpx.AsyncClient(transport=transport, base_url=web.url, headers={"Accept-Language": "it"}) as client:
        for _ in range(BURST):
            assert (await client.get("/static/icon.svg")).status_code == 200
        answer = await client.get(path)
    workers.close()
    assert (answer.status_code, answer.headers["retry-after"], answer.headers["connection"]) == (503, "3", "close")
    assert "C’è molta gente" in answer.text
