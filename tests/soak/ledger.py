"""What was promised, what was measured, and whether it holds: one line each."""

import time
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

IDLE = 0.75  # of the processors, before a scenario whose times are judged
LOOK = 2.0  # seconds
LOOKS = 10


@dataclass
class Ledger:
    """The lines of the table that `make soak` prints.

    What must never happen is always judged. A time that misses its target is `missed`; it is NO only beyond a bound
    that a slow hour does not reach either, and `busy` beside other programs, where times say nothing about the bot.
    """

    lines: list[tuple[str, str, str]] = field(default_factory=list)
    busy: bool = False
    started: float = field(default_factory=time.monotonic)

    def await_calm(self) -> None:
        """Wait a little for the other programs on this machine, and remember whether they ended."""
        self.busy = all(idle() < IDLE for _ in range(LOOKS))

    def note(self, target: str, measured: object, *, ok: bool) -> None:
        self._add(target, str(measured), "yes" if ok else "NO")

    def note_time(self, target: str, measured: object, *, ok: bool, bearable: bool) -> None:
        """Note a figure that depends on the machine; `bearable` where it is within the bound."""
        self._add(target, str(measured), "yes" if ok else "busy" if self.busy else "missed" if bearable else "NO")

    def _add(self, target: str, measured: str, verdict: str) -> None:
        self.lines.append((target, measured, verdict))
        seconds = time.monotonic() - self.started
        Console(width=150).print(f"{verdict:<6} {target}: {measured}   ({seconds:.0f} s)", highlight=False)

    def show(self) -> None:
        table = Table("target", "measured", "ok")
        for line in self.lines:
            table.add_row(*line)
        Console(width=150).print(table)

    @property
    def holds(self) -> bool:
        return all(verdict != "NO" for _, _, verdict in self.lines)


def idle(seconds: float = LOOK) -> float:
    """Return the share of the processors that nobody used for so many seconds (Linux; elsewhere always 1)."""
    stat = Path("/proc/stat")
    if not stat.exists():
        return 1.0
    before = _ticks(stat)
    time.sleep(seconds)
    spent = [b - a for a, b in zip(before, _ticks(stat), strict=True)]
    return (spent[3] + spent[4]) / max(sum(spent), 1)  # idle, and waiting for the disk


def _ticks(stat: Path) -> list[int]:
    return [int(word) for word in stat.read_text(encoding="ascii").split("\n", 1)[0].split()[1:9]]
