"""Facts that a message says: ages, towns, days, people, amounts, as ids and numbers and never as words."""

from dataclasses import dataclass, replace

from bot.catalogue.model import Audience, Way


@dataclass(frozen=True)
class Facts:
    age: float | None = None
    town: str | None = None
    elsewhere: str | None = None
    town_of: str | None = None
    day: str | None = None
    month: int | None = None
    time: str | None = None
    part: str | None = None
    who: Audience | None = None
    kin: str | None = None
    count: float | None = None
    unit: str | None = None
    night: bool = False
    money: float | None = None
    document: str | None = None
    spoken: str | None = None
    way: Way | None = None

    def onward(self, said: "Facts") -> "Facts":
        """Return what is known after another message: of the person what was said last, of the moment what is said."""
        return replace(
            said,
            age=self.age if said.age is None else said.age,
            kin=self.kin if said.kin is None else said.kin,
            who=self.who if said.who is None else said.who,
            town=self.town if said.town is None else said.town,
        )


UNKNOWN = Facts()
