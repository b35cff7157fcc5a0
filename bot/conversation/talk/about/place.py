"""Where it is, and how far from the town that was said."""

from markupsafe import Markup

from bot.catalogue.distance import distance, distance_from
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.cards import place_line

NEAR_KM = 1.0


def place(asked: Asked) -> list[Markup]:
    """Return the address, and the distance where a town is known; what the card cannot know is said."""
    lines = [*_far(asked), place_line(asked.entry, asked.state, asked.world)]
    if asked.entry.service.where.at == "place" and not asked.facts.elsewhere and not asked.facts.town:
        lines.append(asked.say("about-way-unknown"))
    return lines


def _far(asked: Asked) -> list[Markup]:
    catalogue, facts, where = asked.world.catalogue, asked.facts, asked.entry.service.where.at
    if facts.elsewhere and where != "unknown":
        there = next(one for one in catalogue.network.neighbours if one.id == facts.elsewhere)
        if where == "online":
            return [asked.say("about-far-online")]
        phrase = "about-elsewhere-home" if where == "home" else "about-elsewhere"
        away = distance_from(catalogue, asked.entry, there.lat, there.lon)
        return [asked.say(phrase, town=there.name, km=round(away))]
    town = facts.town or asked.state.town
    if not town or where in {"online", "unknown"}:
        return []
    km = distance(catalogue, asked.entry, town)
    name = catalogue.towns[town].name
    if km < NEAR_KM:
        return [asked.say("about-here", town=name)]
    return [asked.say("about-far", town=name, km=round(km))]
