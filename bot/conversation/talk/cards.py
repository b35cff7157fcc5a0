"""The card of a service: what it is, what happens if I call, price, place, hours, and why it is proposed."""

import re
from collections.abc import Sequence
from datetime import date
from textwrap import wrap

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.catalogue import Entry
from bot.catalogue.costs import Price
from bot.catalogue.distance import distance
from bot.catalogue.hours.words import in_words
from bot.catalogue.model import Offer
from bot.catalogue.ranking import coming_offers, finished_offers, open_offers
from bot.catalogue.schedule import is_open
from bot.conversation.messages import Choice, Message, Shown
from bot.conversation.talk.about.reach import full, silent, unconfirmed
from bot.conversation.talk.ages import span
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World

NEAR_KM = 1.0  # closer than this is "here"
SHORT = 76  # signs of what a title says beside the name: two lines of a phone
STEP, SUMMARY = 64, 80  # signs of the first step and of the summary on a card
WIDTH, LINES = 40, 10  # of a phone: signs in a line, and lines that a card may have with its reason
SENTENCE = re.compile(r"(?<=[.!?;]) (?=\w)")


def card(entry: Entry, why: Markup | None, state: State, world: World) -> Message:
    """Return one service as one bubble that fits a phone's screen: what is not needed to decide comes when it is asked.

    `tests/bot/conversation/talk/test_cards_fit.py` holds how many lines it may have.
    """
    needed = [
        Markup("<b>{}</b>").format(entry.service.name.of(world.language)),
        Markup("{}").format(_sentences(entry.service.summary.of(world.language), SUMMARY)),
        *age_lines(entry, world),
        *price_lines(entry, state, world, note=False),
        *([*full(entry, world), *silent(entry, world)[:1]] or _first_step(entry, world)),
        place_line(entry, state, world, brief=True),
        _hours(entry, world),
        *enrolment(entry, world),
        *unconfirmed(entry, world),
    ]
    reason = [Markup("<i>{}</i>").format(why)] if why else []
    return Message(
        text=Markup("\n").join([*needed, *(reason if _fits([*needed, *reason]) else [])]),
        services=(Shown(entry.id, entry.needs),),
        choices=card_choices(entry, state, world),
    )


def _fits(lines: Sequence[Markup]) -> bool:
    return sum(len(wrap(line.striptags(), WIDTH)) for line in lines) < LINES


def titles(entries: Sequence[Entry], state: State, world: World) -> Message:
    """Return several services as one bubble: a title and a line each, and a button each."""
    lines = [_short(number, entry, state, world) for number, entry in enumerate(entries, start=1)]
    return Message(
        text=Markup("\n").join(lines),
        services=tuple(Shown(entry.id, entry.needs) for entry in entries),
        choices=tuple(Choice(f"card:{entry.id}", entry.service.name.of(world.language)) for entry in entries),
    )


def _short(number: int, entry: Entry, state: State, world: World) -> Markup:
    where = entry.service.where
    towns = dict.fromkeys(world.catalogue.towns[place.town].name for place in entry.places)
    there = {"home": "short-home", "online": "short-online", "unknown": "short-unknown"}.get(where.at)
    place = world.words.label(there) if there else ", ".join(towns)
    mine = open_offers(entry, world.asker(state))
    cost = prices.value(mine[0].value, world.language) if mine and not mine[0].value.gift else None
    cost = cost or prices.price(entry.service.price, world.language, note=False)
    name = entry.service.name.of(world.language)
    about = entry.service.summary.of(world.language).partition(". ")[0].rstrip(".")
    title = Markup("<b>{}. {}</b>: {}\n💶 {} · 📍 {}").format(number, name, cut(about), cost, place)
    return Markup(" · ").join([title, *full(entry, world)])


def cut(text: str) -> str:
    """Return a text that fits two lines, cut between words."""
    if len(text) <= SHORT:
        return text
    return text[: SHORT - 1].rpartition(" ")[0].rstrip(",;:") + "…"


def card_choices(entry: Entry, state: State, world: World) -> tuple[Choice, ...]:
    """Return the buttons of a card: its code, or a word when there will be one, and its contact."""
    return (
        *(_take(entry, state, world) or _restock(entry, state, world) or _starts(entry, state, world)),
        Choice(f"contact:{entry.id}", world.words.label("contact")),
    )


def phone_lines(entry: Entry, world: World) -> list[Markup]:
    """Return a line for each number, with its extension and what is said of it."""
    return [world.words.say("contact-phone", phone=phone.of(world.language)) for phone in entry.phones]


def age_lines(entry: Entry, world: World) -> list[Markup]:
    ages = span(entry.service.ages, world.language) if entry.service.ages else ""
    return [world.words.say("card-ages", ages=ages)] if ages else []


