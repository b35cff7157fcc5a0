"""The answer to a question about the card on the screen: a few lines, the card's buttons, and the card stays."""

from collections.abc import Callable

from markupsafe import Markup

from bot.catalogue.catalogue import Entry
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.about import hours, place, price, service
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.about.reach import silent, ways_on
from bot.conversation.talk.about.tongues import tongue
from bot.conversation.talk.cards import card_choices
from bot.understanding.acts import Act

REACHED: tuple[Act, ...] = ("ask:hours", "ask:availability")  # what is asked before one calls
LONGEST = 400  # signs of an answer
ABOUT: dict[Act, Callable[[Asked], list[Markup]]] = {
    "ask:price": price.price,
    "ask:discount": price.discount,
    "ask:documents": service.documents,
    "ask:hours": hours.open_hours,
    "ask:place": place.place,
    "ask:what": service.what,
    "ask:who": service.who,
    "ask:languages": service.languages,
    "ask:time": service.how_long,
    "ask:availability": service.availability,
}


def about(act: Act, asked: Asked, *more: Choice) -> Reply:
    """Answer from the card's fields; where they say nothing, say so, with the words in which to ask."""
    lines = ABOUT[act](asked) or _unknown(act, asked)
    if act in REACHED:
        lines[1:1] = silent(asked.entry, asked.world)
        more = (*more, *ways_on(asked.entry, asked.world))
    return beside_the_card(asked.entry, fitting(lines), asked, *more)


def beside_the_card(entry: Entry, text: Markup, asked: Asked, *more: Choice) -> Reply:
    """Return a text with the card's own buttons under it."""
    choices = (*more, *card_choices(entry, asked.state, asked.world))
    return Reply((Message(text, choices=choices),), card=entry.id)


def _unknown(act: Act, asked: Asked) -> list[Markup]:
    question = asked.world.words.label(f"question-{act.partition(':')[2]}")
    named = asked.facts.spoken if act == "ask:languages" else asked.facts.document if act == "ask:documents" else None
    if named:
        spoken = act == "ask:languages"
        name = tongue(named, asked.world) if spoken else asked.world.words.label(f"document-{named}")
        question = asked.world.words.label(f"question-{act.partition(':')[2]}-named", name=name)
    unknown = asked.say("about-unknown", question=question)
    phone = asked.entry.phone
    return [unknown, *([asked.say("contact-phone", phone=phone)] if phone else [])]


def fitting(lines: list[Markup]) -> Markup:
    """Return as many lines as a short answer holds; the first always."""
    kept = lines[:1]
    for line in lines[1:]:
        if len(Markup("\n").join([*kept, line]).striptags()) <= LONGEST:
            kept.append(line)
    return Markup("\n").join(kept)
