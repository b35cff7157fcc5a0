"""What a question that the bot asks on its own is made from and made of: see bot.conversation.effects.follow_up."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.fluent import Phrases
from bot.conversation.messages import Choice, Message
from bot.conversation.phrasebook import phrases
from bot.evaluation.outcomes import Outcome
from bot.people.keys import Keys
from bot.people.members import Person
from bot.people.wishes import Kind, Wish

QUESTIONS = (Kind.HEARD, Kind.WHY, Kind.FORM)


@dataclass(frozen=True)
class Asking:
    """A wish whose question is due: of a member who said yes to today's text. `tx` is a writing transaction."""

    tx: Connection
    keys: Keys
    wish: Wish
    me: Person
    catalogue: Catalogue
    today: date
    dice: Random

    @property
    def words(self) -> Phrases:
        """What the bot says in the language of the person."""
        return phrases(self.me.language)

    def never(self) -> Choice:
        """Return the button that ends all questions, which every one has."""
        return Choice("h-never", self.words.label("heard-never"))


@dataclass(frozen=True)
class Question:
    """What is sent, without a sound, and what the person is counted for then, while an evaluation runs."""

    message: Message
    counted: tuple[Outcome, ...] = ()


Ask = Callable[[Asking], Question | None]


def asked_as(kind: Kind, about: str) -> tuple[str, str]:
    """Return the names under which it is noted that something was asked, and asked a second time."""
    return f"{kind}:{about}", f"{kind}:{about}:2"
