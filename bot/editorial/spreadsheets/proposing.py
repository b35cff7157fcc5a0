"""Which need types a row of somebody's table is for: what the reader makes of its name and description."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.understanding.reading import Reader

SURE = 0.6  # from which a need is taken; measured in tests/bot/editorial/spreadsheets/test_another_towns_table.py
SHOWN = 3  # needs that are proposed where none is sure
LEAST = 0.05  # of a need that is proposed


@dataclass(frozen=True)
class Proposal:
    """Needs by how likely they are, the likeliest first; `sure` where the first can be taken without a question."""

    needs: Mapping[str, float]
    sure: bool

    @property
    def best(self) -> str:
        return next(iter(self.needs))


Propose = Callable[[str], Proposal]


def proposer(reader: Reader, known: frozenset[str]) -> Propose:
    """Return what proposes needs for a text, of those that the folder knows (all, where it names none)."""

    def propose(text: str) -> Proposal:
        read = reader.read(text)
        needs = {need: p for need, p in read.belief.items() if not known or need in known}
        likely = dict([pair for pair in needs.items() if pair[1] >= LEAST][:SHOWN])
        return Proposal(likely, read.kind == "need" and max(likely.values(), default=0.0) >= SURE)

    return propose


def nothing(_text: str) -> Proposal:
    """Propose nothing: there is no reader."""
    return Proposal({}, sure=False)
