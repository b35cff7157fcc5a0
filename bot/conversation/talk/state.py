"""Where a conversation stands: one versioned JSON row for a chat, with beliefs and ids and no typed word."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from bot.catalogue.model import Audience, Way
from bot.catalogue.schedule import PartOfWeek
from bot.catalogue.text import Language
from bot.understanding.acts import Screen
from bot.understanding.cues.facts import NOTHING, Facts

VERSION = 1
LEAST = 0.001  # a belief below this is not kept
DEEPEST = 6  # steps that "back" can undo

Belief = dict[str, float]
Source = Literal["text", "button"]


@dataclass(frozen=True)
class State:
    """`belief` is empty before the first need; `offered` are the needs behind the choices on the screen."""

    belief: Belief | None = None
    offered: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()  # services on the screen so far
    showing: tuple[str, ...] = ()  # needs whose services are on the screen
    waiting: tuple[str, ...] = ()  # further needs of the same message
    concepts: tuple[str, ...] = ()
    fits: dict[str, float] = field(default_factory=dict)  # how well what was said fits single services, 0 to 1
    source: Source = "button"
    town: str | None = None
    who: Audience | None = None
    when: PartOfWeek | None = None
    how: Way | None = None
    price: Literal["free"] | None = None
    language: Language | None = None
    company: str | None = None  # of an invite that waits for its yes or no
    invite: str | None = None  # the key of that invite: bot.people.invites.Invite.key
    asked: str | None = None  # the version of the text that waits for its yes or no
    greeted: bool = False  # consent was asked
    trail: tuple[Belief, ...] = ()
    screen: Screen = "doors"  # what is on the screen: bot.conversation.talk.on_screen
    card: str | None = None  # the service that is spoken of
    cards: tuple[str, ...] = ()  # the services whose titles are on the screen
    buttons: tuple[tuple[str, str], ...] = ()  # the ids and labels of the choices on the screen: labels can be typed
    likely: str | None = None  # the choice that a plain yes means
    facts: Facts = NOTHING  # what was said of the person, the town and the time
    plan: str | None = None  # the situation whose steps are gone through
    later: Literal["rolled", "hushed"] | None = None  # dice fell, or danger was spoken of and nothing is asked later
    version: int = VERSION

    def fresh(self) -> "State":
        """Return a state for another need of the same person."""
        return replace(self.settled(), company=self.company, invite=self.invite, asked=self.asked)

    def settled(self) -> "State":
        """Return a fresh state in which nothing waits for a yes or no."""
        return State(language=self.language, greeted=self.greeted, town=self.town, card=self.card, later=self.later)

    def onward(self, belief: Belief) -> "State":
        """Return the state after an answer, with the way back to here."""
        trail = (*self.trail, self.belief or {})[-DEEPEST:]
        return replace(self, belief=trim(belief), trail=trail, shown=(), showing=(), offered=())


def trim(belief: Belief) -> Belief:
    """Return the belief without its crumbs, summing to 1, the likeliest first."""
    kept = {need: p for need, p in belief.items() if p >= LEAST}
    total = sum(kept.values()) or 1.0
    return {need: round(p / total, 4) for need, p in sorted(kept.items(), key=lambda item: (-item[1], item[0]))}


def dump(state: State) -> dict[str, Any]:
    """Return the state as JSON values, without what is empty."""
    return _full(asdict(state) | {"facts": _full(asdict(state.facts))})


def _full(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, (), {}, False)}


def read(values: dict[str, Any]) -> State:
    """Return the state of a row; one of another version, or that cannot be read, starts afresh."""
    if values.get("version") != VERSION:
        return State()
    try:
        return _STATE.validate_python(values)
    except ValidationError:
        return State()


_STATE = TypeAdapter(State)
