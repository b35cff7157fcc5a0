"""Situations: moments of a life that need a plan, and the public places outside of the network."""

from bot.catalogue.contacts import Number
from bot.catalogue.hours.reading import HoursText
from bot.catalogue.text import Id, Model, Text, Texts


class PublicPlace(Model):
    """An office outside of the network. `invented` tells that its number or address is one for show.

    `needs` are those for which it is named where nobody in the network serves them.
    """

    id: Id
    name: Text
    what: Text  # what it does
    going: Text  # how one goes there
    phone: Number | None = None
    address: str | None = None
    town: Id | None = None
    hours: HoursText | None = None
    needs: tuple[Id, ...] = ()
    invented: bool = False


class Step(Model):
    """One step of a plan: it leads to a need's services, to one service, or to a public place."""

    when: Text
    label: Text
    text: Text
    need: Id | None = None
    service: Id | None = None
    place: Id | None = None

    @property
    def targets(self) -> tuple[tuple[str, str], ...]:
        """Where it leads, each with its kind; a good step has one."""
        every = (("need", self.need), ("service", self.service), ("place", self.place))
        return tuple((kind, name) for kind, name in every if name is not None)


class Situation(Model):
    """A moment of a life, how people say it, one human sentence, and the steps in their order.

    `words` speak for it by themselves, as those of a need type do.
    """

    id: Id
    name: Text
    words: Texts = Texts()
    phrases: Texts = Texts()
    sentence: Text
    steps: tuple[Step, ...] = ()


class Situations(Model):
    situations: tuple[Situation, ...] = ()
    places: tuple[PublicPlace, ...] = ()
