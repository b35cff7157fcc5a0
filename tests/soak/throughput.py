"""The whole way of a message over HTTP: how many a second beside a bare bot, how long one takes, how much memory."""

import os
import statistics
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from tests.soak.claims_under_load import prepare
from tests.soak.core import TOKEN
from tests.soak.feed import Load, Outcome, feeding
from tests.soak.ledger import Ledger
from tests.soak.many_workers import start

SHARE = {"sqlite": 0.60, "postgresql": 0.45}  # of the updates a second of a bare echo bot: the target
BEARABLE_SHARE = 0.5  # of that
TURNS = 3  # bare, ours, bare, ours, …: what else the machine does meets both
SLOWEST = 0.04  # seconds, 99 of 100 messages at 50 a second: the target
BEARABLE = 5.0  # times that: what a slow hour does not reach
CALM = 0.5  # seconds, 95 of 100 messages beside a chat that Telegram refuses
GROWTH = 0.05  # of the memory, from the middle to the end
CHATS = 60


@dataclass(frozen=True)
class Measured:
    """How a process did under a load; `cpu` are the seconds of a processor that it took for it all, its start too."""

    outcome: Outcome
    cpu: float


def beside_a_bare_bot(fresh: Mapping[str, Callable[[], str]], ledger: Ledger, *, messages: int = 2500) -> None:
    """Measure a bare bot of PTB and ours in turns, one process each; `fresh` makes an empty database of each kind."""
    load = Load(messages, CHATS)
    found: dict[str, list[Measured]] = defaultdict(list)
    for _ in range(TURNS):
        found["bare"].append(under(load, start_plain))
        for kind, url in fresh.items():
            found[kind].append(measured(url(), load, "quick"))
    bare = found.pop("bare")
    for turn in chain(bare, *found.values()):
        _all_answered(turn.outcome, messages, ledger)
    for kind, ours in found.items():
        pairs, least = list(zip(ours, bare, strict=True)), SHARE[kind]
        share = statistics.median(one.outcome.a_second / other.outcome.a_second for one, other in pairs)
        cpu = statistics.median(other.cpu / one.cpu for one, other in pairs)
        said = f"{share:.2f} ({_pace(ours)} of {_pace(bare)}); of its processor time {cpu:.2f}"
        name = f"{kind}: share of a bare echo bot's updates a second, in {TURNS} turns >= {least}"
        ledger.note_time(name, said, ok=share >= least, bearable=share >= least * BEARABLE_SHARE)


def _pace(turns: Sequence[Measured]) -> str:
    return f"{statistics.median(turn.outcome.a_second for turn in turns):.0f}/s"


def at_fifty_a_second(url: str, ledger: Ledger, *, messages: int = 1500) -> None:
    ours = measured(url, Load(messages, CHATS, a_second=50), "quick").outcome
    slow = ours.quantile(0.99)
    said = f"{slow * 1000:.1f} ms (half: {ours.quantile(0.5) * 1000:.1f})"
    name = f"{kind_of(url)}: p99 of a message at 50/s <= {SLOWEST * 1000:.0f} ms"
    _all_answered(ours, messages, ledger)
    ledger.note_time(name, said, ok=slow <= SLOWEST, bearable=slow <= SLOWEST * BEARABLE)


def beside_a_refused_chat(url: str, ledger: Ledger, *, messages: int = 600) -> None:
    """Send at Telegram's pace in 50 chats, of which one gets a fifth of the messages and only 429 for an answer."""
    ours = measured(url, Load(messages, 49, a_second=15, angry=2), "bot").outcome
    slow = ours.quantile(0.95)
    _all_answered(ours, messages * 8 // 10, ledger)
    name = f"one chat of 50 in a 429 storm: the others' p95 < {CALM * 1000:.0f} ms"
    ledger.note_time(name, f"{slow * 1000:.1f} ms", ok=slow < CALM, bearable=slow < CALM * BEARABLE)


def memory(url: str, ledger: Ledger, *, messages: int = 100_000) -> None:
    prepare(url, 0, CHATS * 2)
    sizes: list[int] = []
    with feeding(Load(messages, CHATS)) as (base, pipe), running(start("quick", url, base)) as bot:
        while not pipe.poll(1.0):
            sizes.append(resident(bot.pid))
        ours: Outcome = pipe.recv()
    tenth = max(len(sizes) // 10, 1)
    middle, end = statistics.median(sizes[tenth * 5 : tenth * 6]), statistics.median(sizes[-tenth:])
    growth = end / middle - 1
    said = f"{growth:+.1%} ({middle / 2**20:.0f} -> {end / 2**20:.0f} MB, {ours.a_second:.0f}/s)"
    _all_answered(ours, messages, ledger)
    ledger.note(f"memory over the last half of {messages:,} updates < +{GROWTH:.0%}", said, ok=growth < GROWTH)


def _all_answered(ours: Outcome, messages: int, ledger: Ledger) -> None:
    if len(ours.seconds) != messages:
        ledger.note("every message answered", f"{len(ours.seconds)} of {messages}", ok=False)


def measured(url: str, load: Load, process: str) -> Measured:
    prepare(url, 0, CHATS * 2)
    return under(load, lambda base: start(process, url, base))


def under(load: Load, begin: Callable[[str], subprocess.Popen[bytes]]) -> Measured:
    """Begin a process with the base URL of a feed, and have it answer a load."""
    with feeding(load) as (base, pipe), running(begin(base)) as bot:
        outcome: Outcome = pipe.recv()
        return Measured(outcome, processor(bot.pid))


def kind_of(url: str) -> str:
    return url.partition(":")[0].partition("+")[0]


def resident(process: int) -> int:
    """Return the bytes of memory that a process holds."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


def processor(process: int) -> float:
    """Return the seconds of a processor that a process had."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start_plain(base: str) -> subprocess.Popen[bytes]:
    return start(TOKEN, base, module="tests.soak.plain_echo")


@contextmanager
def running(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """End a process at the end of the block."""
    try:
        yield process
    finally:
        process.kill()
        process.wait()
