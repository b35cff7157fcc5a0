"""What a restored backup must not undo: vouchers given and erasures, in a file apart from the database, sealed.

A line is the day and a sealed JSON object. It is on the disk before the transaction that it tells of is committed: what
is told and never happened does no harm (a code set aside, somebody forgotten who asked for it).
"""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

from sqlalchemy import Connection

from bot.store.private_files import open_private, write_private

fcntl: ModuleType | None = None
with suppress(ImportError):  # see bot.store.writers_queue
    import fcntl

NOTED = "kmzero_journal"
KEPT = timedelta(days=90)  # an older backup is not restored

Entry = dict[str, Any]


@dataclass(frozen=True)
class Line:
    day: date
    entry: Entry


@dataclass(frozen=True)
class Journal:
    """One file; several processes of one machine may write it."""

    file: Path
    seal: Callable[[str], str]
    unseal: Callable[[str], str]
    which_day: Callable[[], date]

    def append(self, entries: Sequence[Entry]) -> None:
        """Write lines and wait until the disk has them. Raises OSError."""
        day = self.which_day().isoformat()
        lines = "".join(f"{day} {self.seal(json.dumps(entry, default=str))}\n" for entry in entries)
        with self._locked() as out:
            out.seek(0, os.SEEK_END)
            out.write(lines.encode("ascii"))
            out.flush()
            os.fsync(out.fileno())

    def read(self) -> list[Line]:
        """Return the lines, the oldest first. Raises ValueError where another key has sealed them."""
        if not self.file.exists():
            return []
        return [self._line(text) for text in self.file.read_text("ascii").splitlines() if text]

    def forget(self, before: date) -> int:
        """Drop the lines of days before `before`, and return how many they were."""
        if not self.file.exists():
            return 0
        with self._locked() as out:
            lines = out.read().decode("ascii").splitlines(keepends=True)
            kept = [line for line in lines if line[:10] >= before.isoformat()]
            if len(kept) < len(lines):
                write_private(self.file, "".join(kept).encode("ascii"))
        return len(lines) - len(kept)

    @contextmanager
    def _locked(self) -> Iterator[BinaryIO]:
        while True:
            with open_private(self.file) as file:
                if fcntl is not None:
                    fcntl.flock(file, fcntl.LOCK_EX)
                if not os.path.samestat(os.fstat(file.fileno()), self.file.stat()):
                    continue  # `forget` put another file in its place while we waited
                yield file
                return

    def _line(self, text: str) -> Line:
        day, _, sealed = text.partition(" ")
        return Line(date.fromisoformat(day), json.loads(self.unseal(sealed)))


def note(tx: Connection, entry: Entry) -> None:
    """Have an entry written when the transaction is committed; see bot.store.engine.Store.write."""
    tx.info.setdefault(NOTED, []).append(entry)
