"""What a desk can scan: the badge of an offer that has no code, and codes in hand as QR pictures."""

from markupsafe import Markup

from bot.catalogue.catalogue import Entry
from bot.catalogue.local_time import local
from bot.conversation.effects import claiming, put_aside
from bot.conversation.effects.visit import Step, Visit
from bot.conversation.messages import Attachment, Choice, Message, Reply
from bot.drawing import qr
from bot.partners import badges
from bot.vouchers import claims

MOST = 4  # pictures at once, the newest codes


def badge(visit: Visit, offer: str) -> Step:
    """Show a new badge of an offer to a member who holds it; whoever does not sees what they hold."""
    world, found = visit.world, visit.offer(offer)
    held = claims.holding(visit.tx, visit.me, offer, world.today) if visit.me else None
    if world.web_url is None or found is None or held is None or held.code is not None:
        return _instead(visit)
    ends = local(badges.ends_at(visit.now), world.catalogue.network.timezone)
    name = found[0].service.name.of(world.language)
    text = world.words.say("badge-shown", service=name, time=f"{ends:%H:%M}")
    address = f"{world.web_url}/b/{badges.make(visit.keys, offer, visit.now)}"
    again = Choice(f"badge:{offer}", world.words.label("badge-again"))
    return visit.state, _reply(found[0], [_picture(text, address, "badge.png", again, _another(visit))])


def codes(visit: Visit, offer: str) -> Step:
    """Show the codes of an offer that a person holds, those from before too, a picture each."""
    world, found = visit.world, visit.offer(offer)
    held = [one for each in visit.memberships for one in reversed(claims.held_by(visit.tx, each.me))]
    mine = [one for one in held if one.offer == offer and (one.expires is None or one.expires >= world.today)]
    good = list(dict.fromkeys(one.code for one in mine if one.code))[:MOST]
    if world.web_url is None or found is None or not good:
        return _instead(visit)
    name = found[0].service.name.of(world.language)
    texts = [world.words.say("qr-shown", service=name, code=code) for code in good]
    buttons = [()] * (len(good) - 1) + [(_another(visit),)]
    pictures = zip(texts, good, buttons, strict=True)
    return visit.state, _reply(found[0], [_picture(text, code, "qr.png", *row) for text, code, row in pictures])


def _instead(visit: Visit) -> Step:
    return visit.state, claiming.codes(visit, put_aside.found(visit))


def _reply(entry: Entry, messages: list[Message]) -> Reply:
    return Reply(tuple(messages), screen="code", card=entry.id)


def _picture(text: Markup, said: str, name: str, *choices: Choice) -> Message:
    return Message(text, choices=choices, attachment=Attachment(name, "image/png", qr.png(said)), private=True)


def _another(visit: Visit) -> Choice:
    return Choice("another", visit.world.words.label("another-need"))
