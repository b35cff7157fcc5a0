"""What was understood of one message. The message itself is not in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from bot.catalogue.model import Audience
from bot.catalogue.schedule import PartOfWeek
from bot.catalogue.text import Language
from bot.understanding.acts import Act, Screen
from bot.understanding.cues.facts import NOTHING, Facts
from bot.understanding.cues.remarks import Remark

Kind = Literal["need", "outside", "greeting", "thanks", "danger"]


@dataclass(frozen=True)
class Reading:
    """A belief over need types and what was found on the way.

    `belief` has every need type, the likeliest first; its probabilities sum to 1, given that a need was stated.
    `outside` is the probability that no need of ours was stated. `asked` are all the needs stated, the first one
    first. `concepts` are the ids of the concepts that were met (never the person's words). `remarks` is what a
    message says that names no need: for whom, where, when, about the card, or that a person is wanted. `facts` are
    what it says beside needs: ages, towns, days, sums; `town` and `who` are among them. `acts` is a probability for
    each act, the likeliest first.
    `foreign` is the code of a language that the bot does not speak (bot.understanding.text.other_languages); the belief
    is then only what its words have in common with ours.
    """

    kind: Kind
    belief: dict[str, float]
    outside: float
    asked: tuple[str, ...] = ()
    language: Language | None = None
    concepts: tuple[str, ...] = ()
    who: Audience | None = None
    town: str | None = None
    when: PartOfWeek | None = None
    refused: tuple[str, ...] = field(default=())
    remarks: tuple[Remark, ...] = ()
    situation: str | None = None
    facts: Facts = NOTHING
    acts: dict[Act, float] = field(default_factory=dict)
    foreign: str | None = None

    @property
    def best(self) -> str:
        return next(iter(self.belief))

    @property
    def act(self) -> Act:
        """What the message does, as the screen was."""
        return next(iter(self.acts), self.kind)

    @property
    def sure(self) -> float:
        """How likely that is."""
        return next(iter(self.acts.values()), 1.0)


class Reader(Protocol):
    """The one door to understanding: pure, a few milliseconds a message, safe to call from several threads."""

    def read(self, text: str, screen: Screen = "doors", showing: Sequence[str] = ()) -> Reading: ...
