"""What tests make once where the program makes it anew, and what no test needs to be safe from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from bot.understanding.reading import Reader

KEPT = 4  # readers: the shipped network's, the small ones'


@dataclass
class Readers:
    """Load as `bot.assembly`, but the same bytes once: they are compared, for to hash some megabytes takes longer."""

    load: Callable[[bytes], Reader]
    kept: list[tuple[bytes, Reader]] = field(default_factory=list)

    def __call__(self, engine: bytes) -> Reader:
        for known, reader in self.kept:
            if known == engine:
                return reader
        reader = self.load(engine)
        self.kept = [(engine, reader), *self.kept][:KEPT]
        return reader


def hurried(prepare: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    """Prepare a connection to SQLite as the program does, but wait for no disk: no test survives a power cut."""

    @wraps(prepare)
    def prepared(connection: Any, record: Any) -> None:
        prepare(connection, record)
        connection.execute("PRAGMA synchronous = OFF")

    return prepared
