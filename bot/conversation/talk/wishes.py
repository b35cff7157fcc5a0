"""What people want otherwise about the card: more, cheaper, nearer, at another time, for somebody else, at home.

The results come again, changed so, and say what changed; where none is so, that is said and the card stays.
"""

from collections.abc import Callable
from dataclasses import replace

from markupsafe import Markup

from bot.catalogue.catalogue import Entry
from bot.catalogue.distance import distance_from, serves
from bot.catalogue.ranking import reach
from bot.catalogue.schedule import PARTS, is_open_in
from bot.conversation.messages import Choice, Reply
from bot.conversation.talk import chips
from bot.conversation.talk.about import hours
from bot.conversation.talk.about.answering import beside_the_card
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.about.price import discounted
from bot.conversation.talk.cards import place_line
from bot.conversation.talk.screens import results
from bot.conversation.talk.state import State
from bot.understanding.acts import Act
from bot.understanding.reading import Reading

Step = tuple[State, Reply]


def cheaper(asked: Asked) -> Step:
    """Show what costs less for the same need: the free ones first, then lower prices for the same unit."""
    rivals = [one for one in _rivals(asked) if _cost(one, asked) is not None]
    mine = _cost(asked.entry, asked)
    same = [one for one in rivals if one.service.price.free or one.service.price.per == asked.entry.service.price.per]
    less = [one for one in same if mine is None or _sure(one, asked) < mine]
    less.sort(key=lambda one: (-reach(one, asked.world.today), _sure(one, asked)))
    if mine == 0:
        return _stays(asked, asked.say("want-free-already"))
    if not less:
        return _stays(asked, asked.say("want-cheaper-none"))
    return _show(asked, less, asked.say("want-cheaper"))


def _cost(entry: Entry, asked: Asked) -> float | None:
    price = entry.service.price
    if price.free:
        return 0.0
    return None if price.amount is None else float(discounted(price, _other(entry, asked).offer))


def _sure(entry: Entry, asked: Asked) -> float:
    cost = _cost(entry, asked)
    assert cost is not None  # filtered by the caller
    return cost


def _other(entry: Entry, asked: Asked) -> Asked:
    return replace(asked, entry=entry)


def nearer(asked: Asked) -> Step:
    """Show what is in the town that was said, or nearest to it; ask for the town where none is known."""
    catalogue, facts = asked.world.catalogue, asked.facts
    if facts.elsewhere:
        there = next(one for one in catalogue.network.neighbours if one.id == facts.elsewhere)
        known = [one for one in _all(asked) if one.service.where.at != "unknown"]
        if not known:
            return _stays(asked, place_line(asked.entry, asked.state, asked.world))
        away = {one.id: distance_from(catalogue, one, there.lat, there.lon) for one in known}
        near = min(known, key=lambda one: (-reach(one, asked.world.today), away[one.id]))
        km = round(away[near.id])
        text = asked.say("want-elsewhere", town=there.name, km=km, service=near.service.name.of(asked.world.language))
        return _stays(asked, text) if near.id == asked.entry.id else _show(asked, [near], text)
    town = facts.town or asked.state.town
    if town is None:
        return chips.ask(asked.state, "town", asked.world)
    name = catalogue.towns[town].name
    moved = replace(asked, state=replace(asked.state, town=town))
    if serves(asked.entry, town):
        address = place_line(asked.entry, moved.state, asked.world)
        return _stays(moved, Markup("\n").join([asked.say("want-here", town=name), address]))
    here = [one for one in _rivals(moved) if serves(one, town)]
    if not here:
        return _stays(moved, asked.say("nobody-else-in-town", town=name))
    return _show(moved, here, asked.say("want-in-town", town=name))


def then(asked: Asked) -> Step:
    """Show what is open at the time that was said."""
    part = "saturday" if asked.facts.day in {"sat", "sun", "weekend"} else asked.facts.part
    if part not in PARTS:
        reply = beside_the_card(asked.entry, Markup("\n").join(hours.open_hours(asked)), asked)
        return asked.state, reply
    country = asked.world.catalogue.network.country
    wanted = asked.world.words.label(f"when-{part}")
    after = replace(asked, state=replace(asked.state, when=part))
    if is_open_in(asked.entry.service.hours, part, country):
        return _stays(after, Markup("\n").join(hours.open_hours(asked)))
    fitting = [one for one in _rivals(after) if is_open_in(one.service.hours, part, country)]
    if not fitting:
        text = asked.say("want-when-none", when=wanted)
        return _stays(after, Markup("\n").join([text, *hours.open_hours(asked)[-1:]]))
    return _show(after, fitting, asked.say("want-when", when=wanted))


def for_them(asked: Asked) -> Step:
    """Show the results for the person who was named."""
    if asked.facts.who is None and asked.facts.age is None:
        return chips.ask(asked.state, "who", asked.world)
    after = replace(asked.state, who=asked.facts.who or asked.state.who, shown=())
    return results(after, asked.state.showing, asked.world, asked.say("want-who"))


def so(asked: Asked) -> Step:
    """Show what comes home, is done at a distance, or is a place to go to."""
    way = asked.facts.way
    if way is None:
        return chips.ask(asked.state, "how", asked.world)
    name = asked.world.words.label(f"how-{way}")
    if asked.entry.service.where.at == way:
        return _stays(asked, asked.say("want-how-yes", how=name))
    after = replace(asked, state=replace(asked.state, how=way))
    found = [one for one in _rivals(after) if one.service.where.at == way]
    if not found:
        return _stays(asked, asked.say("want-how-none", how=name))
    return _show(after, found, asked.say("want-how", how=name))


def together(asked: Asked, said: Reading) -> Step:
    """Show the results with several wishes at once: for whom, where and when."""
    state = asked.state
    after = replace(
        state, who=said.who or state.who, town=said.town or state.town, when=said.when or state.when, shown=()
    )
    return results(after, state.showing, asked.world)


WISHES: dict[Act, Callable[[Asked], Step]] = {
    "want:cheaper": cheaper,
    "want:nearer": nearer,
    "want:when": then,
    "want:who": for_them,
    "want:how": so,
}


def _all(asked: Asked) -> list[Entry]:
    """Return the services of the need on the screen, the best first."""
    needs = asked.state.showing or asked.entry.needs[:1]
    found = [entry for need in needs for entry in asked.world.ranked(need, asked.state)]
    return list({entry.id: entry for entry in [asked.entry, *found]}.values())


def _rivals(asked: Asked) -> list[Entry]:
    return [entry for entry in _all(asked) if entry.id != asked.entry.id]


def _show(asked: Asked, found: list[Entry], lead: Markup) -> Step:
    """Show the first that was found; what else there is comes behind "more"."""
    needs = asked.state.showing or asked.entry.needs[:1]
    return results(replace(asked.state, shown=()), needs, asked.world, lead, first=found[0].id)


def _stays(asked: Asked, text: Markup) -> Step:
    more = Choice("more", asked.world.words.label("more-plain"))
    return asked.state, beside_the_card(asked.entry, text, asked, more)
