"""How much a message sounds like danger: a small model of its own, for what no pattern of danger.yaml knows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.understanding.cues import danger
from bot.understanding.scoring.model import Model
from bot.understanding.text.prepared import PreparedText
from bot.understanding.text.views import named

WEIGHTS = (0.8, 0.5, 0.5, 0.8)  # of the views; the last is that of `coloured`
REACH = 5  # words from one of a group to another that go together


@dataclass(frozen=True)
class Fear:
    """`model` has two columns: danger, and all else. It knows only what phrases of danger or near it have."""

    model: Model

    def of(self, message: PreparedText) -> float:
        """Return how much more it sounds like danger than like anything else; about -5 to 5."""
        scores = self.model.scores(coloured(message))
        return float(scores[0] - scores[1])


def coloured(message: PreparedText) -> PreparedText:
    """Return a message whose concepts are the groups of words of danger.yaml, alone and in pairs.

    "mio cognato la strattona" is a relative, then a blow: so it is like "suo padre la picchia".
    """
    return replace(message, views=(*message.views[:-1], named(_groups(message.words))))


def _groups(words: Sequence[str]) -> list[tuple[str, int, int]]:
    of = [danger.groups_of(word) for word in words]
    alone = [(f"g:{group}", at, at) for at, groups in enumerate(of) for group in groups]
    pairs = [
        (f"g:{one}>{other}", at, to)
        for at, groups in enumerate(of)
        for to in range(at + 1, min(at + 1 + REACH, len(of)))
        for one in groups
        for other in of[to]
    ]
    return alone + pairs
