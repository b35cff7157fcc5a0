"""What a draft would change, before anybody presses the button: in the catalogue, and in what the bot answers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.text import Language
from bot.editorial.pools import wanting
from bot.editorial.publishing import difference_words, golden
from bot.editorial.publishing.difference import Difference, compare
from bot.editorial.publishing.doubts import Doubt, doubts
from bot.editorial.publishing.golden import Replay, replay
from bot.editorial.publishing.publish import Prepared
from bot.editorial.wording import sentence
from bot.store import origins
from bot.understanding.reading import Reader
from bot.vouchers.seasons import Season

LoadReader = Callable[[bytes], Reader]


@dataclass(frozen=True)
class Preview:
    """The difference to release `basis` (None: there is none) and the golden questions, asked of the draft.

    `replay` is None where neither they nor what the bot learned changed: then every answer is what it was. `doubts` are
    what to ask about once more.
    """

    basis: int | None
    difference: Difference
    replay: Replay | None
    doubts: tuple[Doubt, ...]
    pools: tuple[Season, ...] = ()  # those with nothing to give, or with codes that are left over

    def lines(self, language: Language) -> list[str]:
        """Return it in words, the sum first."""
        total = difference_words.summary(self.difference, language)
        head: dict[str, str | int] = {"number": self.basis or 0, "summary": total}
        first = sentence("changes-to", language, head) if self.basis else sentence("first-release", language, {})
        changes = difference_words.lines(self.difference, language) if self.basis else []
        answers = golden.lines(self.replay, language) if self.replay else [sentence("answers-as-before", language, {})]
        asked = (f"⚠️ {doubt.line(language)}" for doubt in self.doubts)
        return [first, *(f"  {line}" for line in changes), *answers, *_of_pools(self.pools, language), *asked]


def _of_pools(pools: tuple[Season, ...], language: Language) -> Iterator[str]:
    for one in pools:
        if one.free == 0:
            yield sentence("no-codes", language, {"offer": one.offer})
        if one.past:
            yield sentence("leftover-codes", language, {"offer": one.offer, "n": one.past})


def preview(tx: Connection, draft: Prepared, load_reader: LoadReader, today: date) -> Preview:
    """Compare a draft with the release that was live when it was prepared. `load_reader` turns bytes into a reader."""
    old = draft.live.release if draft.live else None
    changes = compare(old, draft.content, today)
    pools = tuple(wanting(tx, draft.content, draft.pools, today))
    lesson = origins.lesson_of(tx, draft.live.number) if draft.live else None
    answers = None
    if not (old and lesson == draft.origin.lesson and old.golden == draft.content.golden):
        new = load_reader(draft.engine)
        live = new if lesson == draft.origin.lesson else _live(tx, draft, load_reader)
        answers = replay(draft.content.golden, new, live)
    return Preview(draft.basis, changes, answers, tuple(doubts(old, draft.content, answers, today)), pools)


def _live(tx: Connection, draft: Prepared, load_reader: LoadReader) -> Reader | None:
    from bot.understanding.blob import WrongBlob  # noqa: PLC0415 - numpy, which a new price does not need

    if draft.live is None:
        return None
    try:
        return load_reader(releases.engine_of(tx, draft.live.number))
    except WrongBlob:  # taught by another version of kmzero: nothing to compare with
        return None
