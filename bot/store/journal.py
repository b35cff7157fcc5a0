"""What a restored backup must not undo: vouchers given and used, imports undone, erasures. A sealed file.

A line is the day and a sealed JSON object. It is on the disk before the transaction that it tells of is committed: a
code that was told and never given is set aside, and who was told to be forgotten had asked for it.
"""

import json
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Connection

from bot.store.file_locks import lock
from bot.store.private_files import open_private, write_private

NOTED = "kmzero_journal"
KEPT = timedelta(days=90)  # an older backup is not restored

Entry = dict[str, Any]

log = logging.getLogger(__name__)


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
        with self.holding(entries):
            return

    @contextmanager
    def holding(self, entries: Sequence[Entry]) -> Iterator[None]:
        """Write lines, wait until the disk has them, and let nobody else write until the end of the block.

        So a transaction whose lines stand before those of a backup is committed before it begins. Of lines that cannot
        be written none stays. Raises OSError.
        """
        people = {person for entry in entries for person in entry.pop("people", ())}
        with self._locked() as out:
            self._write(out, "".join(self._text(self.which_day(), entry) for entry in entries))
            yield
            if people:
                self._unname(people)

    def read(self) -> list[Line]:
        """Return the lines, the oldest first, without those that a power cut left broken.

        Raises ValueError where none opens: another key has sealed them.
        """
        if not self.file.exists():
            return []
        if not self.file.is_file():
            raise ValueError(f"{self.file}: is no file")
        texts = [text for text in self.file.read_bytes().decode("ascii", "replace").splitlines() if text]
        lines = [line for text in texts if (line := self._line(text))]
        if texts and not lines:
            raise ValueError(f"{self.file}: sealed with another key")
        return lines

    def forget(self, before: date) -> int:
        """Drop the lines of days before `before`, and return how many they were."""
        if not self.file.exists():
            return 0
        with self._locked() as out:
            lines = out.read().splitlines(keepends=True)
            kept = [line for line in lines if line[:10] >= before.isoformat().encode()]
            if len(kept) < len(lines):
                write_private(self.file, b"".join(kept))
        return len(lines) - len(kept)

    @contextmanager
    def _locked(self) -> Iterator[BinaryIO]:
        while True:
            with open_private(self.file) as file:
                lock(file)
                if not os.path.samestat(os.fstat(file.fileno()), self.file.stat()):
                    continue  # `forget` put another file in its place while we waited
                yield file
                return

    def _write(self, out: BinaryIO, lines: str) -> None:
        end = out.seek(0, os.SEEK_END)
        try:
            out.write((self._rest_of_a_line(out, end) + lines).encode("ascii"))
            out.flush()
            os.fsync(out.fileno())
        except OSError:
            with suppress(OSError):
                out.truncate(end)
            raise

    def _unname(self, people: set[str]) -> None:
        """Rewrite the lines of what the forgotten were given. What they asked for is committed: this may fail."""
        try:
            lines = [self._unnamed(line, people) for line in self.read()]
            write_private(self.file, "".join(self._text(line.day, line.entry) for line in lines).encode("ascii"))
        except OSError as error:
            log.warning("the journal keeps older lines of somebody who was forgotten: %s", error.strerror)

    @staticmethod
    def _unnamed(line: Line, people: set[str]) -> Line:
        """Take who was forgotten out of the line of what they were given: the limit stays, its person does not."""
        given = line.entry.get("given")
        if not given or given["person"] not in people:
            return line
        return Line(line.day, {"given": given | {"person": None}})

    def _text(self, day: date, entry: Entry) -> str:
        return f"{day.isoformat()} {self.seal(json.dumps(entry, default=str))}\n"

    @staticmethod
    def _rest_of_a_line(out: BinaryIO, end: int) -> str:
        """Return what ends a line that a power cut has left half written."""
        if end == 0:
            return ""
        out.seek(end - 1)
        last = out.read(1)
        out.seek(end)
        return "" if last == b"\n" else "\n"

    def _line(self, text: str) -> Line | None:
        day, _, sealed = text.partition(" ")
        try:
            return Line(date.fromisoformat(day), json.loads(self.unseal(sealed)))
        except ValueError:
            return None


@contextmanager
def nested(tx: Connection) -> Iterator[None]:
    """Begin a savepoint; what was noted in it is dropped with it."""
    noted: list[Entry] = tx.info.setdefault(NOTED, [])
    before = len(noted)
    try:
        with tx.begin_nested():
            yield
    except BaseException:
        del noted[before:]
        raise


def note(tx: Connection, entry: Entry) -> None:
    """Have an entry written when the transaction is committed; see bot.store.engine.Store.write."""
    tx.info.setdefault(NOTED, []).append(entry)