def price_lines(entry: Entry, state: State, world: World, *, note: bool = True) -> list[Markup]:
    """Return the line of the price with what the discount makes of it; one more for a guest who could have one.

    Without its `note` the price is shorter: who asks for it gets that too.
    """
    asker = world.asker(state)
    cost = entry.service.price
    full = prices.price(cost, world.language, note=note)
    mine = open_offers(entry, asker)
    if mine:
        return [_discounted(cost, mine[0], world, note=note)]
    if finished_offers(entry, asker):
        return [world.words.say("card-price-finished", price=full)]
    coming = coming_offers(entry, asker)
    if coming:
        start = coming[0].valid.first or date.max
        return [world.words.say("card-price-soon", price=full, date=prices.day(start, world.language, world.today))]
    lines = [world.words.say("card-price", price=full)]
    if world.company is None and any(offer.companies == "all" for offer in entry.service.offers):
        lines.append(world.words.say("card-invited"))
    return lines


def _discounted(cost: Price, offer: Offer, world: World, *, note: bool) -> Markup:
    given = prices.value(offer.value, world.language)
    full = prices.price(cost, world.language, note=note)
    if offer.value.gift:
        return world.words.say("card-price-gift", price=full, offer=given)
    if offer.value.amount is None:
        return world.words.say("card-price-off", price=full, offer=given)
    bare = cost.model_copy(update={"per": None}) if cost.per == offer.value.per else cost
    return world.words.say("card-price-offer", price=prices.price(bare, world.language, note=note), offer=given)


def _first_step(entry: Entry, world: World) -> list[Markup]:
    """Return how it begins: as many whole sentences as fit; the rest comes with the contact."""
    step = entry.service.first_step
    return [world.words.say("card-first-step", text=_sentences(step.of(world.language), STEP))] if step else []


def _sentences(text: str, most: int) -> str:
    """Return as many whole sentences as `most` signs hold, the first in any case."""
    first, *rest = SENTENCE.split(text)
    for sentence in rest:
        if len(first) + 1 + len(sentence) > most:
            break
        first = f"{first} {sentence}"
    return f"{first[:-1]}." if first.endswith(";") else first


def place_line(entry: Entry, state: State, world: World, *, brief: bool = False) -> Markup:
    """Return where it is; `brief` leaves out the other towns."""
    where = entry.service.where
    if where.at == "online":
        return world.words.say("card-online")
    if where.at == "unknown":
        return world.words.say("card-place-unknown")
    if where.at == "home":
        if where.towns == "all":
            return world.words.say("card-at-home")
        towns = ", ".join(world.catalogue.towns[town].name for town in where.towns)
        return world.words.say("card-at-home-in", towns=towns)
    places = _addresses(entry, state, world, brief=brief)
    km = distance(world.catalogue, entry, state.town) if state.town else 0.0
    if km < NEAR_KM or state.town is None:
        return world.words.say("card-place", places=places)
    town = world.catalogue.towns[state.town].name
    return world.words.say("card-place-away", places=places, km=round(km), town=town)


def _addresses(entry: Entry, state: State, world: World, *, brief: bool) -> str:
    """Return the address in the person's town, or the first one, and the names of the other towns."""
    first = next((place for place in entry.places if place.town == state.town), entry.places[0])
    address = f"{first.address}, {world.catalogue.towns[first.town].name}"
    others = () if brief else (place.town for place in entry.places if place.town != first.town)
    towns = dict.fromkeys(world.catalogue.towns[town].name for town in others)
    return world.words.label("card-places", address=address, towns=", ".join(towns)) if towns else address


def _hours(entry: Entry, world: World) -> Markup:
    said = in_words(entry.service.hours, world.language)
    opened = is_open(entry.service.hours, world.minute, world.catalogue.network.country)
    return world.words.say("card-open-now" if opened else "card-hours", hours=said)


def enrolment(entry: Entry, world: World) -> list[Markup]:
    """Return the line that says when one can sign up, where that is not always."""
    period = entry.service.enrolment
    if period is None:
        return []
    if period.first and world.today < period.first:
        return [world.words.say("card-enrolment-from", date=prices.day(period.first, world.language, world.today))]
    if period.last and period.holds(world.today):
        return [world.words.say("card-enrolment-until", date=prices.day(period.last, world.language, world.today))]
    return [] if period.holds(world.today) else [world.words.say("card-enrolment-over")]


def documents(entry: Entry, world: World) -> list[Markup]:
    """Return the line of what to have ready, where there is something."""
    names = [document.of(world.language) for document in entry.service.documents]
    return [world.words.say("card-documents", documents=", ".join(names))] if names else []


def _take(entry: Entry, state: State, world: World) -> list[Choice]:
    mine = open_offers(entry, world.asker(state))
    if len(mine) > 1:
        return [
            Choice(f"take:{o.id}", world.words.label("take-offer", offer=prices.value(o.value, world.language)))
            for o in mine
        ]
    phrase = "take-badge" if mine and mine[0].voucher == "none" else "take"
    return [Choice(f"take:{offer.id}", world.words.label(phrase)) for offer in mine]


def _restock(entry: Entry, state: State, world: World) -> list[Choice]:
    finished = finished_offers(entry, world.asker(state))
    return [Choice(f"restock:{offer.id}", world.words.label("restock-button")) for offer in finished[:1]]


def _starts(entry: Entry, state: State, world: World) -> list[Choice]:
    coming = coming_offers(entry, world.asker(state))
    return [Choice(f"starts:{offer.id}", world.words.label("starts-button")) for offer in coming[:1]]
