"""What a draft would change, before anybody presses the button: in the catalogue, and in what the bot answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.text import Language
from bot.editorial import golden, telling
from bot.editorial.difference import Difference, compare
from bot.editorial.golden import Replay, replay
from bot.editorial.publish import Draft
from bot.editorial.wording import sentence
from bot.understanding.blob import WrongBlob
from bot.understanding.reading import Reader

LoadReader = Callable[[bytes], Reader]


@dataclass(frozen=True)
class Preview:
    """The difference to release `basis` (None: there is none) and the golden questions, asked of the draft."""

    basis: int | None
    difference: Difference
    replay: Replay

    def lines(self, language: Language) -> list[str]:
        """Return it in words, the sum first."""
        total = telling.summary(self.difference, language)
        head: dict[str, str | int] = {"number": self.basis or 0, "summary": total}
        first = sentence("changes-to", language, head) if self.basis else sentence("first-release", language, {})
        changes = telling.lines(self.difference, language) if self.basis else []
        return [first, *(f"  {line}" for line in changes), *golden.lines(self.replay, language)]


def preview(tx: Connection, draft: Draft, load_reader: LoadReader, today: date) -> Preview:
    """Compare a draft with the release that was live when it was prepared. `load_reader` turns bytes into a reader."""
    old, engine = releases.load(tx, draft.basis) if draft.basis else (None, b"")
    new = load_reader(draft.engine)
    live = new if engine == draft.engine else _reader(engine, load_reader)
    changes = compare(old.release if old else None, draft.content, today)
    return Preview(draft.basis, changes, replay(draft.content.golden, new, live if old else None))


def _reader(engine: bytes, load_reader: LoadReader) -> Reader | None:
    try:
        return load_reader(engine) if engine else None
    except WrongBlob:  # taught by another version of kmzero: nothing to compare with
        return None
