"""What this process sees is wrong: kept in memory, told to the database by handlers.watching."""

import asyncio

from bot.assembly import now
from bot.health.trouble import What
from bot.store.observations import Observed


class Noted:
    """One for each process. Two `source`s of one kind of trouble do not take each other back."""

    def __init__(self) -> None:
        self._found: dict[str, Observed] = {}
        self.changed = asyncio.Event()

    def wrong(self, what: What, cause: str, cure: str, source: str = "") -> None:
        """Note a trouble; it is one with what was noted before, whatever its cause is now."""
        key, moment = f"{what}.{source}", now()
        known = self._found.get(key)
        self._found[key] = Observed(key.rstrip("."), f"{cause}\n{cure}", known.since if known else moment, moment)
        if known is None or known.detail != self._found[key].detail:
            self.changed.set()

    def well(self, what: What, source: str = "") -> None:
        """Take a trouble back."""
        if self._found.pop(f"{what}.{source}", None):
            self.changed.set()

    def is_wrong(self, what: What, source: str = "") -> bool:
        return f"{what}.{source}" in self._found

    def all(self) -> tuple[Observed, ...]:
        """Return all that is wrong, each under its kind and source."""
        return tuple(self._found.values())
