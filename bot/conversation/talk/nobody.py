"""What is said of a need that nobody serves: so at once, and who can help, before any card of another need."""

from dataclasses import replace

from markupsafe import Markup

from bot.catalogue.hours.words import in_words
from bot.catalogue.situations import PublicPlace
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.questions import LEAST_CHOICE
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World

NEAR, PLACES = 2, 2  # how many needs of other services, and public places, are offered instead


def nobody(
    state: State, needs: tuple[str, ...], world: World, lead: Markup | None = None, *, sure: bool = True
) -> tuple[State, Reply]:
    """Say that nobody serves some needs here, and where to ask: the desk, public places, what is near.

    A need that is not sure to be meant is named with an "if", and not counted as asked in vain.
    """
    places, near = _places(needs, world), _near(needs, state, world)
    lines = [*([lead] if lead else []), nobody_line(needs, state, world, "nobody" if sure else "nobody-perhaps")]
    lines += [world.words.say("nobody-places", places=_listed(places, world))] if places else []
    lines += [world.words.say("nobody-near")] if near else []
    lines += [world.words.say("nobody-desk"), desk_line(world)]
    after = replace(state, shown=(), showing=needs[:1] if sure else (), offered=needs)
    choices = (
        *(Choice(f"place:{place.id}", place.name.of(world.language)) for place in places),
        Choice("contact:desk", world.words.label("contact")),
        *(Choice(f"need:{need}", world.catalogue.need_label(need, world.language)) for need in near),
        Choice(f"none:{needs[0]}", world.words.label("not-this")),
        Choice("another", world.words.label("another-need")),
    )
    bubble = Message(Markup("\n").join(lines), choices=choices)
    return after, Reply((bubble,), screen="question", in_vain=needs if sure else ())


def nobody_line(needs: tuple[str, ...], state: State, world: World, phrase: str = "nobody") -> Markup:
    """Return the one sentence that says it."""
    names = Markup(", ").join(Markup("<b>{}</b>").format(world.catalogue.need_name(n, world.language)) for n in needs)
    return world.words.say(phrase, needs=names, here=here(state, world))


def here(state: State, world: World) -> str:
    """Return the person's town, or that of the network's desk and what is around it, as a place in a sentence."""
    towns = world.catalogue.towns
    if state.town in towns or len(towns) == 1:
        return world.words.label("here-in", town=towns[state.town or next(iter(towns))].name)
    return world.words.label("here-around", town=towns[world.catalogue.network.desk.town].name)


def _places(needs: tuple[str, ...], world: World) -> list[PublicPlace]:
    """Return the public places that one may ask instead."""
    return [place for place in world.catalogue.places.values() if not set(place.needs).isdisjoint(needs)][:PLACES]


def _near(needs: tuple[str, ...], state: State, world: World) -> list[str]:
    """Return the needs that are served and may be meant too, then those of the same areas."""
    catalogue, belief = world.catalogue, state.belief or {}
    areas = {catalogue.area_of[need].id for need in needs}
    meant = sorted(
        (need for need in catalogue.served if belief.get(need, 0.0) >= LEAST_CHOICE), key=lambda need: -belief[need]
    )
    beside = [need for need in catalogue.served if catalogue.area_of[need].id in areas]
    return list(dict.fromkeys([*meant, *beside]))[:NEAR]


def _listed(places: list[PublicPlace], world: World) -> Markup:
    return Markup("; ").join(Markup("<b>{}</b>").format(place.name.of(world.language)) for place in places)


def at_desk(world: World, lead: Markup) -> Message:
    """Return a text with the network's desk under it."""
    choices = (
        Choice("contact:desk", world.words.label("contact")),
        Choice("another", world.words.label("another-need")),
        Choice("help", world.words.label("what-can-i-ask")),
    )
    return Message(Markup("{}\n{}").format(lead, desk_line(world)), choices=choices)


def desk_line(world: World) -> Markup:
    """Return who answers at the network's desk, when and where."""
    desk = world.catalogue.network.desk
    return world.words.say(
        "desk",
        name=desk.name.of(world.language),
        phone=desk.phone,
        hours=in_words(desk.hours, world.language),
        address=desk.place(world.catalogue.towns[desk.town].name),
    )
