"""What a message says beside its need: an age, a town, a day, a sum. Only ids and numbers, never its words."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from bot.catalogue.model import Audience, Way
from bot.understanding.cues import ages, asked_about, feelings, kin, manners, moments, quantities
from bot.understanding.cues.asked_about import Document, Tongue
from bot.understanding.cues.audience import audience
from bot.understanding.cues.feelings import Feeling
from bot.understanding.cues.kin import Kin
from bot.understanding.cues.moments import Day, PartOfDay
from bot.understanding.cues.quantities import Every, Measure
from bot.understanding.cues.whereabouts import Place, best

Whose = Literal["me", "kin"]
# Until which age each audience goes; who is grown up is "adults".
BANDS: tuple[tuple[float, Audience], ...] = ((10, "children"), (17, "teenagers"), (64, "adults"), (120, "elderly"))
LIVING = {"me", "kin"}  # the manners in which somebody lives in a town
NARROW: tuple[Audience, ...] = ("disabled", "foreigners", "caregivers")  # an age says less than these


@dataclass(frozen=True)
class Facts:
    """All that was found; None where nothing was said.

    `age` is in years, of who the message is about. `town` is a town of the network, `elsewhere` a known one outside of
    it; `town_of` says whose home `town` is, or `elsewhere` where there is no town; `going`, that one goes elsewhere and
    is not there. `time` is HH:MM. `count` is so many `unit`, each `every` so long, at `night`. `money` is the most that
    may be spent, in euro. `free` asks whether it costs nothing, `now` whether it is open at this moment.
    """

    age: float | None = None
    town: str | None = None
    elsewhere: str | None = None
    town_of: Whose | None = None
    going: bool = False
    day: Day | None = None
    month: int | None = None
    time: str | None = None
    part: PartOfDay | None = None
    who: Audience | None = None
    kin: Kin | None = None
    count: float | None = None
    unit: Measure | None = None
    every: Every | None = None
    night: bool = False
    money: float | None = None
    document: Document | None = None
    spoken: Tongue | None = None
    way: Way | None = None
    free: bool = False
    now: bool = False
    feeling: Feeling | None = None

    def onward(self, said: "Facts") -> "Facts":
        """Return what is known after another message: of the person what was said last, of the moment what is said."""
        return replace(
            said,
            age=self.age if said.age is None else said.age,
            kin=self.kin if said.kin is None else said.kin,
            who=self.who if said.who is None else said.who,
            town=self.town if said.town is None else said.town,
        )

    def said(self) -> dict[str, Any]:
        """Return what was said by its name, whole numbers as such."""
        found = {name: value for name, value in asdict(self).items() if value is not None and value is not False}
        return {name: int(v) if isinstance(v, float) and v.is_integer() else v for name, v in found.items()}


NOTHING = Facts()


def facts(line: str, words: Sequence[str], places: Sequence[Place]) -> Facts:
    """Return the facts of a message, as text.line has it, with its words and the towns it names."""
    age, counted, relative = ages.age(line), quantities.count(line), kin.kin(line)
    town, elsewhere = _towns(places)
    return Facts(
        age=age.years if age else None,
        town=town.town if town else None,
        elsewhere=elsewhere.town if elsewhere else None,
        town_of=_whose(town or elsewhere),
        going=bool(elsewhere and elsewhere.manner == "going"),
        day=moments.day(line),
        month=moments.month(line),
        time=moments.time(line),
        part=moments.part(line),
        who=_who(age, words, relative),
        kin=relative,
        count=counted.number if counted else None,
        unit=counted.unit if counted else None,
        every=counted.every if counted else None,
        night=bool(counted and counted.night),
        money=quantities.money(line),
        document=asked_about.document(line),
        spoken=asked_about.spoken(line),
        way=manners.way(line),
        free=manners.free(line),
        now=manners.now(line),
        feeling=feelings.feeling(line),
    )


def _towns(places: Sequence[Place]) -> tuple[Place | None, Place | None]:
    """Return the town of the network, and the one outside: beside the first only where somebody lives there."""
    town = best(place for place in places if not place.outside)
    elsewhere = best(place for place in places if place.outside and place.manner != "work")
    if town and elsewhere and elsewhere.manner not in LIVING:
        return town, None
    return town, elsewhere


def _whose(place: Place | None) -> Whose | None:
    if place is None or place.manner not in LIVING:
        return None
    return "me" if place.manner == "me" else "kin"


def _who(age: ages.Age | None, words: Sequence[str], who: Kin | None) -> Audience | None:
    """Return who the message is about: an age tells it better than a name, but not what sets somebody apart.

    Who writes of themselves is not always who it is for: «sono di Carpi e cerco una badante».
    """
    named = audience(words)
    if named == "adults" and who != "me":
        named = None
    if age is None or named in NARROW or (age.mine and named not in {None, "adults"}):
        return named
    return next(who for most, who in BANDS if age.years < most + 1)
