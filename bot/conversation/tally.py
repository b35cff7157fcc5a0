"""What of one message is counted, pure: ids of the catalogue, never words, and nothing at all of danger."""

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.distance import serves
from bot.conversation.choices import Kind, kind_of
from bot.conversation.messages import Began, Chose, Incoming, Reply
from bot.conversation.talk.state import State
from bot.insight.events import OUTSIDE, Gap, Thing

Tally = tuple[set[Thing], set[Gap]]


def of(before: State, message: Incoming, after: State, reply: Reply, catalogue: Catalogue) -> Tally:
    """Return what a member is counted for after one message and its answer."""
    kind = kind_of(message.choice) if isinstance(message, Chose) else None
    if reply.about == "danger" or isinstance(message, Began) or (kind and not kind.counted):
        return set(), set()
    gaps = _gaps(before, kind, after, reply, catalogue) | {Gap(need, after.town or "") for need in reply.in_vain}
    things = {Thing("reached")} | {Thing("unmet", _area(gap.need, catalogue)) for gap in gaps}
    things |= {Thing("shown", shown.id) for bubble in reply.messages for shown in bubble.services}
    things |= {Thing("need", _area(need, catalogue)) for need in {gap.need for gap in gaps} - {OUTSIDE}}
    if (need := found(after, reply)) is not None:
        things.add(Thing("need", _area(need, catalogue)))
    if after.town:
        things.add(Thing("town", after.town))
    return things | _taken(reply, catalogue) | _refused(reply), gaps


def found(after: State, reply: Reply) -> str | None:
    """Return the one need whose services are on the screen."""
    clear = len(after.showing) == 1 and any(bubble.services for bubble in reply.messages)
    return after.showing[0] if clear else None


def _gaps(before: State, kind: Kind | None, after: State, reply: Reply, catalogue: Catalogue) -> set[Gap]:
    """Return what was asked in vain: out of the catalogue, refused once seen, done by nobody, not in the town."""
    town = after.town or ""
    if reply.about == "outside":
        return {Gap(OUTSIDE, town)}
    if kind and kind.name == "none" and len(before.showing) == 1:
        return {Gap(before.showing[0], town)}
    if len(after.showing) != 1 or (after.showing, after.town) == (before.showing, before.town):
        return set()
    who = catalogue.by_need[after.showing[0]]
    near = [entry for entry in who if not town or serves(entry, town)]
    return set() if near else {Gap(after.showing[0], town)}


def taken(reply: Reply, catalogue: Catalogue) -> list[str]:
    """Return the services of which a new voucher was handed over, or the contact shown."""
    handed = [bubble.voucher for bubble in reply.messages if bubble.voucher and bubble.voucher.new]
    contact = [reply.card] if reply.screen == "contact" and reply.card else []
    return list(dict.fromkeys([*(catalogue.offers[one.offer][0].id for one in handed), *contact]))


def _taken(reply: Reply, catalogue: Catalogue) -> set[Thing]:
    offers = [bubble.voucher.offer for bubble in reply.messages if bubble.voucher]
    return {thing for offer in offers for thing in (Thing("taken"), Thing("claimed", catalogue.offers[offer][0].id))}


def _refused(reply: Reply) -> set[Thing]:
    """Return the service whose code or badge the desk did not take."""
    return {Thing("refused", reply.reported)} if reply.refused and reply.reported else set()


def _area(need: str, catalogue: Catalogue) -> str:
    return OUTSIDE if need == OUTSIDE else catalogue.area_of[need].id
