"""At the voucher desk: taking one, being refused with a next step, seeing one's own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from markupsafe import Markup
from sqlalchemy import Connection

from bot.catalogue.catalogue import Entry
from bot.catalogue.interval import Interval
from bot.catalogue.model import Offer
from bot.catalogue.ranking import open_offers
from bot.conversation.choices import split
from bot.conversation.effects.visit import Visit
from bot.conversation.messages import Choice, Message, Reply
from bot.conversation.talk import answers
from bot.conversation.talk.cards import card, card_choices
from bot.conversation.talk.nobody import at_desk
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.people.keys import Keys
from bot.people.members import Person
from bot.understanding.acts import WITH_A_CARD
from bot.vouchers import claims
from bot.vouchers.voucher import OWN_CODES, Another, Refusal, Voucher


@dataclass(frozen=True)
class Claimant:
    """Who stands at the desk. `me` is None for a guest; `tx` is a writing transaction."""

    tx: Connection
    keys: Keys
    me: Person | None
    state: State
    world: World


def take(claimant: Claimant, offer_id: str, now: datetime, another: Another | None = None) -> Reply:
    """Give the voucher of an offer, or say which limit was met and what else there is; `another`: one more."""
    world = claimant.world
    found = world.catalogue.offers.get(offer_id)
    if found is None or found[0].service.suspended:
        return _gone(offer_id, claimant)
    entry, offer = found
    if claimant.me is None:
        return _refused(Refusal.NO_MEMBER, found, claimant)
    got = claims.claim(
        claimant.tx,
        claimant.keys,
        offer,
        entry.organization.id,
        claimant.me,
        now=now,
        today=world.today,
        another=another if offer.voucher in OWN_CODES else None,
    )
    if got is Refusal.TAKEN and another:
        return _all_in_hand(entry, world)
    if isinstance(got, Refusal):
        return _refused(got, found, claimant)
    return answers.voucher(entry, offer, got, claimant.state, world)


def _gone(offer: str, claimant: Claimant) -> Reply:
    """Say that an offer is no more; who holds a code of it is told where to find that."""
    me, world = claimant.me, claimant.world
    if me is None or claims.holding(claimant.tx, me, offer, world.today) is None:
        return _refused(Refusal.GONE, None, claimant)
    choices = (Choice("codes", world.words.label("codes")), _another(world))
    return Reply((Message(world.words.say("refused-gone-kept"), choices=choices),))


def again(claimant: Claimant, name: str, now: datetime) -> Reply:
    """Give one more voucher of an offer to who holds some: see `Another` for what follows the offer's id."""
    offer, _, wish = name.partition(":")
    return take(claimant, offer, now, Another.of(wish))


def codes(visit: Visit, aside: Sequence[Entry]) -> Reply:
    """List the vouchers that a person holds, those from before too, and the services that they put aside."""
    mine, world = visit.memberships, visit.world
    if not mine:
        return Reply((Message(world.words.say("refused-no-member"), choices=(_another(world),)),))
    held = [one for each in reversed(mine) for one in claims.held_by(visit.tx, each.me)]
    if not held and not aside and (reply := _of_the_card(visit.state, world)):
        return reply
    found = [(one, visit.offer(one.offer)) for one in held]
    listed = [(one, place[0] if place else None) for one, place in found]
    return answers.codes(listed, aside, _to_scan(listed, visit), world)


def _to_scan(held: list[tuple[Voucher, Entry | None]], visit: Visit) -> dict[Choice, None]:
    """Return a button for each offer in hand that is good; a badge is only for who is a member today."""
    world = visit.world
    mine = claims.offers_held(visit.tx, visit.me, world.today) if visit.me and world.web_url else frozenset()
    good = [(one, entry) for one, entry in held if entry and (one.expires is None or one.expires >= world.today)]
    named = [(one, entry.service.name.of(world.language)) for one, entry in good if one.code or one.offer in mine]
    return dict.fromkeys(choice for one, name in named for choice in answers.to_scan(one, world, name))


def _of_the_card(state: State, world: World) -> Reply | None:
    """Offer the code of the card on the screen to who asks for codes and has none: «codice» means that one."""
    entry = world.catalogue.entries.get(state.card or "") if state.screen in WITH_A_CARD else None
    takes = [one for one in card_choices(entry, state, world) if split(one.id)[0] == "take"] if entry else []
    if entry is None or not takes:
        return None
    text = world.words.say("codes-none-card", service=entry.service.name.of(world.language))
    return Reply((Message(text, choices=(*takes, _another(world))),), card=entry.id, likely=takes[0].id)


def _all_in_hand(entry: Entry, world: World) -> Reply:
    """Say to who wants one more that there is none: they need no other service, they have codes of this one."""
    codes = Choice("codes", world.words.label("codes"))
    contact = Choice(f"contact:{entry.id}", world.words.label("contact"))
    text = answers.refusal(f"refused-{Refusal.TAKEN}", None, world)
    return Reply((Message(text, choices=(codes, contact, _another(world))),), card=entry.id)


def _refused(reason: Refusal, found: tuple[Entry, Offer] | None, claimant: Claimant) -> Reply:
    world = claimant.world
    valid = found[1].valid if found else Interval()
    text = answers.refusal(f"refused-{reason}", valid.first if reason is Refusal.NOT_YET else valid.last, world)
    instead = _instead(found[0], claimant.state, world) if found and reason is not Refusal.NO_MEMBER else None
    later = _later(found, world) if reason is Refusal.USED_UP else ()
    if instead is None:
        message = at_desk(world, text)
        return Reply((replace(message, choices=(*later, *message.choices)),))
    lead = Markup("{}\n{}").format(text, world.words.say("refused-next"))
    shown = card(instead, world.words.say("why-near"), claimant.state, world)
    return Reply((Message(lead, choices=later), _with_another(shown, world)))


def _later(found: tuple[Entry, Offer] | None, world: World) -> tuple[Choice, ...]:
    """Offer to write when a pool has codes again."""
    if found is None or found[1].voucher != "pool":
        return ()
    return (Choice(f"restock:{found[1].id}", world.words.label("restock-button")),)


def _instead(entry: Entry, state: State, world: World) -> Entry | None:
    """Return another service of the same need with an offer that is open today."""
    near = (other for need in entry.needs for other in world.ranked(need, state) if other.id != entry.id)
    return next((other for other in near if open_offers(other, world.asker(state))), None)


def _with_another(message: Message, world: World) -> Message:
    return Message(message.text, message.services, choices=(*message.choices, _another(world)))


def _another(world: World) -> Choice:
    return Choice("another", world.words.label("another-need"))
