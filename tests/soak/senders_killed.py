"""Three real sender processes; whoever leads is killed again and again, and another goes on: nothing lost, in order."""

import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import IO

from bot.assembly import House, now
from handlers import outbox
from handlers.api.render import Call
from tests.soak.bot_api import BotApi
from tests.soak.core import soak_house
from tests.soak.ledger import Ledger
from tests.soak.many_workers import ROOT

SENDERS = 3
PATIENCE = 60.0  # seconds in which somebody must have taken over


@dataclass
class Process:
    """A sender, and what it writes into its log."""

    popen: subprocess.Popen[bytes]
    log: IO[bytes]

    @property
    def ready(self) -> bool:
        return self._said(b" as @")

    @property
    def leads(self) -> bool:
        return self._said(b"leading")

    def _said(self, words: bytes) -> bool:
        return self.popen.poll() is None and words in Path(self.log.name).read_bytes()

    def kill(self) -> None:
        self.popen.kill()
        self.popen.wait()


def senders_killed(url: str, ledger: Ledger, *, messages: int = 600, chats: int = 60, kills: int = 15) -> None:
    house, api = soak_house(url), BotApi(faulty=0)
    with tempfile.TemporaryDirectory() as folder:
        senders = [_start(url, api, Path(folder)) for _ in range(SENDERS)]
        slowest, share = 0.0, messages // kills
        for turn in range(kills):
            _wait(lambda: all(each.ready for each in senders) and any(each.leads for each in senders))
            before = len(api.said)
            _put(house, range(turn * share, (turn + 1) * share), chats)
            _until_said(api, before + share // 3)
            leader = next(each for each in senders if each.leads)
            leader.kill()
            killed, said = time.monotonic(), len(api.said)
            senders[senders.index(leader)] = _start(url, api, Path(folder))
            _until_said(api, said + 1)
            slowest = max(slowest, time.monotonic() - killed)
        _wait(lambda: len({words for _, words in api.said}) == share * kills)
        _wait(lambda: _left(house) == 0)  # what was said a moment ago is still to be closed
        for each in senders:
            each.kill()
            each.log.close()
    left = _left(house)
    house.close()
    api.stop()
    taken_over = f"{left} left, taken over in {slowest:.1f} s at most"
    _judge(api, ledger, messages=share * kills, kills=kills, measured=taken_over)


def _left(house: House) -> int:
    with house.store.read() as tx:
        return outbox.depth(tx)


def _put(house: House, numbers: range, chats: int) -> None:
    with house.store.write() as tx:
        for number in numbers:
            chat = 1000 + number % chats
            call = Call("sendMessage", {"chat_id": chat, "text": f"{number}"})
            outbox.put(tx, house.keys, [(str(chat), call)], now())


def _start(url: str, api: BotApi, folder: Path) -> Process:
    log = tempfile.NamedTemporaryFile(dir=folder, delete=False)  # noqa: SIM115 - open as long as the process
    command = [sys.executable, "-m", "tests.soak.process", "sender", url, api.base_url]
    return Process(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=log), log)


def _until_said(api: BotApi, calls: int) -> None:
    _wait(lambda: len(api.said) >= calls)


def _wait(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not reached() and time.monotonic() < end:
        time.sleep(0.02)


def _judge(api: BotApi, ledger: Ledger, *, messages: int, kills: int, measured: str) -> None:
    heard: dict[int, list[int]] = defaultdict(list)
    for chat, words in api.said:
        heard[chat].append(int(words))
    lost = messages - len({number for numbers in heard.values() for number in numbers})
    disorder = sum(a > b for numbers in heard.values() for a, b in pairwise(numbers))
    twice = len(api.said) - messages + lost  # taken by Telegram just before the kill: said again, never skipped
    ledger.note(
        f"postgresql: {SENDERS} senders, {messages} messages, {kills} leaders killed",
        f"{lost} lost, {disorder} out of order, {twice} said again, {measured}",
        ok=(lost, disorder) == (0, 0) and measured.startswith("0 left"),
    )
