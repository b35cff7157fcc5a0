"""`/bisogni`: what employees asked for in vain, by need, town and week; never fewer than ten people."""

from markupsafe import Markup

from bot.conversation.messages import Message, Reply
from bot.coordination.seat import Seat
from bot.coordination.wording import button
from bot.insight import gaps

WEEKS = 13  # that are looked back
MOST = 15  # lines


def unmet(seat: Seat) -> Reply:
    """Return the needs of most people, a line each."""
    found = gaps.unmet_needs(seat.tx, WEEKS, seat.world().today)
    lines = [seat.words.say("needs-lead" if found else "needs-none", weeks=WEEKS)]
    for each in found[:MOST]:
        need, town, when = gaps.in_words(each, seat.catalogue, seat.language)
        lines.append(seat.words.say("needs-line", need=need, town=town, when=when, people=each.people))
    if len(found) > MOST:
        lines.append(seat.words.say("and-more", count=len(found) - MOST))
    return Reply((Message(Markup("\n").join(lines), choices=(button(seat.language, "status"),)),))
