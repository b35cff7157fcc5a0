"""What people say after the call: nobody answered, it was full, it went well, I call tomorrow, I dare not."""

from collections.abc import Callable
from dataclasses import replace

from markupsafe import Markup

from bot.catalogue import prices
from bot.catalogue.hours.words import in_words
from bot.catalogue.schedule import next_opening
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk.about.asked import Asked
from bot.conversation.talk.about.reach import full as full_until
from bot.conversation.talk.about.reach import has_others, silent, ways_on
from bot.conversation.talk.cards import card_choices
from bot.conversation.talk.moments import moment_in_words
from bot.conversation.talk.saying import said_by
from bot.understanding.acts import Act


def no_answer(asked: Asked) -> Reply:
    """Say when they answer, and offer to write then, the next service, and to report it."""
    known = silent(asked.entry, asked.world)
    hours = in_words(asked.entry.service.hours, asked.world.language)
    lines = [asked.say("after-silent" if known else "after-no-answer", hours=hours)]
    country = asked.world.catalogue.network.country
    opening = next_opening(asked.entry.service.hours, asked.world.minute, country)
    if opening:
        lines.append(asked.say("about-next", moment=moment_in_words(opening, asked.world)))
    email = asked.entry.organization.contact.email
    if email:
        lines.append(asked.say("after-mail", email=email))
    reply = _reply(asked, lines, ("ring", "ring-button"), *([] if known else [("w-mute", "w-mute-button")]))
    return replace(reply, told=("mute", asked.entry.id))


def full(asked: Asked) -> Reply:
    """Say what the card knows of places and dates, and offer the next service and to report it."""
    known = full_until(asked.entry, asked.world)
    lines = [*known, asked.say("after-full")]
    period = asked.entry.service.enrolment
    if period and period.first and asked.world.today < period.first:
        date = prices.day(period.first, asked.world.language, asked.world.today)
        lines.append(asked.say("card-enrolment-from", date=date))
    reply = _reply(asked, lines, *([] if known else [("w-full", "w-full-button")]))
    return replace(reply, told=("full", asked.entry.id))


def helped(asked: Asked) -> Reply:
    reply = Reply((Message(asked.say("after-helped"), choices=_another(asked)),), card=asked.entry.id)
    return replace(reply, told=("yes", asked.entry.id))


def later(asked: Asked) -> Reply:
    """Offer a word on the morning when they open next."""
    country = asked.world.catalogue.network.country
    opening = next_opening(asked.entry.service.hours, asked.world.minute, country)
    moment = moment_in_words(opening, asked.world) if opening else ""
    text = asked.say("after-later-at", moment=moment) if moment else asked.say("after-later")
    ring = Choice(f"ring:{asked.entry.id}", asked.world.words.label("ring-button"))
    return Reply((Message(text, choices=(ring, *_another(asked))),), card=asked.entry.id, likely=ring.id)


def shy(asked: Asked) -> Reply:
    """Give words that are ready to send, when somebody answers, and the desk."""
    contact, say = asked.entry.organization.contact, said_by(asked.entry, asked.state, asked.world)
    lines = [asked.say("shy")]
    if say:
        lines.append(asked.say("shy-message", text=say))
    if contact.email:
        lines.append(asked.say("after-mail", email=contact.email))
    desk = Choice("contact:desk", asked.world.words.label("desk-button"))
    choices = (*card_choices(asked.entry, asked.state, asked.world), desk)
    return Reply((Message(Markup("\n").join(lines), choices=choices),), card=asked.entry.id)


AFTER: dict[Act, Callable[[Asked], Reply]] = {
    "after:no-answer": no_answer,
    "after:full": full,
    "after:helped": helped,
    "after:later": later,
    "shy": shy,
}


def _reply(asked: Asked, lines: list[Markup], *own: tuple[str, str]) -> Reply:
    words = asked.world.words
    mine = tuple(Choice(f"{kind}:{asked.entry.id}", words.label(phrase)) for kind, phrase in own)
    on = ways_on(asked.entry, asked.world)
    more = (
        (Choice("more", words.label("more-plain")),)
        if has_others(asked.state.showing or asked.entry.needs, asked.world)
        else ()
    )
    own_ways = (*on, *mine) if on else (*mine[:1], *more, *mine[1:])
    choices = (*own_ways, *card_choices(asked.entry, asked.state, asked.world))
    return Reply((Message(Markup("\n").join(lines), choices=choices),), card=asked.entry.id)


def _another(asked: Asked) -> tuple[Choice, ...]:
    return (Choice("another", asked.world.words.label("another-need")),)
